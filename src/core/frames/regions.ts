import { asideFrom, concededTo } from './asides.ts'
import { isJoining } from './joining.ts'
import { isIn } from './lists.ts'
import type { Mark } from './marks.ts'
import { opensComparison, opensRank, opensRegion } from './openers.ts'
import { type Pattern, patternOf } from './pattern.ts'
import { foundFrom, predicateOf } from './predicate.ts'
import { signOf } from './turns.ts'

/** A stretch of marks between the words that part a sentence. */
export interface Region {
  kind: 'front' | 'subject' | 'predicate' | 'object' | 'comparator' | 'prep'
  /** Preposition or conjunction that opens it; empty where none does. */
  opener: string
  from: number
  /** End, exclusive. */
  to: number
}

/** The sentence parted: its regions, its predicate and how that binds. */
export interface Parted {
  /** Where what is found begins, behind "we found that". */
  start: number
  regions: Region[]
  /** Place of the predicate among the marks; -1 where none is found. */
  predicate: number
  pattern: Pattern
  /** Where the main statement begins, behind "Although …,". */
  from: number
  /** End of what stands before the subject. */
  front: number
  /** Where a second statement begins: "but …", "and X was …"; the number of marks where there is none. */
  aside: number
}

const farthest = 14

/** Parts a sentence into regions around its predicate. */
export function partedOf(marks: readonly Mark[]): Parted {
  const from = concededTo(marks)
  const found = foundFrom(marks)
  const start = Math.max(from, found)
  const front = frontEnd(marks, start)
  const predicate = predicateOf(marks, front, found > from)
  const regions = regionsOf(marks, start, front, predicate)
  const bare = found > from && predicate >= 0 && !marks.slice(start, predicate + 1).some(isVerbal)
  const pattern = bare ? 'exists' : patternOf(marks, predicate, front)
  return { start, regions, predicate, pattern, from, front, aside: asideFrom(marks, predicate) }
}

function isVerbal({ pos, bound }: Mark): boolean {
  return !bound && (pos === 'VERB' || pos === 'AUX')
}

/** End of what stands before the subject: "Compared with X," "In older men,". */
function frontEnd(marks: readonly Mark[], start: number): number {
  const first = marks[start]
  if (!first || !(opensRegion(first) || opensComparison(first))) return start
  const pause = marks.findIndex((mark, at) => at > start + 1 && mark.pause)
  return pause > 0 && pause <= start + farthest ? pause : start
}

function regionsOf(marks: readonly Mark[], start: number, front: number, predicate: number): Region[] {
  const regions: Region[] = []
  const open = (kind: Region['kind'], opener: string, from: number) => {
    const last = regions.at(-1)
    if (last) last.to = from
    regions.push({ kind, opener, from, to: marks.length })
  }
  if (front > start) open('front', marks[start]!.word, start)
  open('subject', '', front)
  for (let at = front; at < marks.length; at++) {
    const mark = marks[at]!
    if (at === predicate) {
      open('predicate', '', at)
      continue
    }
    if (at === predicate + 1 && predicate >= 0) open('object', '', at)
    if ((opensComparison(mark) || opensRank(marks, at)) && !isLimit(marks, at)) open('comparator', mark.word, at)
    else if (at > predicate && turnsAside(marks, at, regions.at(-1)!)) open('object', '', at)
    else if (opensRegion(mark) && !isJoining(marks, at, regions.at(-1)!)) open('prep', mark.word, at)
  }
  return regions.filter(({ from, to }) => to > from)
}

/** "More than 20", "other than": nothing is compared. */
function isLimit(marks: readonly Mark[], at: number): boolean {
  const before = marks[at - 1]?.word ?? ''
  if (before === 'other') return true
  return marks[at + 1]?.pos === 'NUM' && /^(?:more|less|\w{3,}er)$/.test(before)
}

/** Whether what stands behind a comparison or a preposition ends here, since the sentence goes on with another verb. */
function turnsAside(marks: readonly Mark[], at: number, region: Region): boolean {
  const { word } = marks[at]!
  if (region.kind !== 'comparator' && region.kind !== 'prep') return false
  if (/^(?:but|yet|whereas)$/.test(word)) return true
  if (word !== 'and' && word !== 'or') return false
  const [verb, next] = marks.slice(at + 1, at + 5).filter(({ pos }) => pos !== 'ADV')
  if (verb?.pos === 'AUX') return true
  if (verb?.pos !== 'VERB' || verb.bound || /ing$/.test(verb.word)) return false
  if (region.kind === 'prep') return signOf(verb) !== 0 || /[^s]s$/.test(verb.word)
  return !(isIn('treat', verb) && next !== undefined && /^(?:NOUN|PROPN)$/.test(next.pos))
}
