import type { Claim, Finding, Verdict } from '../../schemas/claim.ts'

/** What a report states once: a finding of several papers with its claims, or a claim that stands in no finding. */
export interface Statement {
  /** Id of the finding, else of the claim. */
  id: string
  /** The claims that say it, the one that words it first. */
  claims: readonly Claim[]
  verdict: Verdict
}

/** Verdicts of claims by what they make of the statement that they share: one disputed claim makes it disputed. */
const weightiest: readonly Verdict[] = ['disputed', 'contradicted', 'supported', 'reported', 'unverified']

/** The statements of a report in the order of their first claims; every claim stands in exactly one. */
export function statementsOf(claims: readonly Claim[], findings: readonly Finding[]): Statement[] {
  const known = new Map(claims.map((claim) => [claim.id, claim]))
  const grouped = findings.map(({ id, members }) => ({
    id,
    claims: members.flatMap(({ claim }) => known.get(claim) ?? []),
  }))
  const first = new Map(grouped.flatMap((group) => (group.claims[0] ? [[group.claims[0].id, group] as const] : [])))
  const taken = new Set(grouped.flatMap((group) => group.claims.map(({ id }) => id)))
  return claims.flatMap((claim) => {
    const group = first.get(claim.id)
    if (group) return [{ ...group, verdict: verdictOf(group.claims) }]
    return taken.has(claim.id) ? [] : [{ id: claim.id, claims: [claim], verdict: claim.verdict }]
  })
}

function verdictOf(claims: readonly Claim[]): Verdict {
  return weightiest.find((verdict) => claims.some((claim) => claim.verdict === verdict)) ?? 'unverified'
}
