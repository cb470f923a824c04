import type { Dropped } from '../../schemas/ledger.ts'
import type { Addressed } from './addressing.ts'
import { repeats } from './dropped.ts'
import { sameStatement } from './merge-claims.ts'

/** How many claims a report may hold. */
export interface Limits {
  total: number
}

/**
 * No limit for a library that a person reads through; beyond it two for every paper, so that a report on a thousand
 * papers can still be checked and published.
 */
export const limitsFor = (papers: number): Limits => ({ total: Math.max(600, 2 * papers) })

/**
 * The claims that a report shows: of those that say the same within one paper the likeliest answer, and the likeliest
 * answers of every paper in turn until the limit is reached. `papers` says how many papers state a claim. What is left
 * out is named, with the rule `less-central` or `repeats`.
 */
export function selectClaims(
  claims: readonly Addressed[],
  limits: Limits,
  papers: ReadonlyMap<Addressed, number> = new Map(),
): { kept: Addressed[]; dropped: Dropped[] } {
  const ranked = claims
    .map((claim, at) => ({ claim, at, rank: claim.relevance * (1 + 0.1 * ((papers.get(claim) ?? 1) - 1)) }))
    .toSorted((a, b) => b.rank - a.rank || a.at - b.at)
    .map(({ claim }) => claim)
  const { once, again } = withoutRepeats(ranked)
  const chosen = new Set(inTurns(once).slice(0, limits.total))
  const reason = `Addresses the question, but less centrally than the ${chosen.size} claims that are shown`
  return {
    kept: claims.filter((claim) => chosen.has(claim)),
    dropped: [
      ...again.map(({ paper, text }) => ({ paper, text, ...repeats })),
      ...once
        .filter((claim) => !chosen.has(claim))
        .map(({ paper, text }) => ({ paper, text, rule: 'less-central', reason })),
    ],
  }
}

/** Parts what says the same as a claim of the same paper that comes before it. */
function withoutRepeats(ranked: readonly Addressed[]): { once: Addressed[]; again: Addressed[] } {
  const once: Addressed[] = []
  const again: Addressed[] = []
  const byPaper = new Map<string, Addressed[]>()
  for (const claim of ranked) {
    const others = byPaper.get(claim.paper) ?? []
    byPaper.set(claim.paper, others)
    if (others.some((other) => sameStatement(other.text, claim.text))) again.push(claim)
    else {
      once.push(claim)
      others.push(claim)
    }
  }
  return { once, again }
}

/** The first claim of every paper, then the second, and so on; within a turn in the order given. */
function inTurns(ranked: readonly Addressed[]): Addressed[] {
  const counts = new Map<string, number>()
  return ranked
    .map((claim, at) => {
      const turn = counts.get(claim.paper) ?? 0
      counts.set(claim.paper, turn + 1)
      return { claim, turn, at }
    })
    .toSorted((a, b) => a.turn - b.turn || a.at - b.at)
    .map(({ claim }) => claim)
}
