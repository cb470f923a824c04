import type { ScreeningDecision } from '../../screen/decision.ts'

/**
 * How far from the line a record's relevance may be for the rules to be in doubt about it, as a share of the line. The
 * same on both sides: a record a little above it is as doubtful as one a little below.
 */
const band = 0.4
/** Records of one question that a model is asked about, at most: those nearest to the line. */
const mostRecords = 200
/** Records of one request. */
const batch = 20

/** Only these two decisions rest on relevance; every other rule is exact, and no model is asked about it. */
const byRelevance = new Set(['on-topic', 'off-topic'])

/** Whether the rules decided on a record by a relevance near the line, and no person did. */
export function isInDoubt({ rule, relevance, overruled }: ScreeningDecision, threshold: number): boolean {
  return byRelevance.has(rule) && !overruled && Math.abs(relevance - threshold) <= band * threshold
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
  return Array.from({ length: Math.ceil(ids.length / batch) }, (_, at) => ids.slice(at * batch, (at + 1) * batch))
}
