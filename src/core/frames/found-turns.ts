import type { Place } from './frame.ts'
import { isFiniteVerb, opensClause } from './joining.ts'
import type { Mark } from './marks.ts'
import type { Parted } from './regions.ts'
import { isNominal, type Turn, turnsOf } from './turns.ts'

/** The words of direction that say what a sentence found: not those of whom it was found in, nor when. */
export function foundTurns(marks: readonly Mark[], parted: Parted, places: readonly Place[]): Turn[] {
  return turnsOf(marks).filter(({ at }) => at >= parted.from && !isCondition(marks, at, parted, places[at]!))
}

/** "Patients with reduced hearing", before the predicate or behind those in whom something was found; "a week later" of a clause. */
function isCondition(marks: readonly Mark[], at: number, { regions, predicate, front }: Parted, slot: Place): boolean {
  const place = regions.findIndex(({ from, to }) => from <= at && at < to)
  const region = regions[place]
  if (region && /^(?:earlier|later)$/.test(marks[at]!.word)) return at < front || region.opener === 'when'
  if (!region || !/^(?:ADJ|VERB)$/.test(marks[at]!.pos) || !isBeforeNoun(marks, at)) return false
  if (at < front) return slot !== 'exposure'
  const before = marks.slice(region.from + 1, at)
  if (region.kind === 'prep' && at > predicate && slot === 'population')
    return opensClause(region.opener) || !before.some(isFiniteVerb)
  if (before.some(({ pos }) => pos !== 'ADV' && pos !== 'DET')) return false
  if (region.opener !== 'with' && region.opener !== 'without') return false
  const host = regions[place - 1]
  return at < predicate ? host !== undefined : host?.kind === 'prep' && /^(?:in|among|for)$/.test(host.opener)
}

function isBeforeNoun(marks: readonly Mark[], at: number): boolean {
  const [mark, before, next, later] = [marks[at]!, marks[at - 1], marks[at + 1], marks[at + 2]]
  if (!next || next.pause) return false
  if (mark.pos === 'VERB' && (!/(?:ed|ing|n)$/.test(mark.word) || /^(?:NOUN|PROPN|PRON|AUX)$/.test(before?.pos ?? '')))
    return false
  return isNominal(next) || (next.pos === 'VERB' && later !== undefined && !later.pause && isNominal(later))
}
