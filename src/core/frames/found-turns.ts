import type { Mark } from './marks.ts'
import type { Parted } from './regions.ts'
import { isNominal, type Turn, turnsOf } from './turns.ts'

/** The words of direction that say what a sentence found: not those of whom it was found in. */
export function foundTurns(marks: readonly Mark[], parted: Parted): Turn[] {
  return turnsOf(marks).filter(({ at }) => at >= parted.from && !isCondition(marks, at, parted))
}

/** "Patients with reduced hearing", before the predicate or behind those in whom something was found. */
function isCondition(marks: readonly Mark[], at: number, { regions, predicate, front }: Parted): boolean {
  const place = regions.findIndex(({ from, to }) => from <= at && at < to)
  const region = regions[place]
  if (!region || !/^(?:ADJ|VERB)$/.test(marks[at]!.pos) || !isNominal(marks[at + 1] ?? none)) return false
  if (marks.slice(region.from + 1, at).some(({ pos }) => pos !== 'ADV' && pos !== 'DET')) return false
  if (!/^(?:with|without|for|in|among|of)$/.test(region.opener) && !(region.kind === 'front')) return false
  if (at < front) return true
  if (region.opener !== 'with' && region.opener !== 'without') return false
  const host = regions[place - 1]
  return at < predicate ? host !== undefined : host?.kind === 'prep' && /^(?:in|among|for)$/.test(host.opener)
}

const none = { pos: '', stop: true } as Mark
