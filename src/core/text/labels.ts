import { stopWords } from './stop-words.ts'

/** What labels a thing that comes in kinds: a number of two digits, a Roman numeral or a letter. */
const numeral = String.raw`\d{1,2}|[IVX]{1,4}|[A-H]`
/** Nouns whose label tells which of them is meant, as in "type 1" or "group B". */
const kinds =
  '[Tt]ypes?|[Pp]hases?|[Gg]rades?|[Ss]tages?|[Cc]lass|[Gg]roups?|[Aa]rm|[Cc]ohort|[Ll]evel|[Ss]tep|[Pp]art|[Cc]ategory|[Cc]ycle|[Mm]odel|[Ss]tudy|[Vv]ersion'
/** A pattern for nouns that come in numbered kinds, each with its label: `type 2`, `phase III`. */
export const labelledKind = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(${kinds})[ -]((?:${numeral})(?![\p{L}\p{N}%]|\.\d|-\p{L}))`,
  'gu',
)
/** A number that counts something, as in `by 20 hours` or `reached 12 %`, is no label. */
const labelledWord = new RegExp(
  String.raw`\b(\p{L}{2,})(?:[\s-](${numeral})|(\d{1,2}))\b(?![.,]?\d|\s?%|\s\p{L}+s\b)`,
  'gu',
)

/** Labels as they are written, by the word that they stand with, in small letters and the singular. */
export type Labels = ReadonlyMap<string, ReadonlySet<string>>

/** Labels of any word: `type 2`, `IL-6`, `grade III`, `vitamin D`. */
export function labelsOfWords(text: string): Labels {
  const found = new Map<string, Set<string>>()
  for (const [, word, apart, glued] of text.matchAll(labelledWord)) {
    const key = word!.toLowerCase()
    if (!stopWords.has(key)) found.set(key, (found.get(key) ?? new Set()).add((apart ?? glued)!))
  }
  return found
}
