import type { Claim } from '../../../schemas/claim.ts'
import type { Facts } from '../facts.ts'
import { sourcePapers } from '../sentences.ts'

type Told = Pick<Facts, 'claims' | 'findings' | 'paper'>

/**
 * The facts as far as papers that stand carry them: a retracted paper answers nothing. A claim keeps its sources that stand, a
 * finding its members that do, and one of whose papers fewer than two stand is no finding.
 */
export function standing<T extends Told>(facts: T): T {
  if (facts.claims.every((claim) => sourcePapers(claim).every((id) => !isRetracted(id, facts)))) return facts
  const claims = facts.claims.flatMap((claim) => {
    const sources = claim.sources.filter(({ paper }) => !isRetracted(paper, facts))
    return restsOnRetracted(claim, facts) ? [] : [{ ...claim, sources }]
  })
  const byId = new Map(claims.map((claim) => [claim.id, claim]))
  const findings = facts.findings.flatMap((finding) => {
    const members = finding.members.filter(({ claim }) => byId.has(claim))
    const papers = new Set(members.flatMap(({ claim }) => sourcePapers(byId.get(claim)!)))
    return papers.size < 2 ? [] : [{ ...finding, members }]
  })
  return { ...facts, claims, findings }
}

/** Whether every paper that states a claim is retracted. */
export function restsOnRetracted(claim: Claim, facts: Told): boolean {
  return claim.sources.length > 0 && claim.sources.every(({ paper }) => isRetracted(paper, facts))
}

const isRetracted = (id: string, { paper }: Told): boolean => paper.get(id)?.standing.state === 'retracted'
