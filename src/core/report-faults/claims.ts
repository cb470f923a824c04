import type { Claim } from '../../schemas/claim.ts'
import { cutOff } from '../integrity/clipped.ts'
import { brief } from '../integrity/family.ts'
import { faithfulness } from '../verify/faithfulness.ts'
import type { FaultInput, Found } from './fault.ts'
import { sharedStems, topicStems } from './topic.ts'

/** Claims that stop before their sentence does. */
export function clippedClaims({ claims, parsed }: FaultInput): Found[] {
  const ended = claims.filter((claim) =>
    /[.!?]["'”’)\]]*(?:\s*(?:\[[^\]]*\]|\([^)]*\)|[¹²³⁰-⁹]+))*$/.test(claim.text.trim()),
  ).length
  const style = ended < claims.length / 2 && claims.length > 1
  const longest = Math.max(0, ...claims.map((claim) => claim.text.length))
  return claims.flatMap((claim, at) => {
    const text = claim.text
      .trim()
      .replace(/(?:\s*(?:\[[^\]]*\]|\((?:[^)]*\d{4}[^)]*|ref[^)]*)\)|[¹²³⁰-⁹]+))+(?=[.!?]?$)/i, '')
    const why = cutOff(text)
    if (why === null) return []
    const only = why === 'has no closing mark'
    const fixed =
      claims.filter((one) => Math.abs(one.text.length - longest) <= 2).length >= 2 && claim.text.length >= longest - 2
    if (
      only &&
      style &&
      !fixed &&
      !endsInsideWord(
        text,
        parsed.sections.flatMap((section) => section.blocks.map((block) => ('text' in block ? block.text : ''))),
      )
    )
      return []
    return [
      {
        line: parsed.claims[at]?.line ?? 1,
        claim: at,
        message: `the claim ${brief(text.slice(-50))} ${only ? 'stops without a closing mark' : why}: give the whole sentence`,
      },
    ]
  })
}

/** Whether the last word is the beginning of a longer word elsewhere in the report and never stands alone there. */
function endsInsideWord(text: string, elsewhere: readonly string[]): boolean {
  const last = /[\p{L}]+$/u.exec(text)?.[0]
  if (!last || last.length < 2) return false
  const all = elsewhere.join(' ')
  return !new RegExp(`\\b${last}\\b`, 'iu').test(all) && new RegExp(`\\b${last}\\p{L}`, 'iu').test(all)
}

/** Claims called verified although their confidence is below one half. */
export function verifiedButDoubtful({ claims, parsed }: FaultInput): Found[] {
  return claims.flatMap((claim, at) => {
    const { verified, confidence } = claim.imported ?? {}
    if (!verified || confidence == null || confidence >= 0.5 || confidence < 0) return []
    return [
      {
        line: parsed.claims[at]?.line ?? 1,
        claim: at,
        message: `called verified at a confidence of ${confidence}: a verdict below one half is more likely wrong than right`,
      },
    ]
  })
}

/** Confidences outside 0 to 1. */
export function confidenceOutside({ claims, parsed }: FaultInput): Found[] {
  return claims.flatMap((claim, at) => {
    const confidence = claim.imported?.confidence
    if (confidence == null || (confidence >= 0 && confidence <= 1)) return []
    return [
      {
        line: parsed.claims[at]?.line ?? 1,
        claim: at,
        message: `the confidence ${confidence} lies outside 0 to 1: give a probability`,
      },
    ]
  })
}

/** Claims that do not address the question. */
export function claimsOffQuestion({ claims, parsed, report }: FaultInput): Found[] {
  const question = topicStems(`${report.question} ${report.title}`)
  if (question.size < 2) return []
  const stems = claims.map((claim) => topicStems(claim.text))
  const enough = question.size >= 7 ? 2 : 1
  const weak = stems.map((one) => sharedStems(one, question) < enough)
  const vocabulary = new Set(stems.flatMap((one, at) => (weak[at] ? [] : [...one])))
  const most = weak.filter(Boolean).length > claims.length / 2
  return claims.flatMap((claim, at) => {
    const shared = sharedStems(stems[at]!, question)
    if (stems[at]!.size === 0) return []
    const off = most ? weak[at] : shared === 0 && sharedStems(stems[at]!, vocabulary) < Math.min(2, stems[at]!.size)
    return off
      ? [
          {
            line: parsed.claims[at]?.line ?? 1,
            claim: at,
            message: `the claim ${brief(claim.text)} does not address the question: leave it out or show what it answers`,
          },
        ]
      : []
  })
}

