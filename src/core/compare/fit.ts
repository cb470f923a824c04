import type { Evidence } from '../../schemas/claim.ts'
import type { Analysis } from '../text/analyse.ts'
import { populations } from '../text/people.ts'
import { coverage } from './align.ts'

/**
 * How the matter of the evidence relates to that of the claim: `narrower` where the evidence holds for a population that
 * the claim does not name, `broader` where it leaves out the claim's own, `related` where much of the claim is missing.
 */
export function fitOf(claim: Analysis, evidence: Analysis): Evidence['fit'] {
  const there = coverage(claim, evidence)
  const back = coverage(evidence, claim)
  if (there < 0.5) return 'related'
  const only = (one: Analysis, other: Analysis) =>
    [...one.stems.keys()].some((key) => populations.has(key) && !other.stems.has(key))
  if (only(evidence, claim)) return only(claim, evidence) ? 'related' : 'narrower'
  if (only(claim, evidence)) return 'broader'
  if (missingName(claim, evidence)) return there > 0.7 ? 'broader' : 'related'
  return there >= 0.75 || (there >= 0.6 && back >= 0.4) ? 'same' : 'related'
}

function missingName(claim: Analysis, evidence: Analysis): boolean {
  return [...claim.names].some((name) => !evidence.stems.has(name))
}
