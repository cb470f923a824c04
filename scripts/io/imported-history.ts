import type { Claim } from '../../src/schemas/claim.ts'
import type { Report } from '../../src/schemas/report.ts'
import { type HistoryOf, historyWith } from './history.ts'

/** Name and text of the history of an imported report, with what this state of it alters. Call it only where content changes. */
export async function importedHistory(
  run: HistoryOf,
  { report, claims }: { report: Report; claims: readonly Claim[] },
): Promise<[string, string]> {
  const named = claims.flatMap(({ sources, evidence }) => [...sources, ...evidence])
  const listed = await run.shelf.read([...named, ...report.references].map(({ paper }) => paper))
  const papers = new Map(listed.map((paper) => [paper.id, paper]))
  return historyWith(run, { report, claims, findings: [], ledger: null, papers, basis: null })
}
