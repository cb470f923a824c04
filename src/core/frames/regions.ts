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
  const start = Math.max(from, foundFrom(marks))
  const front = frontEnd(marks, start)
  const predicate = predicateOf(marks, front)
  const regions = regionsOf(marks, start, front, predicate)
  const pattern = patternOf(marks, predicate, front)
  return { regions, predicate, pattern, from, front, aside: asideFrom(marks, predicate) }
}

/** End of what a sentence concedes before it says what was found: "Although costs rose, …". */
function concededTo(marks: readonly Mark[]): number {
  const at = /^(?:although|though|while|whereas)$/.test(marks[0]?.word ?? '')
    ? 0
    : marks[0]?.word === 'even' && marks[1]?.word === 'though'
      ? 1
      : -1
  if (at < 0 || !marks.slice(at, at + farthest).some(({ pos }) => pos === 'VERB' || pos === 'AUX')) return 0
  const pause = marks.findIndex((mark, place) => place > at + 2 && mark.pause)
  return pause > 0 && pause < marks.length - 2 ? pause : 0
}

/** End of what stands before the subject: "Compared with X," "In older men,". */
function frontEnd(marks: readonly Mark[], start: number): number {
  const first = marks[start]
  if (!first || !(opensRegion(first) || opensComparison(first, marks[start + 1]))) return start
  const pause = marks.findIndex((mark, at) => at > start + 1 && mark.pause)
  return pause > 0 && pause <= start + farthest ? pause : start
}

/** Where another statement with a verb of its own begins behind the predicate. */
function asideFrom(marks: readonly Mark[], predicate: number): number {
  const at = marks.findIndex((mark, place) => {
    if (place <= predicate || predicate < 0) return false
    if (/^(?:but|whereas|although|though|while|however)$/.test(mark.word)) return true
    if (mark.word !== 'and') return false
    if (goesOn(marks, place + 1)) return true
    const next = marks.slice(place + 1, place + 7)
    const verb = next.findIndex((one, step) => one.pos === 'AUX' || turnsBehind(marks, place + 1 + step))
    return verb > 0 && next.slice(0, verb).some(({ pos }) => pos === 'NOUN' || pos === 'PROPN')
  })
  return at < 0 ? marks.length : at
}

/** "… and was", "… and had", "… and significantly reduced": the subject goes on to another statement. */
function goesOn(marks: readonly Mark[], at: number): boolean {
  const next = marks[marks[at]?.pos === 'ADV' ? at + 1 : at]
  return next !== undefined && !next.pause && (next.pos === 'AUX' || isWay(next))
}

/** A verb of direction behind the noun that is its subject: "and runoff decreased". */
function turnsBehind(marks: readonly Mark[], at: number): boolean {
  const [mark, before] = [marks[at]!, marks[at - 1]!]
  return isWay(mark) && /^(?:NOUN|PROPN)$/.test(before.pos) && marks[at + 1]?.word !== 'by' && !mark.joined
}

function isWay(mark: Mark): boolean {
  return mark.pos === 'VERB' && signOf(mark) !== 0 && !/ing$/.test(mark.word)
}

function regionsOf(marks: readonly Mark[], start: number, front: number, predicate: number): Region[] {
  const regions: Region[] = []
  const open = (kind: Region['kind'], opener: string, from: number) => {
    const last = regions.at(-1)
    if (last) last.to = from
    regions.push({ kind, opener, from, to: marks.length })
  }
  open(front > start ? 'front' : 'subject', '', start)
  for (let at = start; at < marks.length; at++) {
    const mark = marks[at]!
    if (at === front && front > start) open('subject', '', at)
    if (at === predicate) {
      open('predicate', '', at)
      continue
    }
    if (at === predicate + 1 && predicate >= 0) open('object', '', at)
    if (opensComparison(mark, marks[at + 1]) || opensRank(marks, at)) open('comparator', mark.word, at)
    else if (opensRegion(mark) && !isJoining(marks, at, regions.at(-1)!)) open('prep', mark.word, at)
  }
  return regions.filter(({ from, to }) => to > from)
}

/** A preposition that opens nothing: before a verb, behind "lead", or right behind "than". */
function isJoining(marks: readonly Mark[], at: number, region: Region): boolean {
  const { word } = marks[at]!
  const before = marks[at - 1]
  if (
    word === 'to' &&
    (/^(?:VERB|AUX)$/.test(marks[at + 1]?.pos ?? '') || /^(?:lead|contribute)$/.test(before?.lemma ?? ''))
  )
    return true
  if (word === 'in' && before?.lemma === 'result') return true
  return region.kind === 'comparator' && (at <= region.from + 1 || isTreated(word, before!))
}

/** "those treated with", "patients on", "treatment with": what follows says which arm it is. */
function isTreated(word: string, before: Mark): boolean {
  if (!/^(?:with|without|by|on|to)$/.test(word)) return false
  if (isIn('persons', before) || /^(?:that|those|treatment|therapy|monotherapy)$/.test(before.word)) return true
  return (before.pos === 'VERB' || /(?:ed|wn)$/.test(before.word)) && !/^(?:to|by)$/.test(word)
}
