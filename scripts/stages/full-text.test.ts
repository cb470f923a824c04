import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { readContent } from '../../src/reader/content.ts'
import { makePdf } from '../../tests/databases/pdf.ts'
import { type Databases, startDatabases } from '../../tests/databases/server.ts'
import { inFolder, snapshot } from '../../tests/helpers/folders.ts'
import { pointAt, searchOn, worldContent, worldProject } from '../../tests/helpers/searching.ts'
import { auditDir } from '../audit-content.ts'
import { pdfSections, sectionsOf } from '../io/pdf-text.ts'
import { jatsSections } from '../sources/jats-body.ts'
import { parseXml } from '../sources/xml.ts'

describe('a full text in JATS', () => {
  it('gives sections by the path of their headings, without tables and raised citation numbers', () => {
    const article = parseXml(`<article xmlns:x="urn:x"><front><article-meta>
      <abstract abstract-type="graphical"><p>Picture.</p></abstract><abstract><title>Abstract</title><p>We asked.</p></abstract>
      </article-meta></front><body><p>Before all.</p><sec><title>Results</title><p>Load fell by 10<sup>3</sup><sup><xref ref-type="bibr">4</xref></sup>, p &lt; 0.05 [<xref>7</xref>].</p>
      <table-wrap><table><tr><td>9</td></tr></table></table-wrap><sec><title>More</title><p>One.</p><p>Two.</p></sec></sec>
      <sec><title>Results</title><p>Again.</p></sec><sec><title>Funding</title><p>Nobody paid.</p></sec></body><back><ref-list><ref>x</ref></ref-list></back></article>`)
    expect(jatsSections(article)).toEqual([
      { name: 'Abstract', text: 'We asked.' },
      { name: 'Text', text: 'Before all.' },
      { name: 'Results', text: 'Load fell by 10³, p < 0.05 [7].' },
      { name: 'Results › More', text: 'One. Two.' },
      { name: 'Results (2)', text: 'Again.' },
    ])
  })
})

describe('a full text in PDF', () => {
  it('gives sections by heading and page, joins parted words, leaves the references out', async () => {
    const pdf = makePdf([
      ['1. Introduction', 'Germs stay on han-', 'dles (really).'],
      ['They do.', 'RESULTS', 'From 10-', '12 germs fell.', 'References', 'Nobody 1999.'],
    ])
    expect(await pdfSections(pdf)).toEqual([
      { name: 'Introduction, page 1', text: 'Germs stay on handles (really).' },
      { name: 'Introduction, page 2', text: 'They do.' },
      { name: 'Results, page 2', text: 'From 10-12 germs fell.' },
    ])
    expect(sectionsOf([''])).toEqual([])
    await expect(pdfSections(Buffer.from('%PDF-1.4 nothing'))).rejects.toThrow()
  })
})

describe('a run that reads full texts', () => {
  let databases: Databases
  const settings = 'fullText:\n  read: true\n'

  beforeEach(async () => {
    databases = await startDatabases()
    pointAt(databases)
  })
  afterEach(async () => {
    vi.unstubAllEnvs()
    await databases.close()
  })

  it('quotes them exactly and keeps only what it quotes', () =>
    inFolder(async (folder) => {
      const project = await worldProject(folder, ['openalex', 'europepmc'], '', settings)
      await searchOn(project, '2026-11-01')
      const { report, ledger } = await worldContent(project)
      expect(report.textKinds.fulltext).toBeGreaterThan(3)
      expect(report.textKinds.abstract).toBeGreaterThan(3)
      const content = await readContent(project.content)
      const spans = content.claims.get('copper-load')!.claims.flatMap((claim) => [...claim.sources, ...claim.evidence])
      expect(spans.map(({ section }) => section)).toEqual(
        expect.arrayContaining(['Results › Secondary outcomes', 'Results, page 2']),
      )
      for (const paper of content.papers.values())
        expect(JSON.stringify(paper.text), paper.id).not.toContain('Rooms were drawn by lot')
      const errors = (await auditDir(project.content, [], '2026-11-01')).filter(({ severity }) => severity === 'error')
      expect(errors).toEqual([])
      expect(ledger.counts.included?.value).toBeGreaterThan(20)

      const before = await snapshot(project.content)
      databases.asked.length = 0
      await searchOn(project, '2026-11-01')
      expect(databases.asked).toEqual([])
      await searchOn(project, '2026-11-09', { offline: true })
      expect(await snapshot(project.content)).toEqual(before)
    }))

  it('keeps its quotes where the full texts are out of reach', () =>
    inFolder(async (folder) => {
      const project = await worldProject(folder, ['openalex', 'europepmc'], '', settings)
      await searchOn(project, '2026-11-01')
      await rm(join(project.cache), { recursive: true })
      await searchOn(project, '2026-11-02', { offline: true })
      const errors = (await auditDir(project.content, [], '2026-11-02')).filter(({ severity }) => severity === 'error')
      expect(errors).toEqual([])
      expect((await worldContent(project)).report.textKinds.fulltext).toBeGreaterThan(3)
    }))

  it('follows no address into a private network', () =>
    inFolder(async (folder) => {
      const project = await worldProject(folder, ['openalex'], '', settings)
      const port = new URL(databases.origin).port
      databases.copy = `http://localhost:${port}/secret`
      await searchOn(project, '2026-11-01')
      expect(databases.asked.filter(({ url }) => url.includes('secret') || url === '')).toEqual([])
      expect((await worldContent(project)).report.textKinds.fulltext).toBe(0)
    }))

  it('reads none where the settings do not say so', () =>
    inFolder(async (folder) => {
      const project = await worldProject(folder, ['openalex', 'europepmc'])
      await searchOn(project, '2026-11-01')
      expect((await worldContent(project)).report.textKinds.fulltext).toBe(0)
      expect(databases.asked.filter(({ url }) => /fullText|copy/.test(url))).toEqual([])
    }))
})
