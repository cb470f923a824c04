import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { DomUtils, parseDocument } from 'htmlparser2'
import { beforeAll, describe, expect, it } from 'vitest'
import { readLibraryFile } from '../../../scripts/formats/read.ts'
import { type PrintedRecord, printed } from '../../../scripts/sources/printed.ts'
import { shortName } from '../../../src/page-data/names.ts'
import type { Paper } from '../../../src/schemas/paper.ts'
import { fixture } from '../../helpers/folders.ts'
import { type BuiltSite, toolsSite } from '../built-sites.ts'
import { meant, named, ofPaper, ofRecord, ofReference, type Right, type Row, rows } from './rows.ts'
import { exports, type Made, readSite } from './site.ts'

const folder = fixture('tools')

let site: BuiltSite
let made: Made
const parsed = new Map<string, PrintedRecord[]>()

beforeAll(async () => {
  for (const name of await readdir(folder))
    parsed.set(name, (await readLibraryFile(join(folder, name), name)).records.map(printed))
  site = await toolsSite()
  made = await readSite(site)
}, 300_000)

/** Only what the other side says too, and a text by its beginning. */
function expectRight(found: Right, { text, ...rest }: Right): void {
  expect(found).toMatchObject(shared(found, rest))
  if (text === null) expect(found.text ?? null).toBeNull()
  else if (text !== undefined && 'text' in found) expect(found.text?.slice(0, text.length)).toBe(text)
}

function shared(found: Right, right: Right): Right {
  return Object.fromEntries(Object.entries(right).filter(([name]) => name in found))
}

const recordsOf = (row: Row) => meant(parsed.get(row[1])!, ({ title }) => title, ofRecord, row)
const paperOf = (row: Row) => meant(made.papers, ({ csl }) => csl.title, ofPaper, row)[0]!

const textOf = (node: Made['page']['children'][number] | undefined): string => (node ? DomUtils.textContent(node) : '')

/** Elements of a class within another one. */
const withClass = (name: string, within: Made['page'] | Made['page']['children'][number]) =>
  DomUtils.findAll(({ attribs }) => (attribs.class ?? '').split(' ').includes(name), [within])

/** How often a paper stands in the report's list of references, with these words. */
function listed({ id, csl }: Paper, words = ''): number {
  return withClass('refs', made.page)
    .flatMap((list) => DomUtils.getElementsByTagName('li', list))
    .filter((one) => hrefsOf(one).includes(`/papers/${id}/`))
    .filter((one) => textOf(one).includes(csl.title) && textOf(one).includes(words)).length
}

const hrefsOf = (within: Parameters<typeof withClass>[1]) =>
  DomUtils.getElementsByTagName('a', within).map(({ attribs }) => attribs.href)

