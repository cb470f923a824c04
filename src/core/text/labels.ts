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

/** Labels as they are written, by the word that they stand with, in small letters and the singular. */
export type Labels = ReadonlyMap<string, ReadonlySet<string>>

/** Labels of the nouns that come in numbered kinds: `type 2`, `phase III`. */
export function labelsOfKinds(text: string): Labels {
  return gathered(text.matchAll(labelledKind), (noun) => noun.replace(/(?<!s)s$/, ''))
}

/** Labels of any word: `type 2`, `IL-6`, `grade III`, `vitamin D`. */
export function labelsOfWords(text: string): Labels {
  return gathered(text.matchAll(labelledWord), (word) => (stopWords.has(word) ? null : word))
}

function gathered(matches: Iterable<RegExpExecArray>, keyOf: (word: string) => string | null): Labels {
  const found = new Map<string, Set<string>>()
  for (const [, word, apart, glued] of matches) {
    const key = keyOf(word!.toLowerCase())
    if (key !== null) found.set(key, (found.get(key) ?? new Set()).add((apart ?? glued)!))
  }
  return found
}
