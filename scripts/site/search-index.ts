import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { TouchstoneError } from '../../src/core/errors.ts'
import { isShared, tallyOf } from '../../src/page-data/finding/tally.ts'
import {
  claimRecord,
  findingRecord,
  paperRecord,
  questionRecord,
  type SearchRecord,
} from '../../src/page-data/lists/search-records.ts'
import type { ClaimsFile } from '../../src/schemas/claim.ts'
import type { Paper } from '../../src/schemas/paper.ts'
import type { Report } from '../../src/schemas/report.ts'
import { absent } from '../io/files.ts'
import { settledIndex } from './settled-index.ts'

/** What the search page loads; the user interfaces that Pagefind brings are left out. */
const needed = /^(?:pagefind\.js|pagefind-worker\.js|pagefind-entry\.json|wasm\..*\.pagefind|.*\.pf_\w+)$/

/** Every record of the index of a content folder, and a hash of them all. */
export async function searchRecords(content: string): Promise<{ records: SearchRecord[]; hash: string }> {
  const records: SearchRecord[] = []
  const hash = createHash('sha256')
  for await (const record of recordsOf(content)) {
    records.push(record)
    hash.update(`${JSON.stringify(record)}\n`)
  }
  return { records, hash: hash.digest('hex') }
}

/** Files that are named by what is in them: where one of this name is there, it is the same. */
const named = /^(?:fragment|index|filter)\//

/**
 * Writes the search index into a folder, without what is `there` already under the same content: one record a question,
 * finding, claim and paper, chosen from the content and not read from pages. Gives the paths of all files of the index.
 * @throws TouchstoneError `build-failed` where the indexer fails
 */
export async function writeIndex(
  records: readonly SearchRecord[],
  folder: string,
  there: ReadonlySet<string>,
): Promise<string[]> {
  const { close, createIndex } = await import('pagefind')
  try {
    const { index, errors } = await createIndex({ forceLanguage: 'en' })
    if (!index) throw failed(errors)
    for (const record of records) {
      const added = await index.addCustomRecord(record)
      if (added.errors.length > 0) throw failed(added.errors)
    }
    const { files, errors: faults } = await index.getFiles()
    if (faults.length > 0) throw failed(faults)
    const made = files.filter(({ path }) => needed.test(path.replace(/^.*\//, '')))
    const settled = settledIndex(made)
    for (const { path, content } of settled) {
      if (named.test(path) && there.has(path)) continue
      mkdirSync(dirname(join(folder, path)), { recursive: true })
      writeFileSync(join(folder, path), content)
    }
    return settled.map(({ path }) => path)
  } finally {
    await close()
  }
}

/** Every record, question by question, then the papers. */
async function* recordsOf(content: string): AsyncGenerator<SearchRecord> {
  const papers = new Map<string, Paper>()
  for (const name of await names(join(content, 'papers'))) {
    const paper = read<Paper>(join(content, 'papers', name))
    papers.set(paper.id, paper)
  }
  const topics = new Map<string, Set<string>>()
  for (const name of await names(join(content, 'reports'))) {
    const report = read<Report>(join(content, 'reports', name))
    const { claims, findings = [] } = read<Pick<ClaimsFile, 'claims'> & Partial<ClaimsFile>>(
      join(content, 'claims', name),
    )
    yield questionRecord(report, tallyOf(claims, findings, isShared))
    const byId = new Map(claims.map((claim) => [claim.id, claim]))
    for (const finding of findings) yield findingRecord(finding, byId, report, papers)
    for (const claim of claims) yield claimRecord(claim, report, papers)
    for (const { paper } of report.references) topics.set(paper, (topics.get(paper) ?? new Set()).add(report.topic))
  }
  for (const paper of papers.values()) yield paperRecord(paper, [...(topics.get(paper.id) ?? [])])
}

async function names(folder: string): Promise<string[]> {
  const found = await readdir(folder).catch(absent([]))
  return found.filter((name) => name.endsWith('.json')).sort()
}

/** The files were audited just before; they are not checked again. */
function read<T>(path: string): T {
  return JSON.parse(readFileSync(path, 'utf8')) as T
}

function failed(errors: readonly string[]): TouchstoneError {
  return new TouchstoneError('build-failed', `the search index could not be made: ${errors.join('; ')}`, {
    next: 'Run npm run build again; report it where it happens twice.',
  })
}
