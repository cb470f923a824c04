import { recordChanges } from '../../src/core/changes/index.ts'
import type { Claim } from '../../src/schemas/claim.ts'
import type { Report } from '../../src/schemas/report.ts'
import { readChanges } from '../io/content.ts'
import { historyFile, lastEdition } from './history.ts'
import { knownPapers } from './known-papers.ts'

/** Name and text of the history of an imported report, with what this state of it alters. Call it only where content changes. */
export async function importedHistory(
  content: string,
  { report, claims }: { report: Report; claims: readonly Claim[] },
  today: string,
): Promise<[string, string]> {
  const papers = new Map((await knownPapers(content)).map((paper) => [paper.id, paper]))
  const after = { report, claims, ledger: null, papers, basis: null }
  const before = await lastEdition(content, report.slug)
  return historyFile(recordChanges(before, after, await readChanges(content, report.slug), today))
}
