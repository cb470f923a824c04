import { type Analysis, analyse } from './analyse.ts'
import { stem } from './stem.ts'

const differing = stem('differ')
const sides = /\bdiffer\w*\b[^.;]*?\bbetween\s+(?<one>[^,.;]+?)\s+and\s+(?<other>[^,.;]+)/i
const alike =
  /(?<!\bnot )\bas (?:\w+ )?\w+ (?:(?:[^.;]|\.\d){1,90} )?as (?:with|in|after|for|among|on|by|those|that)\b|(?<!\bnot )\b(?:similar|comparable|equal|equivalent|alike|identical)\b|\bno difference|\bsame (?:\w+ )?(?:rate|number|share|proportion|frequency)/i

/**
 * Why the words of a quote do not count for or against a claim that two things do not differ: they compare other things,
 * find no difference either, or give figures without saying that they differ. Null where nothing speaks against it.
 */
export function differenceDoubt(claim: Analysis, quote: Analysis, refutes: boolean): string | null {
  if (claim.cues === 0 || !claim.stems.has(differing)) return null
  const named = sides.exec(claim.text)?.groups
  if (named && [named.one!, named.other!].some((side) => lacks(quote, side))) return 'it does not compare the same two'
  if (!refutes) return null
  if (alike.test(quote.text)) return 'it finds no difference either'
  const says = quote.cues > 0 || quote.tokens.some((token) => token.direction !== 0 || token.stem === differing)
  return says ? null : 'it gives figures and does not say that they differ'
}

function lacks(quote: Analysis, side: string): boolean {
  const wanted = [...analyse(side).stems.keys()]
  return wanted.length > 0 && !wanted.some((key) => quote.stems.has(key))
}