describe('exports of many tools, brought together, generated and built', () => {
  it('no work is lost or taken for another', () => {
    const again = rows.filter(([, , , { same }]) => same !== undefined)
    expect(again.length).toBeGreaterThan(3)
    expect(made.papers).toHaveLength([...parsed.values()].flat().length - again.length)
    const containers = rows.flatMap(([, , , { container }]) => container ?? []).concat('10.5555/tools.book')
    expect(made.papers.filter(({ ids }) => containers.includes(ids.doi!))).toEqual([])
  })

  const plain = rows.filter(([, , , { same }]) => same === undefined)
  it.each(plain.map((row) => [named(row), row] as const))('%s', (_, row) => {
    const [, , , { container, noticed, ...right }] = row
    expectRight(ofRecord(recordsOf(row)[0]!), { ...right, ...(container ? { doi: container } : {}) })
    const printed = { ...right, ...(container ? { doi: null } : {}) }
    const paper = paperOf(row)
    expectRight(ofPaper(paper), { ...printed, ...(noticed ? { standing: noticed as never } : {}) })
    const isCited = ofPaper(paper).text != null && !paper.notice
    for (const [name, references] of made.references) {
      const found = meant(references, ({ title }) => title, ofReference, row)
      expect(found, name).toHaveLength(isCited || name.startsWith('every') ? 1 : 0)
      for (const one of found) expectRight(ofReference(one), printed)
    }
    expect(listed(paper)).toBe(isCited ? 1 : 0)
  })

  it.each(rows.flatMap((row) => (row[3].same === undefined ? [] : [[named(row), row, row[3].same] as const])))(
    '%s',
    (_, [, file, title], same) => {
      const stem = file.replace(/\.\w+$/, '')
      const record = made.records.find((one) => one.id.includes(`:${stem}.`) && one.title.replace(/\.$/, '') === title)!
      const reasons = made.records.filter(({ paper, state }) => paper === record.paper && state === 'duplicate')
      expect(reasons.map(({ reason }) => reason.replace(/^[^:]+:[^:]+: /, ''))).toEqual([same])
    },
  )

  it.each(rows.flatMap((row) => (row[3].estimate === undefined ? [] : [[named(row), row, row[3]] as const])))(
    '%s, is drawn with its interval',
    (_, row, { estimate, beyond }) => {
      const name = shortName(paperOf(row).csl)
      const drawn = withClass('forest', made.page)
        .flatMap((plot) => DomUtils.getElementsByTagName('tr', plot))
        .find((line) => textOf(DomUtils.getElementsByTagName('bdi', line)[0]) === name)!
      expect(textOf(withClass('num', drawn)[0])).toBe(estimate)
      const arrows = DomUtils.getElementsByTagName('svg', drawn).flatMap(({ attribs }) => attribs.x ?? [])
      expect(arrows).toEqual(beyond ? [{ low: '0', high: '100%' }[beyond]] : [])
      const ends = withClass('line', drawn)[0]!.attribs
      expect(Number.parseFloat(ends.x2!) - Number.parseFloat(ends.x1!)).toBeGreaterThan(10)
    },
  )

  it.each(rows.flatMap((row) => (row[3].label === undefined ? [] : [[named(row), row, row[3].label] as const])))(
    '%s, has it on each page',
    async (_, row, label) => {
      const paper = paperOf(row)
      expect(listed(paper, `(${label})`)).toBe(1)
      const own = made.claims.filter(({ sources }) => sources[0]!.paper === paper.id)
      expect(own.length).toBeGreaterThan(0)
      const pages = await Promise.all(
        own.map(async ({ id }) => parseDocument(await readFile(join(site.dist, 'claims', id, 'index.html'), 'utf8'))),
      )
      for (const page of [made.page, ...pages]) {
        const links = withClass('by', page)
          .flatMap((line) => DomUtils.getElementsByTagName('a', line))
          .filter(({ attribs }) => attribs.href?.includes(`/papers/${paper.id}/`))
        expect(links.length).toBeGreaterThan(0)
        for (const link of links) expect(textOf(link)).toMatch(new RegExp(` ${label}$`))
      }
    },
  )

  it('hold each kind in three tools or more', () => {
    const tools = new Map<string, Set<string>>()
    for (const [kind, file] of rows) tools.set(kind, (tools.get(kind) ?? new Set()).add(file))
    for (const [kind, files] of tools) expect(files.size, kind).toBeGreaterThan(2)
  })

  it('are set in the PDF in every script, in claims as in references', () => {
    const claims = ['Greenroofs(옥상녹화)in서울reduced', 'Greenroofsofთბილისი(зелёныекрыши)', '(屋頂綠化)reduced']
    const references = ['옥상녹화', '김', '한국물환경학회지', 'Тбилиси', 'Иванова', 'Водаикрыша', '屋頂綠化']
    const pdf = made.pdf.toLowerCase()
    for (const words of [...claims, ...references]) expect(pdf).toContain(words.toLowerCase())
    // Shaped letters come out of a PDF in other orders, so one of each script stands for it.
    for (const letter of ['ก', 'ط']) expect(made.pdf).toContain(letter)
    expect(made.pdf).not.toMatch(/\[(?:Hangul|Georgian|Thai|Arabic|Han|Cyrillic)\]/)
  })

  it('give every reference a key of its own', async () => {
    for (const name of exports) {
      const text = await readFile(join(site.dist, name), 'utf8')
      const keys = [...text.matchAll(/^@\w+\{([^,]+),|^ID {2}- (.+)$|^ {4}"id": "(.+)"/gm)].map((found) =>
        found.slice(1).find(Boolean),
      )
      expect(keys.length).toBeGreaterThan(25)
      expect(new Set(keys).size).toBe(keys.length)
    }
  })
})
