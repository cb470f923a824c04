import type { Addressed } from './addressing.ts'
import type { Dropped } from './candidates.ts'
import { sameStatement } from './merge-claims.ts'

/** How many claims a report may hold, and how many of one paper. */
export interface Limits {
  total: number
  perPaper: number
}

/** Sixty claims, and more where more papers speak: three for two papers, a hundred at most. */
export const limitsFor = (papers: number): Limits => ({
  total: Math.min(100, Math.max(60, Math.ceil(1.5 * papers))),
  perPaper: 4,
})

/** Below this rank a claim is not shown only because its paper has nothing better. */
const floor = 0.33

const effect =
  /\d\s?%|\b(?:hazard|odds|risk|rate) ratio|\b(?:HR|OR|RR)\b|\bCI\b|\bP\s?[<=]|\bp\s?[<=]\s?0|\b\d+ of (?:the )?\d+|\d\/\d|\bF1\b|\bAUC\b|\d(?:\.\d+)? (?:times|fold)|-fold/
const compared =
  /\b(?:than|versus|vs|compared|superior|inferior|noninferior|non-inferior|as effective as|similar to|no difference)\b/i
const vague =
  /\b(?:promising|potential|insights?|shed light|open the path|contribute to|warrants?|interesting|attractive|exciting|important role|may play|novel way|valuable|understanding|needed|urgent|largely unknown|unclear|highlight\w*|have been conducted|alternatives?|challeng\w+|approved|registered)\b/i

/** A claim with an effect in numbers, or a comparison, tells a reader more than a promise. */
function weightOf(text: string): number {
  return (effect.test(text) ? 1.3 : 1) * (compared.test(text) ? 1.15 : 1) * (vague.test(text) ? 0.7 : 1)
}

/** What several papers state alike counts for more than what one says. */
function rankOf(claim: Addressed, papers: number): number {
  return claim.score * claim.central * claim.relevance * weightOf(claim.text) * (1 + Math.min(papers - 1, 4) * 0.25)
}

/**
 * The claims that a report shows: the best of every paper first, and at least three of every facet, then the best of all,
 * until the limit is reached. `papers` says how many papers state a claim. What is left out is named, with the rule
 * `less-central` or `repeats`.
 */
export function selectClaims(
  claims: readonly Addressed[],
  limits: Limits,
  papers: ReadonlyMap<Addressed, number> = new Map(),
): { kept: Addressed[]; dropped: Dropped[] } {
  const dropped: Dropped[] = []
  const refuse = (claim: Addressed, rule: string, reason: string) =>
    dropped.push({ paper: claim.paper, text: claim.text, rule, reason })
  const ranked = claims
    .map((claim, at) => ({ claim, at, rank: rankOf(claim, papers.get(claim) ?? 1) }))
    .toSorted((a, b) => b.rank - a.rank || a.at - b.at)
  const unlike: typeof ranked = []
  for (const entry of ranked) {
    if (
      unlike.some(
        (other) => other.claim.paper === entry.claim.paper && sameStatement(other.claim.text, entry.claim.text),
      )
    )
      refuse(entry.claim, 'repeats', 'Says what another claim of the same paper says')
    else unlike.push(entry)
  }
  const chosen = new Set<Addressed>()
  const perPaper = new Map<string, number>()
  const take = (claim: Addressed, most: number) => {
    const count = perPaper.get(claim.paper) ?? 0
    if (chosen.has(claim) || chosen.size >= limits.total || count >= most) return
    chosen.add(claim)
    perPaper.set(claim.paper, count + 1)
  }
  const facets = [...new Set(unlike.map(({ claim }) => claim.facet))]
  for (const facet of facets)
    for (const { claim } of unlike.filter((entry) => entry.claim.facet === facet).slice(0, 3))
      take(claim, limits.perPaper)
  for (const { claim, rank } of unlike) if (rank >= floor) take(claim, 1)
  for (const { claim } of unlike) take(claim, limits.perPaper)
  for (const { claim } of unlike)
    if (!chosen.has(claim))
      refuse(
        claim,
        'less-central',
        `Addresses the question, but less centrally than the ${chosen.size} claims that are shown`,
      )
  return {
    kept: unlike
      .filter(({ claim }) => chosen.has(claim))
      .toSorted((a, b) => a.at - b.at)
      .map(({ claim }) => claim),
    dropped,
  }
}
