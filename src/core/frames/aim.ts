import { isAsked } from '../text/asked.ts'

/** Ways in which a text says what is to be found out, is expected, or is not known. */
const open = [
  /\bwe (?:sought|aim|plan|wanted|set out|intend|hypothesi[sz]e|examine|investigate|explore|test|compare|assess|evaluate|study|ask)(?:ed)?\b(?! and (?:found|show))/i,
  /\b(?:remains?|is|are|was|were|it is) (?:still |largely |currently |as yet )?(?:unclear|unknown|uncertain|controversial|debated|not (?:well |fully |yet )?(?:known|understood|clear|studied|established))\b/i,
  /\b(?:has|have) (?:not|never|rarely|yet to) (?:yet )?(?:been|be) (?:well |fully |systematically )?(?:studied|examined|investigated|tested|evaluated|established|explored)\b/i,
  /\b(?:is|are) (?:expected|hypothesi[sz]ed|thought|believed|assumed|proposed|planned|under way|ongoing|needed to)\b/i,
  /\b(?:has|have) been (?:proposed|hypothesi[sz]ed|postulated|suggested as|advocated)\b/i,
  /\b(?:future|further|more|additional) (?:research|studies|trials|work|investigations?)\b.*\b(?:should|needed|required|must|warranted)\b/i,
  /\b(?:protocol|trial is (?:under way|ongoing|in progress|registered))\b/i,
  /\bto (?:compare|describe|estimate|measure|establish|ascertain|find out|see|identify|characteri[sz]e|know|learn)\b/i,
]
const found = /\b(?:found|showed|shown|demonstrated|revealed|observed|conclude[sd]?)\b(?! out\b)/i

/** Whether a sentence says what was to be found out, or is not known, rather than what was found. */
export function isAim(sentence: string): boolean {
  if (isAsked(sentence)) return !found.test(sentence) || /\?\s*$/.test(sentence)
  return open.some((pattern) => pattern.test(sentence)) && !found.test(sentence)
}
