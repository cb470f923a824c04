import type { Claim } from '../../../schemas/claim.ts'
import { faithfulness } from '../../compare/faithfulness.ts'
import { lightStem } from '../../text/light-stem.ts'
import { splitSentences } from '../../text/sentences.ts'
import { sectionLines } from '../read/statements.ts'
import type { FaultInput, Found } from './fault.ts'
import { qualifiersDiffer } from './qualifiers.ts'
import { sharedStems, topicStems } from './topic.ts'

/** Claims that say the same as an earlier one. */
export function duplicateClaims({ claims, parsed }: FaultInput): Found[] {
  const seen = claims.map((claim) => sense(claim.text))
  return claims.flatMap((_, at) => {
    const first = seen.findIndex((one, i) => i < at && same(one, seen[at]!))
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
export function contradictingClaims(input: FaultInput): Found[] {
  const { claims, parsed } = input
  const words = claims.map((claim) => sense(claim.text).content)
  return claims.flatMap((claim, at) => {
    for (let first = 0; first < at; first++) {
      const why =
        overlap(words[first]!, words[at]!) >= 0.6 && !qualifiersDiffer(claims[first]!.text, claim.text)
          ? contradiction(claims[first]!.text, claim.text)
          : null
      if (why && !toldApart(input, claims[first]!, claim))
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

/** What a claim says, for comparing: its words without little ones, its numbers, its direction and whether it denies. */
interface Sense {
  plain: string
  content: Set<string>
  numbers: string[]
  up: boolean
  down: boolean
  denied: boolean
}

const upward =
  /^(increas|rais|rise|rose|higher|improv|better|more|greater|gain|boost|enhanc|outperform|exceed|grew|grow|strengthen|accelerat)/
const downward =
  /^(decreas|reduc|lower|fell|fall|drop|declin|worse|worsen|less|fewer|smaller|lost|loss|loses|degrad|diminish|underperform|shrink|shrank|cut|weaken|slow)/
const denial =
  /^(not|no|never|without|neither|nor|cannot|unchanged|didn|doesn|don|isn|wasn|aren|weren|fail|failed|fails|none|lack|lacks|lacked|ineffective|unable)$/
const hedges =
  /^(the|and|for|with|that|this|from|than|are|was|were|has|have|had|been|its|their|into|over|under|when|which|while|also|both|can|may|might|could|did|does|an|on|of|in|by|to|at|as|a|is|be|it|or|study|studies|evidence|found|finding|findings|shows?|showed|shown|suggests?|suggested|reported|reports?|indicate[sd]?|according|overall|about|around|approximately|roughly|substantially|markedly|considerably|strongly|clearly|generally|notably|significantly|significant|dataset|benchmark|compared|comparison|relative|versus|vs|against|there|that|these|those|being|will|would)$/

/** The sense of a sentence, for comparing. */
export function sense(text: string): Sense {
  const plain = plainText(text)
  const words = plain.split(' ').filter(Boolean)
  const polar = (word: string) => upward.test(word) || downward.test(word) || denial.test(word)
  return {
    plain,
    content: new Set(
      words.filter((word) => !/^\d/.test(word) && !hedges.test(word) && !polar(word)).map((word) => lightStem(word)),
    ),
    numbers: words.filter((word) => /^\d/.test(word)).sort(),
    up: words.some((word) => upward.test(word)),
    down: words.some((word) => downward.test(word)),
    denied: words.some((word) => denial.test(word)),
  }
}

/** Whether two claims say the same: same words in any order, or same direction and numbers with one side word more. */
function same(one: Sense, other: Sense): boolean {
  if (one.plain === other.plain) return true
  if (one.numbers.join() !== other.numbers.join() || one.denied !== other.denied) return false
  if (one.up !== other.up || one.down !== other.down) return false
  if (Math.min(one.content.size, other.content.size) < 3) return false
  const more = [...one.content].filter((word) => !other.content.has(word))
  const less = [...other.content].filter((word) => !one.content.has(word))
  if (more.length + less.length === 0) return sameOrder(one, other)
  const told = one.numbers.some((number) => /\d[.\d]/.test(number))
  return told && one.content.size >= 5 && more.length + less.length === 1
}

/** Whether two claims of the same words do not merely swap what is compared with what, as in `A beat B` and `B beat A`. */
function sameOrder(one: Sense, other: Sense): boolean {
  const order = (sense: Sense) => sense.plain.split(' ').filter((word) => sense.content.has(lightStem(word)))
  const [first] = order(one)
  const compares = one.up || one.down || /\b(than|beat|over|exceed\w*|versus|to|from)\b/.test(one.plain)
  return (
    !compares ||
    first === order(other)[0] ||
    one.plain.split(' ').sort().join() !== other.plain.split(' ').sort().join()
  )
}

/** Why two claims in nearly the same words cannot both hold, in words; null where they can. */
export function contradiction(one: string, other: string): string | null {
  const [a, b] = [sense(one), sense(other)]
  if (a.content.size === 0 || b.content.size === 0) return null
  const strangers =
    [...a.content].filter((word) => !b.content.has(word)).length +
    [...b.content].filter((word) => !a.content.has(word)).length
  const failed = faithfulness(other, [one]).checks.filter((check) => !check.ok)
  const polar = failed.find((check) => check.check === 'direction' || check.check === 'negation')
  const turned = (a.up && !a.down && b.down && !b.up) || (a.down && !a.up && b.up && !b.down)
  const allowed = a.content.size >= 5 ? 1 : 0
  if (strangers <= allowed && turned !== (a.denied !== b.denied) && (turned || polar || a.denied !== b.denied))
    return polar?.detail ?? (turned ? 'the direction is the opposite' : 'one denies what the other says')
  if (strangers > 0 || turned || a.denied !== b.denied) return null
  const [shown] = onlyNumber(one, other)
  return shown ? `${shown.one} there, ${shown.other} here` : null
}

/** The one measured number in which two claims differ, where all their other numbers are the same. */
function onlyNumber(one: string, other: string): { one: string; other: string }[] {
  const [a, b] = [measured(one), measured(other)]
  if (a.length !== b.length) return []
  const apart = a.flatMap((number, at) => (number.value === b[at]!.value ? [] : [{ one: number, other: b[at]! }]))
  return apart.length === 1 && apart[0]!.one.outcome && apart[0]!.other.outcome
    ? [{ one: apart[0]!.one.value, other: apart[0]!.other.value }]
    : []
}

/** Numbers of a claim, and whether each is an outcome (a share, a change, a score) and not a dose, an age, a time or a size. */
function measured(text: string): { value: string; outcome: boolean }[] {
  return [...plainText(text).matchAll(/(?<![\p{L}\d.])(\d[\d.]*)(%?)(?:\s+(\p{L}+))?/gu)].map((match) => {
    const before = plainText(text).slice(Math.max(0, match.index - 14), match.index)
    const share = match[2] === '%' || /^(percent|percentage|points?|fold|times|per)$/.test(match[3] ?? '')
    const size =
      /^(mg|g|kg|ml|l|mmol|years?|months?|weeks?|days?|hours?|minutes?|h|min|s|participants?|patients?|adults?|children|languages|layers|billion|million|m|b|gb|of)$/.test(
        match[3] ?? '',
      ) || /\b(aged?|week|month|day|year|phase|type|stage|version|model|table|grade|level|top|at)\s$/.test(before)
    const stated = /\b(was|were|is|are|by|to|of|reached|reaches|at|from|f1|accuracy|or|rr|hr)\s$/.test(before)
    return {
      value: match[1]!.replace(/\.$/, '') + match[2],
      outcome: share || (stated && !size && match[1]!.includes('.')),
    }
  })
}

/** Whether the report itself says that its sources disagree on what two claims are about, or they name different sources as such. */
function toldApart({ parsed }: FaultInput, one: Claim, other: Claim): boolean {
  const apart =
    /\b(disagree\w*|conflict\w*|contradict\w*|inconsistent|mixed (?:results?|evidence|findings|picture|effects?)|(?:is|are|was|were|remains?) (?:therefore |thus |still )?mixed|in contrast|by contrast|conversely|contrary|opposite|whereas|unlike|on the other hand)\b/i
  if (apart.test(one.text) || apart.test(other.text)) return true
  const both = topicStems(`${one.text} ${other.text}`)
  return parsed.sections
    .filter((section) => section.kind !== 'claims' && section.kind !== 'references')
    .flatMap(sectionLines)
    .flatMap(({ text }) => splitSentences(text))
    .some(({ text }) => apart.test(text) && sharedStems(topicStems(text), both) >= 2)
}

/** Words in common, of all the words of two. */
export function overlap(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const shared = [...one].filter((word) => other.has(word)).length
  const all = one.size + other.size - shared
  return all === 0 ? 0 : shared / all
}

function plainText(text: string): string {
  return text
    .replace(/\[[^\]]*\]|\([^()]*\b(?:19|20)\d\d[a-z]?\)|[¹²³⁰⁴-⁹]+|https?:\S+/g, ' ')
    .toLowerCase()
    .replace(/(\d)[,·](\d)/g, '$1.$2')
    .replace(/(\d)\s*(?:%|per ?cent\b)/g, '$1%')
    .replace(/[^\p{L}\p{N}.%]+/gu, ' ')
    .replace(/\.(?=\s|$)/g, '')
    .replace(/\s+/g, ' ')
    .trim()
}