/** Claims that say the same as an earlier one. */
export function duplicateClaims({ claims, parsed }: FaultInput): Found[] {
  const seen = claims.map((claim) => plain(claim.text))
  return claims.flatMap((_, at) => {
    const first = seen.findIndex((text, i) => i < at && (text === seen[at] || sameWords(text, seen[at]!)))
    return first < 0
      ? []
      : [
          {
            line: parsed.claims[at]?.line ?? 1,
            claim: at,
            claims: [first, at],
            message: `says the same as claim ${first + 1} (line ${parsed.claims[first]?.line ?? 1}): merge them`,
          },
        ]
  })
}

/** Claims that say the opposite, or another number, of an earlier one in the same words. */
export function contradictingClaims({ claims, parsed }: FaultInput): Found[] {
  const stems = claims.map((claim) => words(claim.text))
  return claims.flatMap((claim, at) => {
    for (let first = 0; first < at; first++) {
      const why = overlap(stems[first]!, stems[at]!) >= 0.6 ? contradiction(claims[first]!, claim) : null
      if (why)
        return [
          {
            line: parsed.claims[at]?.line ?? 1,
            claim: at,
            claims: [first, at],
            message: `contradicts claim ${first + 1} (line ${parsed.claims[first]?.line ?? 1}): ${why}; say which holds, or that sources disagree`,
          },
        ]
    }
    return []
  })
}

/** Why two claims in nearly the same words cannot both hold, in words; null where they can. */
function contradiction(one: Claim, other: Claim): string | null {
  const [a, b] = [contentWords(one.text), contentWords(other.text)]
  if (a.size === 0 || b.size === 0) return null
  const strangers = [...a].filter((word) => !b.has(word)).length + [...b].filter((word) => !a.has(word)).length
  const checks = faithfulness(other.text, [one.text]).checks.filter(
    (check) => !check.ok && check.check !== 'hedging' && check.check !== 'quote',
  )
  const polar = checks.find((check) => check.check === 'direction' || check.check === 'negation')
  if (polar && strangers <= 1) return polar.detail ?? 'opposite'
  const digits = checks.find((check) => check.check === 'digits' || check.check === 'units')
  return digits && !polar && strangers === 0 ? (digits.detail ?? 'another number') : null
}

const polarWords =
  /^(not?|never|without|neither|nor|cannot|didn|doesn|don|isn|wasn|aren|weren|won|hardly|fail\w*|increas\w*|decreas\w*|reduc\w*|lower\w*|higher|raise[sd]?|rais\w*|rise[sn]?|rose|fell|falls?|drop\w*|improv\w*|worsen\w*|better|worse|more|less|fewer|greater|smaller|outperform\w*|underperform\w*|does|did|do|significant\w*|effective|ineffective|safe|unsafe|positive\w*|negative\w*|gain\w*|lost|loss\w*|loses?|strengthen\w*|weaken\w*|helps?|harms?|hurts?|stronger|weaker|superior|inferior|boost\w*|degrad\w*|prevent\w*|cause[sd]?|enhanc\w*|diminish\w*|accelerat\w*|slow\w*)$/

function contentWords(text: string): Set<string> {
  return new Set([...words(text)].filter((word) => !/^\d/.test(word) && !polarWords.test(word)))
}

function words(text: string): Set<string> {
  return new Set(
    plain(text)
      .split(' ')
      .filter((word) => word.length > 2 && !little.has(word)),
  )
}

const little = new Set(
  'the and for with that this from than are was were has have had been its their into over under when which while also both can may'.split(
    ' ',
  ),
)

function overlap(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  let shared = 0
  for (const word of one) if (other.has(word)) shared++
  const all = one.size + other.size - shared
  return all === 0 ? 0 : shared / all
}

function sameWords(one: string, other: string): boolean {
  const [a, b] = [one.split(' ').sort().join(' '), other.split(' ').sort().join(' ')]
  return a === b && a.length > 20
}

function plain(text: string): string {
  return text
    .replace(/\[[^\]]*\]|[¹²³⁰-⁹]+|https?:\S+/g, ' ')
    .toLowerCase()
    .replace(/(\d)[,·](\d)/g, '$1.$2')
    .replace(/[^\p{L}\p{N}.%]+/gu, ' ')
    .replace(/\.(?=\s|$)/g, '')
    .replace(/\s+/g, ' ')
    .trim()
}
