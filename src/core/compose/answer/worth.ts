import { certaintyLevels } from '../../../schemas/certainty.ts'
import type { Claim, Finding } from '../../../schemas/claim.ts'
import type { Study } from '../../../schemas/paper.ts'
import { clearness } from '../../findings/clearness.ts'
import { compileFacets, facetScores } from '../../question/facets/index.ts'
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
  return (claim) => {
    const design = facts.paper.get(sourcePapers(claim)[0] ?? '')?.study?.design
    const figures = claim.quantities.filter(({ kind }) => kind !== 'n' && kind !== 'measure' && kind !== 'interval')
    return (
      clearness(claim) +
      (figures.length === 0 ? 0 : figures.length <= 3 ? 0.5 : 0.1) +
      (design ? (designs[design] ?? 0) : 0) +
      (rows.length > 0 && names(toldOf(claim)) ? 1.2 : 0) +
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
