import lists from './lists/number-words.json' with { type: 'json' }
import { pairsOf, type Rows, wordsOf } from './word-list.ts'

/** The words for nought to nineteen, in order. */
export const ones: readonly string[] = wordsOf(lists.ones)

/** Values of the words for twenty, thirty … ninety. */
export const tens = counted(lists.tens, 20, 10)

/** Values of the words from two to ninety, tens and ones apart; "one" is more often a pronoun. */
export const numberWords: ReadonlyMap<string, number> = new Map([...counted(lists.ones).entries(), ...tens].slice(2))

/** How many of a part make a whole: 2 for "half", 10 for "tenths". */
export const parts: ReadonlyMap<string, number> = new Map([
  ...numbered(lists.parts),
  ...[...counted(lists.ordinals)]
    .slice(3, 11)
    .flatMap(([word, value]) => [word, `${word}s`].map((one) => [one, value] as const)),
])

/** By how much a word says that something is multiplied: 2 for "twice". */
export const folds = numbered(lists.folds)

/** What a word behind a number multiplies it by: 1000 for "thousand". */
export const scales = numbered(lists.scales)

const values = new Map<string, number>([
  ...counted(lists.ones),
  ...counted(lists.ordinals),
  ...tens,
  ...counted(lists.tenths, 20, 10),
  ['hundred', 100],
  ['hundredth', 100],
  ['thousand', 1000],
  ['once', 1],
  ['twice', 2],
  ['thrice', 3],
])

/** The whole number that one English word names, cardinal or ordinal, or that figures with an ending name, as "3rd"; null where it names none. */
export function numberOfWord(word: string): number | null {
  const figures = /^(\d{1,9})(?:st|nd|rd|th)?$/.exec(word)
  return figures ? Number(figures[1]) : (values.get(word) ?? null)
}

function counted(rows: Rows, first = 0, step = 1): ReadonlyMap<string, number> {
  return new Map(wordsOf(rows).map((word, at): [string, number] => [word, first + at * step]))
}

function numbered(rows: Rows): ReadonlyMap<string, number> {
  return new Map(pairsOf(rows).map(([word, value]): [string, number] => [word, Number(value)]))
}
