import { recordChanges } from '../../src/core/changes/index.ts'
import type { Claim } from '../../src/schemas/claim.ts'
import type { Report } from '../../src/schemas/report.ts'
import { readChanges } from '../io/content.ts'
import type { Run } from '../run.ts'
import { historyFile, lastEdition } from './history.ts'

/** Name and text of the history of an imported report, with what this state of it alters. Call it only where content changes. */
export async function importedHistory(
  run: Pick<Run, 'project' | 'shelf' | 'today'>,
  { report, claims }: { report: Report; claims: readonly Claim[] },
): Promise<[string, string]> {
  const { content } = run.project
  const named = claims.flatMap(({ sources, evidence }) => [...sources, ...evidence])
  const listed = await run.shelf.read([...named, ...report.references].map(({ paper }) => paper))
  const papers = new Map(listed.map((paper) => [paper.id, paper]))
  const after = { report, claims, ledger: null, papers, basis: null }
  const before = await lastEdition(run, report.slug)
  return historyFile(recordChanges(before, after, await readChanges(content, report.slug), run.today))
}
