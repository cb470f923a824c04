import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Paper } from '../../src/schemas/paper.ts'
import { site as siteForm } from '../../src/schemas/site.ts'
import { type Databases, startDatabases } from '../../tests/databases/server.ts'
import { makeWork } from '../../tests/databases/world.ts'
import { inFolder, snapshot } from '../../tests/helpers/folders.ts'
import { pointAt, searchOn, worldContent, worldProject } from '../../tests/helpers/searching.ts'
import { auditDir } from '../audit-content.ts'
import { openProject } from '../io/project.ts'
import { openTransport } from '../transport.ts'
import { askStanding } from './standing.ts'

let databases: Databases

beforeEach(async () => {
  databases = await startDatabases()
  pointAt(databases)
})

afterEach(async () => {
  vi.unstubAllEnvs()
  await databases.close()
})

function paperOf(doi: string, change: Partial<Paper> = {}): Paper {
  const id = `doi_${doi.toLowerCase().replace(/[^a-z0-9.]/g, '_')}`
  return {
    schema: 1,
    id,
    aliases: [],
    csl: { id, type: 'article-journal', title: 'T', author: [] },
    ids: { doi },
    text: null,
    standing: { state: 'unchecked' },
    versions: [],
    readAt: [],
    provenance: [],
    ...change,
  }
}

/** Asks about papers on a day with a transport of its own. */
function ask(papers: readonly Paper[], today = '2026-11-01'): Promise<Paper[]> {
  return inFolder(async (folder) => {
    const site = siteForm.parse({})
    const project = { ...openProject(), cache: folder }
    const { http, close } = await openTransport(project, site, { date: today, force: false })
    try {
      return await askStanding(papers, { http, site, today, log: () => {} })
    } finally {
      close()
    }
  })
}

describe('registries', () => {
  it('tell a retraction, a correction, a concern and a superseding article apart, with notice and day', async () => {
    const notice = (kind: 'retraction' | 'erratum' | 'expression_of_concern') => ({
      notice: { kind, doi: `10.5555/notice.${kind}`, since: 0 },
    })
    databases.works = [
      makeWork(0, notice('retraction')),
      makeWork(1, notice('erratum')),
      makeWork(2, notice('expression_of_concern')),
      makeWork(3, { article: '10.5555/the.article' }),
      makeWork(4),
    ]
    const papers = await ask(databases.works.map((work) => paperOf(work.doi)))
    expect(papers.map(({ standing }) => [standing.state, standing.notice, standing.checked])).toEqual([
      ['retracted', '10.5555/notice.retraction', '2026-11-01'],
      ['corrected', '10.5555/notice.erratum', '2026-11-01'],
      ['concern', '10.5555/notice.expression_of_concern', '2026-11-01'],
      ['superseded', '10.5555/the.article', '2026-11-01'],
      ['current', undefined, '2026-11-01'],
    ])
    expect(papers[0]?.registry).toEqual({ doi: 'found', checked: '2026-11-01' })
    expect(papers[1]?.openCopy).toContain('/copy/1')
  })

  it('take a retraction back where the work was reinstated, whatever an index still says', async () => {
    databases.works = [makeWork(0, { notice: { kind: 'reinstatement', doi: '10.5555/back', since: 0 } })]
    const [paper] = await ask([paperOf(databases.works[0]!.doi)])
    expect(paper?.standing).toEqual({
      state: 'current',
      checked: '2026-11-01',
      source: 'crossref',
    })
  })

  it('are asked about DOIs with a comma, parentheses, angle brackets and a semicolon', async () => {
    const odd = ['10.5555/a,b', '10.5555/(sici)1(199602)4:2<1::aid-x;y>3.0.co;2-d', '10.5555/a#b?c%d&e']
    databases.works = odd.map((doi, n) =>
      makeWork(n, { doi, notice: { kind: 'retraction', doi: '10.5555/n', since: 0 } }),
    )
    const papers = await ask(odd.map((doi) => paperOf(doi)))
    expect(papers.map(({ standing }) => standing.state)).toEqual(['retracted', 'retracted', 'retracted'])
    expect(papers.map(({ registry }) => registry?.doi)).toEqual(['found', 'found', 'found'])
  })

  it('say that they do not know a DOI, which is not that they are down', async () => {
    const unknown = paperOf('10.5555/nobody.knows')
    expect((await ask([unknown]))[0]).toMatchObject({
      registry: { doi: 'not-found' },
      standing: { state: 'unchecked' },
    })
    databases.faults.doi = { kind: 'status', status: 503, retryAfter: '0' }
    databases.faults.crossref = { kind: 'login' }
    const down = (await ask([paperOf('10.5555/copper.1')]))[0]!
    expect(down.registry?.doi).toBe('unreachable')
    expect(down.standing).toEqual({ state: 'unchecked' })
  })

  it('change nothing where nobody answers, and what was known stays', async () => {
    for (const name of ['doi', 'crossref', 'openalex', 'unpaywall']) databases.faults[name] = { kind: 'down' }
    const known = paperOf('10.5555/copper.1', {
      standing: { state: 'retracted', notice: '10.5555/n', checked: '2026-01-01', source: 'crossref' },
    })
    expect(await ask([known, paperOf('10.5555/copper.2')])).toEqual([known, paperOf('10.5555/copper.2')])
  })

  it('are asked again only after the interval, and may take a retraction back', async () => {
    const retracted = (checked: string): Paper =>
      paperOf('10.5555/copper.1', { standing: { state: 'retracted', checked, source: 'crossref' } })
    expect((await ask([retracted('2026-10-20')]))[0]?.standing.checked).toBe('2026-10-20')
    expect(databases.asked).toEqual([])
    expect((await ask([retracted('2026-10-01')]))[0]?.standing).toEqual({
      state: 'current',
      checked: '2026-11-01',
      source: 'crossref',
    })
  })
})

describe('a report', () => {
  it('hears of a retraction on the night on which the search tells of it', () =>
    inFolder(async (folder) => {
      const work = databases.works[3]!
      work.notice = { kind: 'retraction', doi: '10.5555/notice.3', since: 3 }
      const project = await worldProject(folder, ['openalex', 'crossref'])
      await searchOn(project, '2026-11-01')
      const before = await snapshot(project.content)
      databases.night = 2
      databases.asked.length = 0
      await searchOn(project, '2026-11-02')
      expect(await snapshot(project.content)).toEqual(before)
      expect(databases.asked.filter(({ url }) => url.includes('10.5555'))).toEqual([])
      databases.night = 3
      await searchOn(project, '2026-11-03')
      const { paper, report, ledger } = await worldContent(project)
      const id = ledger.records.find(({ title }) => title === work.title)!.paper
      expect((await paper(id)).standing).toEqual({
        state: 'retracted',
        notice: '10.5555/notice.3',
        checked: '2026-11-03',
        source: 'crossref',
      })
      expect(report.date).toBe('2026-11-03')
      const errors = (await auditDir(project.content, [], '2026-11-03')).filter(({ severity }) => severity === 'error')
      expect(errors).toEqual([])
    }))

  it('is not asked for offline: nothing is known of any standing', () =>
    inFolder(async (folder) => {
      const project = await worldProject(folder, ['openalex'])
      databases.faults.crossref = { kind: 'down' }
      await searchOn(project, '2026-11-01')
      await searchOn(project, '2026-11-02', { offline: true })
      const { ledger, paper } = await worldContent(project)
      expect((await paper(ledger.records[0]!.paper)).standing).toEqual({ state: 'unchecked' })
    }))
})
