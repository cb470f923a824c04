import type { Analysis, Token } from '../text/analyse.ts'

/** A token as the models read it: the word in small letters, numbers as one sign. */
export function formOf(token: Token): string {
  return token.number ? '#' : token.word
}

/** Words and pairs of neighbouring words of a sentence. */
export function sentenceGrams(analysis: Analysis): string[] {
  const forms = analysis.tokens.map(formOf)
  const grams = forms.map((form) => `w:${form}`)
  for (let at = 1; at < forms.length; at++) grams.push(`b:${forms[at - 1]} ${forms[at]}`)
  return grams
}

/** Where a sentence stands in its abstract, and under which heading. */
export function placeGrams(place: number, of: number, heading: string): string[] {
  const grams = [`p:${Math.floor((6 * (place + 0.5)) / of)}`, `h:${heading}`]
  if (place === 0) grams.push('p:first')
  if (place === of - 1) grams.push('p:last')
  if (place === of - 2) grams.push('p:last but one')
  return grams
}

/** Words that part the roles of a sentence: what stands before and after the nearest of them says which role a word has. */
const hinges = new Set(
  `than versus vs compared with to of in for from by on between and or was were is are not no significantly reduced increased reduction
   increase decrease decreased lower higher improved improvement rate rates incidence risk difference differences group groups
   patients treatment more less fewer better effect effects similar score scores levels level after mean median`.split(
    /\s+/,
  ),
)

/** What is known of one word from its neighbours, to tell outcomes from exposures. */
export function wordGrams(tokens: readonly Token[], at: number): string[] {
  const token = tokens[at]!
  const { word, stem } = token
  const form = (offset: number) => {
    const other = tokens[at + offset]
    if (!other) return '^'
    return other.number ? '#' : hinges.has(other.word) ? other.word : `s${other.stem}`
  }
  let before = '^'
  let after = '^'
  for (let i = at - 1; i >= 0; i--)
    if (hinges.has(tokens[i]!.word)) {
      before = tokens[i]!.word
      break
    }
  for (let i = at + 1; i < tokens.length; i++)
    if (hinges.has(tokens[i]!.word)) {
      after = tokens[i]!.word
      break
    }
  const grams = [`w=${stem}`, `e3=${word.slice(-3)}`, `e4=${word.slice(-4)}`]
  for (const offset of [-3, -2, -1, 1, 2, 3]) grams.push(`${offset}=${form(offset)}`)
  grams.push(`L=${before}`, `R=${after}`, `LR=${before}_${after}`, `p${Math.floor((5 * at) / tokens.length)}`)
  return grams
}
