import type { Place } from './frame.ts'
import { isIn } from './lists.ts'
import type { Mark } from './marks.ts'
import { opensRegion } from './openers.ts'

/** Where the main statement of a sentence begins, and where what is found begins. */
interface Begun {
  from: number
  start: number
}

const ours = /^(?:our|their)$/

/** Whether a mark stands for those who report, or for what they report from: "we", "the authors", "these results". */
export function isReporter(marks: readonly Mark[], at: number): boolean {
  const mark = marks[at]
  if (mark === undefined || mark.bound) return false
  if (mark.word === 'we') return true
  if (mark.lemma === 'author') return at === 0 || marks[at - 1]!.word === 'the'
  return isIn('reporters', mark) && mark.pos === 'NOUN'
}

/** Whether "the authors" only do or own something here. */
export function isWriter(marks: readonly Mark[], at: number): boolean {
  if (marks[at]!.lemma !== 'author' || !isReporter(marks, at)) return false
  return at <= 1 || marks.slice(at + 1, at + 3).some(({ pos }) => pos === 'VERB' || pos === 'AUX')
}

/**
 * Slots of the marks in front of what is found, "We tested our paste on oak and found …": what the authors call theirs is the exposure,
 * where they tried it the population; null for what names nothing there.
 */
export function leadPlaces(marks: readonly Mark[], { from, start }: Begun): (Place | null)[] {
  let place: Place | null = null
  return marks.slice(0, start).map((mark, at) => {
    if (at < from) return 'population'
    if (ours.test(mark.word) || (mark.word === 'of' && isReporter(marks, at - 1))) place = 'exposure'
    else if (opensRegion(mark)) place = 'population'
    else if (mark.pause || mark.word === 'and') place = null
    return reports(marks, at, start) ? null : (place ?? (mark.name ? 'exposure' : null))
  })
}

/** A reporter, or what is only said of one: "several experiments". */
function reports(marks: readonly Mark[], at: number, start: number): boolean {
  for (let next = at; next < start; next++) {
    if (isReporter(marks, next)) return true
    if (marks[next]!.pos !== 'ADJ' || (next > at && marks[next]!.pause)) return false
  }
  return false
}

/** Where what the authors call theirs stands behind a verb of their own doing; null where nothing does. */
export function ownThing(marks: readonly Mark[], predicate: number): { from: number; to: number } | null {
  if (predicate < 0 || !marks.slice(0, predicate).some((_, at) => isReporter(marks, at))) return null
  const from = marks.findIndex(({ word }, at) => at > predicate && ours.test(word))
  if (from < 0) return null
  const end = marks.findIndex((mark, at) => at > from && (mark.pause || mark.word === 'and' || opensRegion(mark)))
  return { from, to: end < 0 ? marks.length : end }
}
