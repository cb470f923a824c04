import type { ScreeningDecision } from '../../screen/decision.ts'
import { inBatches } from '../batches.ts'

/**
 * Relevance, as a share of the line, between which the rules are in doubt about a record. The line is drawn so that it
 * leaves out next to nothing: of three labelled reviews (5,716 records) it left out 8 of 426 relevant ones, and of what it
 * kept up to twice its height 3 in 100 were relevant. So doubt reaches farther above it than below.
 */
const band = { from: 0.6, to: 2 }
/** Records of one question that a model is asked about, at most: those nearest to the line. */
const mostRecords = 200
/** Records of one request, at most. */
const batch = 20

/** Only these two decisions rest on relevance; every other rule is exact, and no model is asked about it. */
const byRelevance = new Set(['on-topic', 'off-topic'])

/** Whether the rules decided on a record by a relevance near the line, and no person did. */
export function isInDoubt({ rule, relevance, overruled }: ScreeningDecision, threshold: number): boolean {
  return byRelevance.has(rule) && !overruled && relevance >= band.from * threshold && relevance < band.to * threshold
}

/** The ids of papers in doubt in batches of one request each, in the order of the decisions. */
export function batchesInDoubt(decisions: readonly ScreeningDecision[], threshold: number): string[][] {
  const distance = ({ relevance }: ScreeningDecision) => Math.abs(relevance - threshold)
  const nearest = decisions
    .filter((decision) => isInDoubt(decision, threshold))
    .sort((a, b) => distance(a) - distance(b) || (a.paper < b.paper ? -1 : 1))
    .slice(0, mostRecords)
  const chosen = new Set(nearest.map(({ paper }) => paper))
  const ids = decisions.filter(({ paper }) => chosen.has(paper)).map(({ paper }) => paper)
  return inBatches(ids, batch)
}
