import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { extractText, getDocumentProxy } from 'unpdf'
import { beforeAll, describe, expect, it } from 'vitest'
import { sampleContent } from '../../../tests/helpers/sample-content.ts'
import { site } from '../../schemas/site.ts'
import { reportFiles } from '../report/files.ts'
import { inReadingOrder } from '../report/groups.ts'
import { type ReportSource, reportPage } from '../report/page.ts'
import { sayRetracted } from './retracted.ts'

/** A report one of whose cited papers has been retracted since. */
function source(style: string): ReportSource & { key: string; paper: string } {
  const content = sampleContent()
  const report = content.reports.get('tea')!
  const { claims, findings } = content.claims.get('tea')!
  const paper = claims[0]!.sources[0]!.paper
  const papers = new Map(content.papers)
  papers.set(paper, {
    ...papers.get(paper)!,
    standing: { state: 'retracted', notice: '10.5555/notice.1', source: 'test' },
  })
  return {
    ...{ report, papers, claims, shared: { findings }, ledger: content.ledgers.get('tea')! },
    ...{ changes: [], faults: [], asked: null },
    site: site.parse({ url: 'https://reports.example', style }),
    ...{ paper, key: report.references.find((one) => one.paper === paper)!.key },
  }
}

beforeAll(() => {
  process.env.TOUCHSTONE_CACHE = mkdtempSync(join(tmpdir(), 'retracted-'))
})

describe.each(['vancouver', 'apa'])('a retracted work, in the style %s', (style) => {
  it('is struck and named as such wherever the text cites it', async () => {
    const { key, ...given } = source(style)
    const page = await reportPage(given)
    const html = [page.abstract, ...page.answerCites, ...Object.values(page.findingCites)].join()
    const cites = [...html.matchAll(/<span id="cite-\d+" class="cite" data-refs="([^"]*)">(.*?)<\/span>/gs)]
    const its = cites.filter(([, refs]) => refs!.split(' ').includes(key))
    expect(its.length).toBeGreaterThan(1)
    for (const [, , text] of its) {
      expect(text).toContain(`<s class="struck"><a href="#ref-${key}">`)
      expect(text).toMatch(/retracted/)
    }
    for (const [, , text] of cites.filter((one) => !its.includes(one))) expect(text).not.toMatch(/retracted|struck/)
  })

  it('is struck and named in the list, which the popover repeats, and at its quotes, with its notice', async () => {
    const { key, paper, ...given } = source(style)
    const page = await reportPage(given)
    const standing = {
      struck: true,
      notice: { text: '10.5555/notice.1' },
      words: 'Retracted: it supports nothing here',
    }
    expect(page.references.find((one) => one.key === key)).toMatchObject({ standing })
    const says = inReadingOrder(page.arranged).flatMap(({ sides }) => sides.flatMap(({ rows }) => rows))
    const its = says.filter((say) => say.paper === paper)
    expect(its.length).toBeGreaterThan(0)
    for (const { struck, counts, words } of its) {
      expect({ struck, counts }).toEqual({ struck: true, counts: false })
      for (const { quote } of words) expect(quote).toMatchObject({ standing })
    }
  })

  it('is named in the PDF', async () => {
    const given = source(style)
    const bytes = (await reportFiles['report.pdf']!(given)) as Uint8Array
    const { text } = await extractText(await getDocumentProxy(new Uint8Array(bytes)), { mergePages: true })
    const flat = text.replace(/\s+/g, ' ')
    expect(flat).toContain('Retracted: it supports nothing here.')
    expect(flat.match(/retracted/g)!.length).toBeGreaterThan(1)
  })
})

describe('a retracted work within a range', () => {
  it('is named behind the others', () => {
    const cite =
      '<p><span id="cite-1" class="cite" data-refs="a b c">(<a href="#ref-a">1</a>–<a href="#ref-c">3</a>)</span></p>'
    const said = sayRetracted(cite, new Map([['b', 2]]))
    expect(said.replace(/<[^>]+>/g, '')).toBe('(1–3) (2 retracted)')
    expect(said).toContain('<s class="struck"><a href="#ref-b">2</a></s>')
    expect(sayRetracted(cite, new Map([['z', 9]]))).toBe(cite)
  })
})
