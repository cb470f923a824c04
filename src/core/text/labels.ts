import { stopWords } from './stop-words.ts'

/** What labels a thing that comes in kinds: a number of two digits, a Roman numeral or a letter. */
const numeral = String.raw`\d{1,2}|[IVX]{1,4}|[A-H]`
/** Nouns whose label tells which of them is meant, as in "type 1" or "group B". */
const kinds =
  '[Tt]ypes?|[Pp]hases?|[Gg]rades?|[Ss]tages?|[Cc]lass|[Gg]roups?|[Aa]rm|[Cc]ohort|[Ll]evel|[Ss]tep|[Pp]art|[Cc]ategory|[Cc]ycle|[Mm]odel|[Ss]tudy|[Vv]ersion'
const labelledKind = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(${kinds})[ -]((?:${numeral})(?![\p{L}\p{N}%]|\.\d|-\p{L}))`,
  'gu',
)
/** A number that counts something, as in `by 20 hours` or `reached 12 %`, is no label. */
const labelledWord = new RegExp(
  String.raw`\b(\p{L}{2,})(?:[\s-](${numeral})|(\d{1,2}))\b(?![.,]?\d|\s?%|\s\p{L}+s\b)`,
  'gu',
)

/** Names of which a number is part. */
const numberedName =
  /(?<![\p{L}\p{N}])(\p{Lu}\p{L}{0,7}(?=-?\d)|\p{Lu}{2,7}(?= \d))[- ]?(\d{1,3}(?![\p{L}\p{N}%]|[.,]\d))/gu

/** Labels in the order of a text, each as often as it stands, by the word that they stand with. */
export type Labels = ReadonlyMap<string, readonly string[]>

/** A form in which texts write labels: what it gathers of a text, and the text without its labels. */
export interface LabelForm {
  labels: (text: string) => Labels
  without: (text: string) => string
}

/** Roman numerals as labels have them, from 1 on. */
const roman = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X']

/**
 * Labels of the nouns that come in numbered kinds: `type 2`, `phase III`; nouns in small letters and the singular, Roman numerals as
 * digits.
 */
export const labelsOfKinds = formOf(
  labelledKind,
  (noun) => noun.toLowerCase().replace(/(?<!s)s$/, ''),
  (label) => (roman.includes(label) ? String(roman.indexOf(label) + 1) : label),
)

/** Numbers of names, as in `IL-6` or `TTCN-3`. */
export const numbersOfNames = formOf(numberedName, (name) => name)

/** Labels of any word: `type 2`, `IL-6`, `grade III`, `vitamin D`; words in small letters. */
export const labelsOfWords = formOf(labelledWord, (word) =>
  stopWords.has(word.toLowerCase()) ? null : word.toLowerCase(),
)

function formOf(
  pattern: RegExp,
  keyOf: (word: string) => string | null,
  labelOf = (label: string): string => label,
): LabelForm {
  return {
    labels: (text) => {
      const found = new Map<string, string[]>()
      for (const [, word, apart, glued] of text.matchAll(pattern)) {
        const key = keyOf(word!)
        if (key !== null) found.set(key, [...(found.get(key) ?? []), labelOf((apart ?? glued)!)])
      }
      return found
    },
    without: (text) => text.replace(pattern, '$1').replace(/\s+/g, ' ').trim(),
  }
}
