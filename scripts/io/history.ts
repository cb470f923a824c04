import { join } from 'node:path'
import { sealed, sealHolds } from '../../src/core/audit/seal.ts'
import { type Edition, recordChanges } from '../../src/core/changes/index.ts'
import { stableJson } from '../../src/core/stable-json.ts'
import { readChanges, readClaims, readLedger, readReport } from '../../src/reader/entries.ts'
import { type ChangesFile, changesFile } from '../../src/schemas/change.ts'
import { readText } from './files.ts'
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
  return { report, claims: claims.claims, findings: claims.findings, ledger, papers, basis }
}

/** Name and text of the history of a question with what `after` alters in front. Call it only where content changes. */
export async function historyWith(run: HistoryOf, after: Edition): Promise<[string, string]> {
  const { slug } = after.report
  const file = await readChanges(run.project.content, slug)
  if (file === null || isRemoved(file)) {
    const before = await lastEdition(run, slug)
    return historyFile(recordChanges(before, after, file, run.today))
  }
  const { edition, repaired } = await mendedEdition(run, after, file)
  return historyFile(recordChanges(edition, after, file, run.today, repaired))
}

/** Whether the report was taken down and is not back yet. */
function isRemoved({ changes }: ChangesFile): boolean {
  return changes.find(({ kind }) => kind === 'report-added' || kind === 'report-removed')?.kind === 'report-removed'
}

/**
 * The last edition of a question that has a history. What of it is damaged or lost is taken as the run makes it again:
 * a repair is no change, and nobody can say what the file said.
 */
async function mendedEdition({ project: { content }, shelf }: LastOf, after: Edition, file: ChangesFile) {
  const { slug } = after.report
  const report = await intact(content, `reports/${slug}.json`, () => readReport(content, slug))
  const claims = await intact(content, `claims/${slug}.json`, () => readClaims(content, slug))
  const ledger = await intact(content, `ledger/${slug}.json`, () => readLedger(content, slug))
  const named = [
    ...(claims?.claims ?? []).flatMap(({ sources, evidence }) => [...sources, ...evidence]),
    ...(report?.references ?? []),
    ...(ledger?.records ?? []),
  ]
  const ids = new Set([...named.map(({ paper }) => paper), ...shelf.ofQuestion(slug)])
  const papers = new Map((await shelf.read(ids)).map((paper) => [paper.id, paper]))
  const lost = [...after.papers].filter(
    ([id]) => !papers.has(id) && (ids.has(id) || (ledger === null && after.ledger !== null)),
  )
  const edition: Edition = {
    report: report ?? after.report,
    claims: claims?.claims ?? after.claims,
    findings: claims?.findings ?? after.findings,
    ledger: ledger ?? after.ledger,
    papers: new Map([...papers, ...lost]),
    basis: file.basis ?? null,
  }
  return { edition, repaired: report === null || claims === null || lost.length > 0 }
}

/** The value of a file that is as the program wrote it; null where it is missing, cut or was written over. */
async function intact<T>(content: string, name: string, read: () => Promise<T | null>): Promise<T | null> {
  const value = await read()
  return value !== null && sealHolds(JSON.parse((await readText(join(content, name))) ?? 'null')) ? value : null
}

/** Name and text of a history in content. */
export function historyFile(history: ChangesFile): [string, string] {
  return [join('changes', `${history.question}.json`), stableJson(sealed(changesFile.parse(history)))]
}
