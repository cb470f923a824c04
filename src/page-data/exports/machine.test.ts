import { Cite, plugins } from '@citation-js/core'
import '@citation-js/plugin-bibtex'
import '@citation-js/plugin-ris'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { extractText, getDocumentProxy } from 'unpdf'
import { beforeAll, describe, expect, it } from 'vitest'
import { sampleContent } from '../../../tests/helpers/sample-content.ts'
import { site as siteForm } from '../../schemas/site.ts'
import { reportFileList } from '../report/file-list.ts'
import { reportFiles } from '../report/files.ts'
import type { ReportSource } from '../report/page.ts'
import { licenceUrl, safeJson } from './head.ts'
import { reportHead } from './report-head.ts'
import { claimThings } from './things.ts'

const hostile = '</script><img src=x onerror=alert(1)> & "quoted" — 緑茶と睡眠 μελέτη'

function source(): ReportSource {
  const content = sampleContent()
  const report = structuredClone(content.reports.get('tea')!)
  report.title = hostile
  const papers = new Map(content.papers)
  const first = papers.get(report.references[0]!.paper)!
  papers.set(first.id, { ...first, csl: { ...first.csl, title: '緑茶 and μελέτη of <i>sleep</i>; part 2' } })
  return {
    report,
    papers,
    claims: content.claims.get('tea')!.claims,
    shared: { findings: content.claims.get('tea')!.findings },
    ledger: content.ledgers.get('tea')!,
    ...{
      changes: [],
      faults: [],
      asked: null,
      site: siteForm.parse({ url: 'https://reports.example', licence: 'CC-BY-4.0' }),
    },
  }
}

const made = async (name: string) => reportFiles[name]!(source())

beforeAll(() => {
  process.env.TOUCHSTONE_CACHE = mkdtempSync(join(tmpdir(), 'machine-'))
})

describe('files beside a report', () => {
  it('are made, and offered, under the same names', () => {
    // The Markdown is made of the page itself (scripts/site/markdown).
    const shown = reportFileList.map(({ name }) => name).filter((name) => name !== 'report.md')
    expect(
      Object.keys(reportFiles)
        .filter((name) => !/^(?:og|feed)\./.test(name))
        .sort(),
    ).toEqual([...shown].sort())
  })

  it.each(['references.bib', 'references.ris', 'references.csl.json'])(
    '%s re-parses to the same works',
    async (name) => {
      const { report, papers } = source()
      const read = new Cite(String(await made(name)) as never).data as {
        DOI?: string
        title?: string
        issued?: object
      }[]
      expect(read.map(({ DOI }) => DOI).sort()).toEqual(
        report.references.map(({ paper }) => papers.get(paper)!.ids.doi).sort(),
      )
      expect(read.map(({ title }) => title).join()).toContain('緑茶 and μελέτη')
      expect(plugins.input.list().length).toBeGreaterThan(0)
    },
  )

  it('hold a PDF with quotes, letters of any script and live links', async () => {
    const bytes = (await made('report.pdf')) as Uint8Array
    const pdf = await getDocumentProxy(new Uint8Array(bytes))
    const { text } = await extractText(pdf, { mergePages: true })
    const { claims, report, papers } = source()
    const flat = (words: string) => words.replace(/[\s-]+/g, '')
    expect(flat(text)).toContain(flat('緑茶と睡眠 μελέτη'))
    for (const claim of claims) expect(flat(text)).toContain(flat(claim.sources[0]!.quote))
    const links: string[] = []
    for (let page = 1; page <= pdf.numPages; page++)
      for (const one of await (await pdf.getPage(page)).getAnnotations()) if (one.url) links.push(one.url)
    for (const { paper } of report.references) expect(links).toContain(`https://doi.org/${papers.get(paper)!.ids.doi}`)
    expect(links.filter((url) => !url.startsWith('https://'))).toEqual([])
  })

  it('are the same bytes for the same report', async () => {
    for (const name of ['report.pdf', 'og.png', 'ro-crate-metadata.json'])
      expect(Buffer.from((await made(name)) as string).equals(Buffer.from((await made(name)) as string)), name).toBe(
        true,
      )
  })

  it('are described by an RO-Crate in which every thing named is there', async () => {
    const { '@graph': graph } = JSON.parse(String(await made('ro-crate-metadata.json'))) as {
      '@graph': Record<string, unknown>[]
    }
    const ids = new Set(graph.map((entity) => entity['@id']))
    const root = graph.find((entity) => entity['@id'] === './')!
    for (const { '@id': id } of [...(root.hasPart as { '@id': string }[]), ...(root.citation as { '@id': string }[])])
      expect(ids).toContain(id)
    expect(graph[0]).toMatchObject({ '@id': 'ro-crate-metadata.json', about: { '@id': './' } })
  })
})

describe('the head of a report', () => {
  it('names title, author, day, language, addresses and each reference', () => {
    const { meta, links } = reportHead(source())
    const values = (name: string) => meta.filter((tag) => tag.name === name).map(({ content }) => content)
    expect(values('citation_title')).toEqual([hostile])
    expect(values('citation_author')).toHaveLength(1)
    expect(values('citation_publication_date')[0]).toMatch(/^\d{4}\/\d\d\/\d\d$/)
    expect(values('citation_pdf_url')[0]).toBe('https://reports.example/reports/tea/report.pdf')
    expect(values('citation_reference')).toHaveLength(source().report.references.length)
    expect(links.find(({ rel }) => rel === 'cite-as')?.href).toBe('https://reports.example/reports/tea/')
    expect(links.find(({ rel }) => rel === 'license')?.href).toBe('https://creativecommons.org/licenses/by/4.0/')
  })

  it('holds JSON that no text can end', () => {
    const { data } = reportHead(source())
    for (const thing of data) {
      expect(safeJson(thing)).not.toContain('<')
      expect(JSON.parse(safeJson(thing))).toEqual(thing)
    }
    expect(data.map((thing) => (thing as { '@type': unknown })['@type'])).toEqual([
      ['Report', 'ScholarlyArticle'],
      'Dataset',
      'BreadcrumbList',
    ])
  })

  it('reviews a claim only where the verdict is about the claim', () => {
    const { claims, report, papers, site } = source()
    const type = (verdict: 'supported' | 'reported') =>
      claimThings({ ...claims[0]!, verdict }, report, papers, site).map((thing) => thing['@type'])
    expect(type('supported')).toEqual(['ClaimReview'])
    expect(type('reported')).toEqual(['Claim'])
  })

  it('knows where licences are', () => {
    expect(licenceUrl('CC0-1.0')).toContain('creativecommons.org')
    expect(licenceUrl('MIT')).toBe('https://spdx.org/licenses/MIT.html')
  })
})
