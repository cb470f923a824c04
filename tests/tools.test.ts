import { Cite } from '@citation-js/core'
import '@citation-js/plugin-bibtex'
import '@citation-js/plugin-ris'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { extractText, getDocumentProxy } from 'unpdf'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readLibraryFile } from '../scripts/formats/read.ts'
import { planAll } from '../scripts/import/plan.ts'
import { writeAll } from '../scripts/import/write-all.ts'
import { type PrintedRecord, printed } from '../scripts/sources/printed.ts'
import { isOthers } from '../src/core/papers/names.ts'
import { plainText } from '../src/core/text/plain-text.ts'
import { readClaims, readReport } from '../src/page-data/content/noted.ts'
import { forgetState } from '../src/page-data/content/site-index.ts'
import { bibtex, byPaper, cslJson, ris } from '../src/page-data/exports/references.ts'
import { siteFiles } from '../src/page-data/exports/site-files.ts'
import { reportFiles } from '../src/page-data/report/files.ts'
import { readReportSource, reportPage } from '../src/page-data/report/page.ts'
import { settings } from '../src/page-data/settings.ts'
import { type CslName, type Paper, paper as paperForm } from '../src/schemas/paper.ts'
import { nightOffline, sampleProject } from './helpers/project.ts'

/** What is right of one record, wherever it is read; what is not named is not compared. */
interface Right {
  authors?: string
  /** A year, or what the source says of the date. */
  date?: number | string
  doi?: string | null
  pmid?: string
  page?: string
  type?: string
  venue?: string
  standing?: 'retracted' | 'concern'
  /** The standing that a notice of the same library gives it. */
  noticed?: 'corrected'
  notice?: 'retraction' | 'correction' | 'concern'
  /** How the text of which claims are made begins; null where there is none. */
  text?: string | null
}

/** A kind of fault, the file of the tool that shows it, the title of the record, and what is right. */
type Row = readonly [kind: string, file: string, title: string, right: Right]

const folder = join(import.meta.dirname, 'fixtures/tools')

/** One row a line, by kind. */
const rows = (await readFile(`${folder}.jsonl`, 'utf8'))
  .trimEnd()
  .split('\n')
  .map((line) => JSON.parse(line) as Row)

const question = 'Do green roofs reduce storm runoff?'
const day = '2026-01-02'
const exports = ['references.bib', 'references.ris', 'references.csl.json']

/** What was made of all files together: papers of content by title, references of each export, what the audit found wrong. */
interface Made {
  papers: Paper[]
  errors: string[]
  /** By export: those of the site and of the report, which hold what is cited, and one of every work. */
  references: Map<string, Reference[]>
  /** The list of references as the report's page shows it, without its markup. */
  list: string
  /** The text of the report's PDF without white space. */
  pdf: string
}

type Named = CslName & { 'non-dropping-particle'?: string }

interface Reference {
  title?: string
  author?: Named[]
  issued?: { 'date-parts'?: number[][]; literal?: string; raw?: string }
  DOI?: string
  page?: string
}

let home = ''
let made: Made
const parsed = new Map<string, PrintedRecord[]>()

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'tools-'))
  made = await makeAll(home)
}, 120_000)

afterAll(async () => {
  delete process.env.TOUCHSTONE_CONTENT
  delete process.env.TOUCHSTONE_CACHE
  forgetState()
  await rm(home, { recursive: true, force: true })
})

async function makeAll(at: string): Promise<Made> {
  const project = await sampleProject(at, [])
  const names = (await readdir(folder)).sort()
  const files = names.map((name) => join(folder, name))
  for (const name of names) parsed.set(name, (await readLibraryFile(join(folder, name), name)).records.map(printed))
  const { writes } = await planAll(files, { project, question: 'roofs', create: question, today: day })
  await writeAll(project.content, writes)
  const { errors } = await nightOffline(project, day)
  const papers = await Promise.all(
    (await readdir(join(project.content, 'papers'))).map(async (name) =>
      paperForm.parse(JSON.parse(await readFile(join(project.content, 'papers', name), 'utf8'))),
    ),
  )
  process.env.TOUCHSTONE_CONTENT = project.content
  process.env.TOUCHSTONE_CACHE = project.cache
  forgetState()
  const source = await readReportSource(await readReport('roofs'), await readClaims('roofs'), await settings())
  const references = new Map<string, Reference[]>()
  for (const name of exports) {
    references.set(`site ${name}`, read(await siteFiles[name]!()))
    references.set(`report ${name}`, read(await reportFiles[name]!(source)))
  }
  const all = byPaper(papers)
  for (const [name, text] of Object.entries({ bib: bibtex(all), ris: ris(all), 'csl.json': cslJson(all) }))
    references.set(`every work, ${name}`, read(text))
  const { references: list } = await reportPage(source)
  const pdf = await getDocumentProxy(new Uint8Array((await reportFiles['report.pdf']!(source)) as Uint8Array))
  const { text } = await extractText(pdf, { mergePages: true })
  return {
    papers,
    errors,
    references,
    pdf: text.replace(/[\s-]+/g, ''),
    list: plainText(list.map(({ html }) => html).join(' ')),
  }
}

const read = (text: string | Uint8Array): Reference[] => new Cite(String(text) as never).data as Reference[]

const people = (names: readonly Named[]) => names.map(nameOf).join('; ')

