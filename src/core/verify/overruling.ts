import type { Claim } from '../../schemas/claim.ts'
import type { Decisions } from '../../schemas/decisions.ts'

type Entry = Decisions['verdicts'][number]

/**
 * Claims with the verdicts of a person in place of the engine's, the last decision on each. What the engine had said is
 * kept; no probability is shown, because a person gave none.
 */
export function overruleVerdicts(claims: readonly Claim[], entries: readonly Entry[]): Claim[] {
  return claims.map((claim) => {
    const entry = entries.findLast((one) => one.claim === claim.id)
    if (!entry || entry.verdict === claim.verdict) return claim
    const { confidenceNote: _, ...rest } = claim
    return {
      ...rest,
      verdict: entry.verdict,
      confidence: null,
      confidenceNote: 'a person decided',
      overruled: { by: entry.who, day: entry.when, reason: entry.why, was: claim.verdict },
    }
  })
}

/** Decisions on claims that are not there: a slip of the pen, or a claim that is no longer made. */
export function unusedVerdicts(claims: readonly Claim[], entries: readonly Entry[]): Entry[] {
  const known = new Set(claims.map(({ id }) => id))
  return entries.filter((entry) => !known.has(entry.claim))
}
