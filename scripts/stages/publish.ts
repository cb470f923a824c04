import { rm } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { releasePaper } from '../../src/core/settle.ts'
import { stableJson } from '../../src/core/stable-json.ts'
import { type ClaimsFile, claimsFile } from '../../src/schemas/claim.ts'
import { type Ledger, ledger } from '../../src/schemas/ledger.ts'
import { type Paper, paper } from '../../src/schemas/paper.ts'
import { type Report, report } from '../../src/schemas/report.ts'
import { readText, writeAtomic } from '../io/files.ts'
import type { Run } from '../run.ts'
import { knownPapers } from './known-papers.ts'
import type { Protocol } from './protocol.ts'

/** All that a run has to say of one question. */
export interface Edition {
  report: Report
  claims: ClaimsFile
  ledger: Ledger
  papers: readonly Paper[]
}

/**
 * Writes an edition into content. A day moves only when something else changed: the edition is composed for the day of
 * the last report first, and for today where that is not what content already says. The report is written last.
 */
export async function publish(protocol: Protocol, run: Run, compose: (day: string) => Edition) {
  const last = protocol.previous?.origin === 'generated' ? protocol.previous.date : run.today
  const same = await differing(run, compose(last))
  const edition = same.length === 0 ? compose(last) : compose(run.today)
  const files = same.length === 0 ? [] : await differing(run, edition)
  for (const [path, text] of files) {
    if (text === null) await rm(path, { force: true })
    else await writeAtomic(path, text)
  }
  return {
    slug: protocol.slug,
    report: edition.report,
    written: files.map(([path]) => relative(run.project.content, path)),
  }
}

/** The files of content that the edition would change, in the order in which they are written; null removes one. */
async function differing(run: Run, edition: Edition): Promise<[string, string | null][]> {
  const { content } = run.project
  const slug = edition.report.slug
  const current = new Set(edition.papers.map((entry) => entry.id))
  const left = (await knownPapers(content)).filter(
    (entry) => !current.has(entry.id) && entry.provenance.some((from) => from.question === slug),
  )
  const wanted: [string, string | null][] = [
    ...edition.papers.map((entry): [string, string] => [
      join('papers', `${entry.id}.json`),
      stableJson(paper.parse(entry)),
    ]),
    [join('ledger', `${slug}.json`), stableJson(ledger.parse(edition.ledger))],
    [join('claims', `${slug}.json`), stableJson(claimsFile.parse(edition.claims))],
    [join('reports', `${slug}.json`), stableJson(report.parse(edition.report))],
    ...left.map((entry): [string, string | null] => [join('papers', `${entry.id}.json`), released(entry, slug)]),
  ]
  const changed: [string, string | null][] = []
  for (const [name, text] of wanted) {
    const path = join(content, name)
    if ((await readText(path)) !== text) changed.push([path, text])
  }
  return changed
}

function released(entry: Paper, slug: string): string | null {
  const rest = releasePaper(entry, slug)
  return rest === null ? null : stableJson(rest)
}