/** A name as it is written; BibTeX's "others" comes back as a family of that name, and a particle beside its family. */
function nameOf(name: Named): string {
  if (isOthers(name) || ('family' in name && name.family === 'others')) return '…'
  if ('literal' in name) return name.literal
  const family = [name['non-dropping-particle'], name.family].filter(Boolean).join(' ')
  return [family, name.given].filter(Boolean).join(', ')
}

/** The same facts of a printed record, of a paper in content and of a reference in an export. */
const ofRecord = (one: PrintedRecord): Right => ({
  authors: people(one.authors),
  date: one.year ?? one.dated ?? '',
  doi: one.doi,
  ...(one.ids.pmid ? { pmid: one.ids.pmid } : {}),
  type: one.type,
  venue: one.venue ?? '',
  ...(one.standing ? { standing: one.standing.state as 'retracted' } : {}),
  ...(one.notice ? { notice: one.notice.kind } : {}),
  text: one.abstract,
})

const ofPaper = ({ csl, ids, standing, text, notice }: Paper): Right => ({
  authors: people(csl.author),
  date: csl.issued?.['date-parts'][0][0] ?? csl.dated ?? '',
  doi: ids.doi ?? null,
  ...(ids.pmid ? { pmid: ids.pmid } : {}),
  page: csl.page ?? '',
  type: csl.type,
  venue: csl['container-title'] ?? csl['event-title'] ?? '',
  standing: standing.state as 'retracted',
  ...(notice ? { notice: notice.kind } : {}),
  text: text?.kind === 'abstract' ? text.sections.map((section) => section.text).join('\n') : null,
})

const ofReference = ({ author = [], issued, DOI, page }: Reference): Right => ({
  authors: people(author),
  date: issued?.['date-parts']?.[0]?.[0] ?? issued?.literal ?? issued?.raw ?? '',
  doi: DOI?.toLowerCase() ?? null,
  page: page?.replace(/[\u2013-]+/g, '-') ?? '',
})

/** Only what the other side says too, and a text by its beginning. */
function expectRight(found: Right, right: Right): void {
  const { text, noticed: _, ...rest } = right
  const shared = Object.fromEntries(Object.entries(rest).filter(([name]) => name in found))
  expect(found).toMatchObject(shared)
  if (text === null) expect(found.text ?? null).toBeNull()
  else if (text !== undefined && 'text' in found) expect(found.text?.slice(0, text.length)).toBe(text)
}

describe('exports of many tools, brought together', () => {
  it('pass the audit, and no work is lost or taken for another', () => {
    expect(made.errors).toEqual([])
    expect(made.papers).toHaveLength([...parsed.values()].flat().length)
    expect(made.papers.filter(({ ids }) => ids.doi === '10.5555/tools.book')).toEqual([])
  })

  it.each(rows.map((row) => [`${row[0]}: ${row[1]}, ${row[2]}`, row] as const))('%s', (_, [, file, title, right]) => {
    const record = parsed.get(file)!.find((one) => one.title === title)
    expectRight(ofRecord(record!), right)
    const paper = made.papers.find(({ csl }) => csl.title === title)!
    expectRight(ofPaper(paper), { ...right, ...(right.noticed ? { standing: right.noticed as never } : {}) })
    const isCited = ofPaper(paper).text != null && !paper.notice
    for (const [name, references] of made.references) {
      const found = references.filter((one) => one.title === title)
      expect(found, name).toHaveLength(isCited || name.startsWith('every') ? 1 : 0)
      for (const one of found) expectRight(ofReference(one), right)
    }
    expect(made.list.includes(title)).toBe(isCited)
  })

  it('each kind in three tools or more, but where one tool alone writes so', () => {
    const tools = new Map<string, Set<string>>()
    for (const [kind, file] of rows) tools.set(kind, (tools.get(kind) ?? new Set()).add(file))
    const alone = ['accents', 'ERIC has no PMID', 'tags in another order', 'other scripts']
    for (const [kind, files] of tools) if (!alone.includes(kind)) expect(files.size, kind).toBeGreaterThan(2)
  })

  it('are set in the PDF in every script, in claims as in references', () => {
    const claims = ['Greenroofs(옥상녹화)in서울reduced', 'Greenroofsofთბილისი(зелёныекрыши)', '(屋頂綠化)reduced']
    const references = ['옥상녹화', '김', '한국물환경학회지', 'Тбилиси', 'Иванова', 'Водаикрыша', '屋頂綠化']
    for (const words of [...claims, ...references]) expect(made.pdf).toContain(words)
    // Shaped letters come out of a PDF in other orders, so one of each script stands for it.
    for (const letter of ['ก', 'ط']) expect(made.pdf).toContain(letter)
    expect(made.pdf).not.toMatch(/\[(?:Hangul|Georgian|Thai|Arabic|Han|Cyrillic)\]/)
  })

  it('give every reference a key of its own', async () => {
    for (const name of ['references.bib', 'references.ris', 'references.csl.json']) {
      const text = String(await siteFiles[name]!())
      const keys = [...text.matchAll(/^@\w+\{([^,]+),|^ID {2}- (.+)$|^ {4}"id": "(.+)"/gm)].map((found) =>
        found.slice(1).find(Boolean),
      )
      expect(keys.length).toBeGreaterThan(25)
      expect(new Set(keys).size).toBe(keys.length)
    }
  })
})
