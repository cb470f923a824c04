import type { SourceRecord } from '../papers/record.ts'
import { fold } from '../text/fold.ts'

/** How many characters of an abstract are compared; a record that is only to be merged may be cut to these. */
export const comparedText = 1200
const fewest = 25

/** Share of the runs of three words of the shorter abstract that the other one has, 0 to 1; null where either is too short. */
export function sharedText(a: SourceRecord, b: SourceRecord): number | null {
  const [one, two] = [runsOf(a), runsOf(b)]
  if (one.size < fewest || two.size < fewest) return null
  const [short, long] = one.size <= two.size ? [one, two] : [two, one]
  let shared = 0
  for (const run of short) if (long.has(run)) shared += 1
  return shared / short.size
}

const known = new WeakMap<SourceRecord, ReadonlySet<number>>()

function runsOf(record: SourceRecord): ReadonlySet<number> {
  const before = known.get(record)
  if (before) return before
  const runs = record.text?.kind === 'abstract' ? hashRuns(record.text.sections[0]?.text ?? '') : new Set<number>()
  known.set(record, runs)
  return runs
}

function hashRuns(text: string): Set<number> {
  const words = fold(text.slice(0, comparedText)).split(' ').map(hashWord)
  const runs = new Set<number>()
  for (let at = 2; at < words.length; at++)
    runs.add((Math.imul(words[at - 2]!, 961) + Math.imul(words[at - 1]!, 31) + words[at]!) | 0)
  return runs
}

/** A number for a word; different words seldom share one. */
export function hashWord(word: string): number {
  let value = 0
  for (let at = 0; at < word.length; at++) value = (Math.imul(value, 31) + word.charCodeAt(at)) >>> 0
  return value
}

/** From this share of an abstract on it is the same text, not another one on the same study. */
const sameAbstract = 0.9

/** Whether two records carry one text. */
export function isSameText(a: { record: SourceRecord }, b: { record: SourceRecord }): boolean {
  return (sharedText(a.record, b.record) ?? 0) >= sameAbstract
}
