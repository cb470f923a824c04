import { remembered } from '../remembered.ts'

/** What British and American spelling write differently: pattern of the word and the one form that stands for both. */
const rows: readonly (readonly [RegExp, string])[] = [
  [/(?:a|oo?)e(?!$|s$|r)/g, 'e'],
  [/rrhoe/g, 'rrhe'],
  [/our(?=s?$|ed$|ing$|al|able$|less$|ful)/g, 'or'],
  [/(?<=\w{3})is(?=e$|es$|ed$|ers?$|ing$|ations?$)/, 'iz'],
  [/(?<=\w{2})lys(?=e$|es$|ed$|ing$)/, 'lyz'],
  [/(?<=[bt])re(?=s?$)/, 'er'],
  [/(?<=[aeiou]l)l(?=ed$|ing$|ers?$)/, ''],
  [/sulph/g, 'sulf'],
  [/ogue(?=s?$)/, 'og'],
  [/(?<=gram)me(?=s?$)/, ''],
  [/(?<=efen|icen|ffen)c(?=e$)/, 's'],
]

/** Any of them: most words have none. */
const differing = new RegExp(rows.map(([pattern]) => pattern.source).join('|'))

/** A lower-case word in one spelling for both sides of the Atlantic. For comparison only: it need not be a word. */
export const oneSpelling: (word: string) => string = remembered(folded)

function folded(word: string): string {
  if (word.length < 5 || !differing.test(word)) return word
  return rows.reduce((plain, [pattern, stead]) => plain.replace(pattern, stead), word)
}
