import { cutOff } from '../../audit/clipped.ts'
import { brief } from '../../audit/family.ts'
import { sectionLines } from '../read/statements.ts'
import { withoutCitations } from './citations.ts'
import type { FaultInput, Found } from './fault.ts'

/** Claims that stop before their sentence does, or begin after it began. */
export function clippedClaims({ claims, parsed }: FaultInput): Found[] {
  const texts = claims.map((claim) => withoutCitations(claim.text))
  const closed = texts.map((text) => /[.!?]["'”’»)\]]*$/.test(text))
  const openStyle = claims.length > 1 && closed.filter(Boolean).length <= claims.length / 2
  const limit = commonLimit(texts)
  const elsewhere = parsed.sections
    .flatMap(sectionLines)
    .map(({ text }) => text)
    .join(' ')
  return texts.flatMap((text, at) => {
    const why = whyClipped(text)
    const bare = why === null && !closed[at]
    const cut = bare && (!openStyle || (limit !== null && text.length >= limit) || endsInsideWord(text, elsewhere))
    if (!why && !cut) return []
    return [
      {
        line: parsed.claims[at]?.line ?? 1,
        claim: at,
        message: `the claim ${brief(text.slice(-50))} ${why ?? 'stops without a closing mark'}: give the whole sentence`,
      },
    ]
  })
}

/** Why a claim is cut whatever the style of the others, in words. */
function whyClipped(text: string): string | null {
  if (/^(?:…|\.\.\.)/.test(text)) return 'begins with an ellipsis'
  const why = cutOff(text)
  if (why && why !== 'has no closing mark') return why
  if (/[,(\-–—/[]\s*[.]?$/.test(text)) return 'ends in mid-sentence'
  const last = openEnd.exec(text)?.[1]
  if (last) return `ends with "${last}"`
  if (count(text, '(') > count(text, ')') || count(text, '[') > count(text, ']')) return 'ends inside brackets'
  if (count(text, '“') > count(text, '”')) return 'ends inside a quotation'
  return null
}

/** Words that no sentence ends with, where no mark closes it. */
const openEnd =
  /\b(in|on|is|are|was|were|has|have|be|been|when|where|who|such|these|this|those|every|can|could|may|might|will|would|should|into|among|during|through|under|without|against|about|upon|towards?|within|only|also|very|more|most|its|his|her|our|your)$/

function count(text: string, mark: string): number {
  return text.split(mark).length - 1
}

/**
 * The length at which two or more claims stop without a closing mark and beyond which none goes; null where none does. Two
 * sentences may be of one length by chance: a limit is a round number, or holds for three, or cuts one of them visibly.
 */
function commonLimit(texts: readonly string[]): number | null {
  const longest = Math.max(0, ...texts.map((text) => text.length))
  const there = texts.filter((text) => text.length >= longest - 1 && !/[.!?]$/.test(text))
  const limit = there.length >= 3 || longest % 10 === 0 || there.some((text) => whyClipped(text) !== null)
  return there.length >= 2 && longest >= 40 && limit ? longest - 1 : null
}

const endings =
  /^(?:e?s|e?d|ing|ion|ions|ly|al|ally|er|ers|y|ies|ic|ity|ment|ments|ness|able|ful|less|ive|ise|ize|ised|ized|n|r|rs|st|th)$/i

/** Whether the last word is the beginning of a longer word elsewhere, never stands alone there, and is no stem of it. */
function endsInsideWord(text: string, elsewhere: string): boolean {
  const last = /[\p{L}]+$/u.exec(text)?.[0]
  if (!last || last.length < 2) return false
  if (new RegExp(`(?<!\\p{L})${last}(?!\\p{L})`, 'iu').test(elsewhere.replace(text, ' '))) return false
  const longer = [...elsewhere.matchAll(new RegExp(`(?<!\\p{L})${last}(\\p{L}+)`, 'giu'))].map((match) => match[1]!)
  return longer.length > 0 && longer.every((rest) => !endings.test(rest))
}
