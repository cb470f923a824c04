import { join } from 'node:path'
import { sealed } from '../../src/core/audit/seal.ts'
import { type Edition, recordChanges } from '../../src/core/changes/index.ts'
import { stableJson } from '../../src/core/stable-json.ts'
import { readChanges, readClaims, readLedger, readReport } from '../../src/reader/entries.ts'
import { type ChangesFile, changesFile } from '../../src/schemas/change.ts'
import type { Project } from './project.ts'
import type { Shelf } from './shelf.ts'

/** Where the last edition of a question lies. */
export interface LastOf {
  project: Project
  shelf: Shelf
}

/** Where and on which day a history is written. */
export interface HistoryOf extends LastOf {
  /** `YYYY-MM-DD` */
  today: string
}

/** The edition of a question that content holds, or null where there is none or it cannot be read. */
export async function lastEdition({ project: { content }, shelf }: LastOf, slug: string): Promise<Edition | null> {
  const report = await readReport(content, slug)
  const claims = await readClaims(content, slug)
  if (report === null || claims === null) return null
  const ledger = await readLedger(content, slug)
  const named = [
    ...claims.claims.flatMap(({ sources, evidence }) => [...sources, ...evidence]),
    ...report.references,
    ...(ledger?.records ?? []),
  ]
  const ids = [...named.map(({ paper }) => paper), ...shelf.ofQuestion(slug)]
  const papers = new Map((await shelf.read(ids)).map((paper) => [paper.id, paper]))
  const basis = (await readChanges(content, slug))?.basis ?? null
  return { report, claims: claims.claims, ledger, papers, basis }
}

/** Name and text of the history of a question with what `after` alters in front. Call it only where content changes. */
export async function historyWith(run: HistoryOf, after: Edition): Promise<[string, string]> {
  const { slug } = after.report
  const before = await lastEdition(run, slug)
  return historyFile(recordChanges(before, after, await readChanges(run.project.content, slug), run.today))
}

/** Name and text of a history in content. */
export function historyFile(history: ChangesFile): [string, string] {
  return [join('changes', `${history.question}.json`), stableJson(sealed(changesFile.parse(history)))]
}
