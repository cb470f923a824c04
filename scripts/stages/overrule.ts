import { unusedDecisions } from '../../src/core/screen/overruling.ts'
import { overruleVerdicts, unusedVerdicts } from '../../src/core/verify/overruling.ts'
import type { Claim } from '../../src/schemas/claim.ts'
import type { Paper } from '../../src/schemas/paper.ts'
import type { Run } from '../run.ts'
import type { Protocol } from './protocol.ts'

/** Claims with the verdicts of a person; decisions on papers and claims that are not there are told, never dropped in silence. */
export function overrule(
  claims: readonly Claim[],
  papers: readonly Paper[],
  { slug, decisions }: Protocol,
  run: Run,
): Claim[] {
  const file = `questions/${slug}.decisions.yaml`
  for (const { paper, doi, who } of unusedDecisions(decisions.screening, papers))
    run.log(`${file}: ${who} decided on ${paper ?? doi}, which is none of the papers: check the id`)
  for (const { claim, who } of unusedVerdicts(claims, decisions.verdicts))
    run.log(`${file}: ${who} decided on ${claim}, which is none of the claims: check the id`)
  return overruleVerdicts(claims, decisions.verdicts)
}
