import { type Certainty, certaintyLevels } from '../../schemas/certainty.ts'
import type { Claim, Finding } from '../../schemas/claim.ts'
import type { Paper } from '../../schemas/paper.ts'
import { findingFigures } from '../quantities/finding-figures.ts'
import { designReason } from './design-reason.ts'
import { consistencyReason, directnessReason, independenceReason, precisionReason } from './reasons.ts'
import { type Voices, voicesOf } from './voices.ts'

/** What the certainty of findings is read from. */
export interface CertaintyInput {
  claims: ReadonlyMap<string, Claim>
  papers: ReadonlyMap<string, Paper>
  /** Name of the group of papers that do not speak independently of one another. */
  source: (paper: string) => string
}

/**
 * How sure one may be of a finding, after the questions of GRADE that abstracts can answer: what the papers are, whether they agree,
 * speak of this case, are large enough, and speak independently. Each answer names its papers; levels that answers take away add up.
 * Null where no paper that says it has a voice left.
 */
export function certaintyOf(
  finding: Pick<Finding, 'members'>,
  { claims, papers, source }: CertaintyInput,
): Certainty | null {
  const voices = voicesOf(finding, claims, papers)
  if (voices.says.length === 0) return null
  const reasons = [
    designReason(voices),
    consistencyReason(voices, variation(voices, source)),
    directnessReason(voices),
    precisionReason(voices),
    independenceReason(voices, source),
  ]
  const steps = reasons.reduce((sum, reason) => sum + reason.steps, 0)
  return { level: certaintyLevels[Math.min(certaintyLevels.length - 1, -steps)]!, reasons }
}

/** The same for a claim that one paper makes. */
export function certaintyOfClaim(claim: Claim, input: CertaintyInput): Certainty | null {
  const known = new Map([[claim.id, claim]])
  return certaintyOf(
    { members: [{ claim: claim.id, stance: 'supports', fit: 'same', reason: 'its own words' }] },
    { ...input, claims: known },
  )
}

/** Share of variation beyond chance of the estimates that could be pooled, in percent; null where none could. */
function variation({ says }: Voices, source: (paper: string) => string): number | null {
  const pooled = findingFigures(
    says.map(({ claim }) => claim),
    source,
  ).flatMap((figure) => figure.pooled ?? [])
  return pooled.length === 0 ? null : Math.max(...pooled.map(({ i2 }) => i2))
}
