import { Cite } from '@citation-js/core'
import '@citation-js/plugin-bibtex'
import '@citation-js/plugin-ris'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseDocument } from 'htmlparser2'
import { extractText, getDocumentProxy } from 'unpdf'
import { bibtex, byPaper, cslJson, ris } from '../../../src/page-data/exports/references.ts'
import { type Claim, claimsFile } from '../../../src/schemas/claim.ts'
import { type LedgerRecord, ledger } from '../../../src/schemas/ledger.ts'
import { type Paper, paper as paperForm } from '../../../src/schemas/paper.ts'
import type { BuiltSite } from '../built-sites.ts'
import type { Reference } from './rows.ts'

/** What was made of all files together. */
export interface Made {
  papers: Paper[]
  claims: Claim[]
  records: LedgerRecord[]
  /** By export: those of the built site and its report, which hold what is cited, and one of every work. */
  references: Map<string, Reference[]>
  /** The report's page. */
  page: ReturnType<typeof parseDocument>
  /** The text of the report's PDF without white space. */
  pdf: string
}

/** The files of references, of the site and of a report. */
export const exports = ['references.bib', 'references.ris', 'references.csl.json']

/** Reads what a site was built of and what was built, for the question `roofs`. */
export async function readSite({ content, dist }: BuiltSite): Promise<Made> {
  const json = async (path: string): Promise<unknown> => JSON.parse(await readFile(join(content, path), 'utf8'))
  const names = await readdir(join(content, 'papers'))
  const papers = await Promise.all(names.map(async (name) => paperForm.parse(await json(`papers/${name}`))))
  const own = papers.filter(({ provenance }) => provenance.some(({ question }) => question === 'roofs'))
  const references = new Map<string, Reference[]>()
  for (const name of exports)
    for (const path of [name, `reports/roofs/${name}`]) references.set(path, read(await readFile(join(dist, path))))
  const all = byPaper(own)
  for (const [name, text] of Object.entries({ bib: bibtex(all), ris: ris(all), 'csl.json': cslJson(all) }))
    references.set(`every work, ${name}`, read(text))
  const pdf = await getDocumentProxy(new Uint8Array(await readFile(join(dist, 'reports/roofs/report.pdf'))))
  const { text } = await extractText(pdf, { mergePages: true })
  return {
    papers: own,
    claims: claimsFile.parse(await json('claims/roofs.json')).claims,
    records: ledger.parse(await json('ledger/roofs.json')).records,
    references,
    page: parseDocument(await readFile(join(dist, 'reports/roofs/index.html'), 'utf8')),
    pdf: text.replace(/[\s-]+/g, ''),
  }
}

const read = (text: string | Uint8Array): Reference[] => new Cite(String(text) as never).data as Reference[]
