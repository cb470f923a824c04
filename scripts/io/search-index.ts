import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { TouchstoneError } from '../../src/core/errors.ts'
import { claimRecord, paperRecord, questionRecord, type SearchRecord } from '../../src/page-data/search-records.ts'
import type { ClaimsFile } from '../../src/schemas/claim.ts'
import type { Paper } from '../../src/schemas/paper.ts'
import type { Report } from '../../src/schemas/report.ts'
import type { Project } from './project.ts'

/** What the search page loads; the user interfaces that Pagefind brings are left out. */
const needed = /^(?:pagefind\.js|pagefind-worker\.js|pagefind-entry\.json|wasm\..*\.pagefind|.*\.pf_\w+)$/

/**
 * Writes the search index of the site into the project's dist folder: one record a question, claim and paper,
 * chosen from the content and not read from pages.
 * @throws TouchstoneError `build-failed` where the indexer fails
 */
export async function indexSite({ content, dist }: Project): Promise<number> {
  const { close, createIndex } = await import('pagefind')
  const folder = join(dist, 'pagefind')
  try {
    const { index, errors } = await createIndex({ forceLanguage: 'en' })
    if (!index) throw failed(errors)
    let records = 0
    for await (const record of recordsOf(content)) {
      const added = await index.addCustomRecord(record)
      if (added.errors.length > 0) throw failed(added.errors)
      records++
    }
    const { files, errors: faults } = await index.getFiles()
    if (faults.length > 0) throw failed(faults)
    await rm(folder, { recursive: true, force: true })
    for (const { path, content: bytes } of files) {
      if (!needed.test(path.replace(/^.*\//, ''))) continue
      await mkdir(dirname(join(folder, path)), { recursive: true })
      await writeFile(join(folder, path), bytes)
    }
    return records
  } finally {
    await close()
  }
}

/** Every record, question by question, then the papers. */
async function* recordsOf(content: string): AsyncGenerator<SearchRecord> {
  const papers = new Map<string, Paper>()
  for (const name of await names(join(content, 'papers'))) {
    const paper = await read<Paper>(join(content, 'papers', name))
    papers.set(paper.id, paper)
  }
  const topics = new Map<string, Set<string>>()
  for (const name of await names(join(content, 'reports'))) {
    const report = await read<Report>(join(content, 'reports', name))
    const { claims } = await read<ClaimsFile>(join(content, 'claims', name))
    yield questionRecord(report)
    for (const claim of claims) yield claimRecord(claim, report, papers)
    for (const { paper } of report.references) topics.set(paper, (topics.get(paper) ?? new Set()).add(report.topic))
  }
  for (const paper of papers.values()) yield paperRecord(paper, [...(topics.get(paper.id) ?? [])])
}

async function names(folder: string): Promise<string[]> {
  const found = await readdir(folder).catch(() => [])
  return found.filter((name) => name.endsWith('.json')).sort()
}

/** The files were audited just before; they are not checked again. */
async function read<T>(path: string): Promise<T> {
  return JSON.parse(await readFile(path, 'utf8')) as T
}

function failed(errors: readonly string[]): TouchstoneError {
  return new TouchstoneError('build-failed', `the search index could not be made: ${errors.join('; ')}`, {
    next: 'Run npm run build again; report it where it happens twice.',
  })
}
