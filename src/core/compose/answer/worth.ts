import { certaintyLevels } from '../../../schemas/certainty.ts'
import type { Claim, ClaimFrame, Finding } from '../../../schemas/claim.ts'
import type { Study } from '../../../schemas/paper.ts'
import { clearness } from '../../findings/clearness.ts'
import { compileFacets, facetScores } from '../../question/facets/index.ts'
import { namesAny } from '../../question/facets/names.ts'
import type { Facts } from '../facts.ts'
import { sourcePapers } from '../sentences.ts'
import { toldOf } from './statement.ts'

/** How much the design of a paper speaks for telling it first. */
const designs: Readonly<Partial<Record<Study['design'], number>>> = {
  'meta-analysis': 0.8,
  'systematic-review': 0.7,
  'randomised-trial': 0.6,
  trial: 0.3,
  'non-randomised-trial': 0.3,
  cohort: 0.3,
  benchmark: 0.3,
  model: -0.3,
  review: -0.3,
  opinion: -0.6,
}
const hedged =
  /\b(?:may|might|could|suggests?|possibly|perhaps|seems?|appears?|potential(?:ly)?|should|need(?:s|ed)?)\b/i

/** Sentences that ask for more research, tell how something was made, or argue: they answer no question. */
const unanswering = new RegExp(
  [
    String.raw`\b(?:further|future|more|larger|longer|additional|phase \w+)(?: \w+){0,2} (?:research|stud(?:y|ies)|trials?|work|investigations?)\b`,
    String.raw`\bwarrant(?:s|ed)?\b|\bremains? to be (?:\w+ )?(?:determined|seen|established|shown)\b`,
    String.raw`\b(?:was|were|is|are) (?:developed|presented|introduced|described|discussed|reviewed|analy[sz]ed|employed)\b`,
    String.raw`\bpresents? the\b|\bprovid(?:es?|ing) (?:an? )?(?:overview|insights?)\b`,
    String.raw`^the (?:basic|main|key) idea\b|\bit is argued\b|\bshow(?:s|ed)? how\b`,
    String.raw`\badds? to the (?:\w+ )?(?:evidence|literature|knowledge)\b`,
  ].join('|'),
  'i',
)

/** What was done to find something out, and by what means: told as a finding by no answer. */
const method = new RegExp(
  [
    String.raw`\b(?:is|are|was|were|has been|have been) (?:\w+ly )?(?:performed|conducted|carried out|undertaken|exploited|simulated|modelled|collected|recruited|enrolled|randomi[sz]ed|investigated|examined|explored|interviewed|surveyed)\b`,
    String.raw`^(?:the (?:authors?|paper|study|article)|we|i|this (?:paper|study|article)|it) (?:also |then |first )?(?:uses?|used|exploits?|exploited|employs?|employed|appl(?:y|ies|ied)|examines?|examined|investigates?|investigated|stud(?:y|ies|ied)|analy[sz]es?d?|simulates?d?|compares?d?|considers?|describes?d?)\b`,
    '^(?:using|after selecting|based on) [^,]+, (?:the authors?|we|i) ',
  ].join('|'),
  'i',
)

/** Whether what would be told of a claim is a method or an aim. */
export const isMethod = (claim: Pick<Claim, 'text'>) => method.test(toldOf(claim))

/** What a claim loses that speaks of what the asked thing is held against, and gains that speaks of the asked thing. */
const [aside, onSubject] = [1.2, 0.5]

/** Where what something is held against begins. */
const against = /\b(?:than|compar(?:ed|ing|ison) (?:with|to)|versus|vs\.?|relative to|as opposed to)\s/i

/**
 * Whether a claim says something of the subject of the question, by the heads of its names and by the claim's frame, else by its words;
 * below 0 where it names that only as what another is held against.
 */
function onSubjectOf({ question }: Facts): (claim: Claim) => number {
  const asked = question.facets.filter(
    ({ role, part }) => role === 'subject' && part !== 'population' && part !== 'outcome',
  )
  const heads = asked.flatMap(({ terms }) => terms.flatMap((term) => term.split(/[\s-]+/).at(-1) ?? []))
  const names = namesAny(heads)
  return (claim) => {
    if (heads.length === 0) return 0
    const [own, other] = sidesOf(claim)
    return names(own) ? onSubject : names(other) ? -aside : 0
  }
}

/** What a claim is about, and what that is held against. */
function sidesOf(claim: Claim): [own: string, other: string] {
  const { exposure = [], comparator = [] } = claim.frame ?? {}
  const said = (slot: ClaimFrame['exposure']) => slot.map(({ text }) => text).join('; ')
  if (exposure.length > 0 && comparator.length > 0) return [said(exposure), said(comparator)]
  const text = toldOf(claim)
  const at = text.search(against)
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at)]
}

/** Papers that say likewise up to which a claim counts as more usual. */
const mostNear = 5

/** How well a claim tells a reader what its paper found. */
export type Worth = (claim: Claim) => number

/** Worth by clearness, size, relevance, a design that can show it, whether it names what the map's rows are about, and how many say likewise. */
export function worthOf(facts: Facts): Worth {
  const rows = (facts.map?.rows ?? []).filter(({ kind }) => kind !== 'other')
  const compiled = compileFacets(
    rows.map(({ id, label, names }) => ({ id, label, role: 'aspect' as const, terms: [label, ...names] })),
  )
  const names = (text: string) => facetScores(compiled, text).some(({ hits }) => hits.length > 0)
  const subject = onSubjectOf(facts)
  return (claim) => {
    const design = facts.paper.get(sourcePapers(claim)[0] ?? '')?.study?.design
    const figures = claim.quantities.filter(({ kind }) => kind !== 'n' && kind !== 'measure' && kind !== 'interval')
    return (
      clearness(claim) +
      (figures.length === 0 ? 0 : figures.length <= 3 ? 0.5 : 0.1) +
      (design ? (designs[design] ?? 0) : 0) +
      (rows.length > 0 && names(toldOf(claim)) ? 1.2 : 0) +
      subject(claim) +
      0.8 * claim.relevance +
      0.2 * (sourcePapers(claim).length - 1) +
      0.2 * Math.min(mostNear, claim.likewise.length) -
      (hedged.test(claim.text) ? 0.6 : 0) -
      (unanswering.test(toldOf(claim)) ? 1.5 : 0)
    )
  }
}

/** How much a finding is worth telling in the words of a claim: by papers and certainty besides. */
export function findingWorth(finding: Finding, head: Claim, worth: Worth): number {
  const level = finding.certainty ? certaintyLevels.length - certaintyLevels.indexOf(finding.certainty.level) : 0
  return worth(head) + 0.5 * finding.members.length + 0.5 * level
}
