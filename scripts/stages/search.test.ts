import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type Databases, startDatabases } from '../../tests/databases/server.ts'
import { makeWork } from '../../tests/databases/world.ts'
import { inFolder, snapshot } from '../../tests/helpers/folders.ts'
import { pointAt, searchOn, worldContent, worldProject } from '../../tests/helpers/searching.ts'
import { auditDir } from '../audit-content.ts'

const everybody = ['openalex', 'crossref', 'semanticscholar', 'arxiv', 'europepmc', 'pubmed', 'dblp', 'datacite']
const held: Record<string, number> = {
  openalex: 24,
  crossref: 24,
  semanticscholar: 24,
  arxiv: 1,
  europepmc: 24,
  pubmed: 16,
  dblp: 1,
  datacite: 1,
}

let databases: Databases

beforeEach(async () => {
  databases = await startDatabases()
  pointAt(databases)
})

afterEach(async () => {
  vi.unstubAllEnvs()
  await databases.close()
})

function searches(): string[] {
  return databases.asked.filter(({ source }) => everybody.includes(source)).map(({ source }) => source)
}

describe('a search of all databases', () => {
  it('goes from question to report, is repeated without a request, and confirmed the next day', () =>
    inFolder(async (folder) => {
      const project = await worldProject(folder, everybody)
      await searchOn(project, '2026-11-01')
      const { ledger, report } = await worldContent(project)
      expect(Object.fromEntries(ledger.queries.map((query) => [query.source, query.fetched]))).toEqual(held)
      expect(ledger.queries.every((query) => query.status === 'found' && query.day === '2026-11-01')).toBe(true)
      expect(ledger.counts.screened?.value).toBe(27)
      expect(report.searched).toBe('2026-11-01')
      expect(report.stale).toBeUndefined()
      expect(
        (await auditDir(project.content, [], '2026-11-01')).filter(({ severity }) => severity === 'error'),
      ).toEqual([])

      const before = await snapshot(project.content)
      databases.asked.length = 0
      await searchOn(project, '2026-11-01')
      expect(databases.asked).toEqual([])
      await searchOn(project, '2026-11-02')
      expect(new Set(searches())).toEqual(new Set(everybody))
      expect(databases.asked.some(({ headers }) => headers['if-none-match'] !== undefined)).toBe(true)
      await searchOn(project, '2026-11-02', { force: true })
      expect(await snapshot(project.content)).toEqual(before)
    }))

  it('reads page after page to the limit', () =>
    inFolder(async (folder) => {
      databases.works = Array.from({ length: 230 }, (_, n) => makeWork(n))
      const project = await worldProject(folder, ['openalex', 'semanticscholar', 'pubmed'], 'limit: 150\n')
      await searchOn(project, '2026-11-01')
      const { ledger } = await worldContent(project)
      expect(ledger.queries.map(({ source, hits, fetched, pages }) => [source, hits, fetched, pages])).toEqual([
        ['openalex', 230, 150, 2],
        ['semanticscholar', 230, 150, 15],
        ['pubmed', 153, 150, 1],
      ])
      expect(new Set(ledger.records.map((record) => record.id)).size).toBe(450)
    }))

  it('turns pages by number where cursors are refused', () =>
    inFolder(async (folder) => {
      databases.works = Array.from({ length: 130 }, (_, n) => makeWork(n))
      databases.faults.openalex = { kind: 'status', status: 401, times: 1 }
      const project = await worldProject(folder, ['openalex'])
      await searchOn(project, '2026-11-01')
      expect((await worldContent(project)).ledger.queries[0]).toMatchObject({ fetched: 130, status: 'found', pages: 2 })
    }))

  it('never writes down who asks, nor a key', () =>
    inFolder(async (folder) => {
      pointAt(databases, {
        TOUCHSTONE_CONTACT: 'ada.example@example.org',
        TOUCHSTONE_OPENALEX_KEY: 'sesame-openalex',
        TOUCHSTONE_CROSSREF_KEY: 'Bearer sesame-crossref',
      })
      databases.faults.crossref = { kind: 'redirect', to: 'http://127.0.0.1:1/?key=sesame-crossref' }
      const project = await worldProject(folder, ['openalex', 'crossref'])
      const lines = await searchOn(project, '2026-11-01')
      const first = databases.asked.find(({ source }) => source === 'openalex')!
      expect(first.url).toContain('api_key=sesame-openalex')
      expect(first.headers['user-agent']).toContain('mailto:ada.example@example.org')
      expect(databases.asked.find(({ source }) => source === 'crossref')?.headers['crossref-plus-api-token']).toBe(
        'Bearer sesame-crossref',
      )
      const { ledger, report } = await worldContent(project)
      expect(JSON.stringify([lines, ledger, report])).not.toMatch(/sesame|ada\.example|%40example/)
    }))
})

describe('a library beside the databases', () => {
  it('gives open words their real forms', () =>
    inFolder(async (folder) => {
      const project = await worldProject(folder, ['openalex', 'library'])
      await mkdir(join(project.content, 'library/copper-load'), { recursive: true })
      await writeFile(
        join(project.content, 'library/copper-load/own.ris'),
        'TY  - JOUR\nTI  - Germinicidity of copper alloys\nAU  - Amsel, Ada\nER  - \n',
      )
      await searchOn(project, '2026-11-01')
      const { ledger } = await worldContent(project)
      const query = ledger.queries.find(({ source }) => source === 'openalex')!
      expect(query.text).toContain('"germinicidity" OR "germ"')
      expect(query.text).not.toContain('*')
      expect(query.notExpressed.join()).toMatch(/endings other than those written out, of copper fitting\*, germ\*/)
      expect(query.order).toBe('best match first')
    }))
})

describe('a database that fails', () => {
  const breakAll = () => {
    vi.stubEnv('TOUCHSTONE_TIMEOUT', '0.4')
    databases.faults = {
      openalex: { kind: 'status', status: 429, retryAfter: '0' },
      crossref: { kind: 'login' },
      semanticscholar: { kind: 'cut' },
      europepmc: { kind: 'down' },
      pubmed: { kind: 'status', status: 503, retryAfter: new Date(0).toUTCString() },
      dblp: { kind: 'wrong-json' },
      datacite: { kind: 'slow', milliseconds: 3000 },
    }
  }

  it('costs only its own records, and says since when', () =>
    inFolder(async (folder) => {
      const project = await worldProject(folder, everybody)
      breakAll()
      await searchOn(project, '2026-11-01')
      const first = await worldContent(project)
      expect(first.ledger.records.map(({ source }) => source)).toEqual(['arxiv'])
      expect(first.report.stale?.sources).toEqual(Object.keys(databases.faults).sort())
      expect(first.report.stale?.since).toBe('2026-11-01')
      databases.faults = {}
      await searchOn(project, '2026-11-02')
      const second = await worldContent(project)
      expect(second.report.stale).toBeUndefined()
      expect(second.ledger.records).toHaveLength(115)
    }))

  it('loses nothing that was found before, even in a fresh checkout', () =>
    inFolder(async (folder) => {
      const project = await worldProject(folder, everybody)
      await searchOn(project, '2026-11-01')
      const before = await worldContent(project)
      const papers = Object.entries(await snapshot(`${project.content}/papers`))
      breakAll()
      await rm(project.cache, { recursive: true })
      await searchOn(project, '2026-11-05')
      const down = await worldContent(project)
      expect(down.ledger.records).toEqual(before.ledger.records)
      expect(Object.entries(await snapshot(`${project.content}/papers`))).toEqual(papers)
      expect(down.report.stale).toEqual({ since: '2026-11-05', sources: Object.keys(databases.faults).sort() })
      expect(down.ledger.queries.find(({ source }) => source === 'crossref')).toMatchObject({
        status: 'unreachable',
        day: '2026-11-01',
        since: '2026-11-05',
        fetched: 24,
      })
      const broken = await snapshot(project.content)
      await searchOn(project, '2026-11-06')
      expect(await snapshot(project.content)).toEqual(broken)
      expect(
        (await auditDir(project.content, [], '2026-11-06')).filter(({ severity }) => severity === 'error'),
      ).toEqual([])
    }))

  it('leaves content as it was where nobody answers, and says so by its code', () =>
    inFolder(async (folder) => {
      const project = await worldProject(folder, ['openalex', 'crossref'])
      await searchOn(project, '2026-11-01')
      const before = await snapshot(project.content)
      databases.faults = { openalex: { kind: 'down' }, crossref: { kind: 'status', status: 400 } }
      await expect(searchOn(project, '2026-11-02')).rejects.toMatchObject({ code: 'sources-unreachable' })
      expect(await snapshot(project.content)).toEqual(before)
      await searchOn(project, '2026-11-03', { offline: true })
      expect(await snapshot(project.content)).toEqual(before)
    }))

  it('keeps the pages that came before the fault', () =>
    inFolder(async (folder) => {
      databases.faults.semanticscholar = { kind: 'status', status: 500, after: 2, retryAfter: '0' }
      const project = await worldProject(folder, ['semanticscholar', 'arxiv'])
      await searchOn(project, '2026-11-01')
      expect((await worldContent(project)).ledger.queries[0]).toMatchObject({
        status: 'unreachable',
        fetched: 20,
        hits: 24,
      })
      databases.faults = {}
      databases.asked.length = 0
      await searchOn(project, '2026-11-01')
      expect((await worldContent(project)).ledger.queries[0]).toMatchObject({ status: 'found', fetched: 24 })
      expect(searches().filter((source) => !['openalex', 'crossref'].includes(source))).toEqual(['semanticscholar'])
    }))
})

describe('a record that one answer misses', () => {
  it('stays, and a new one comes', () =>
    inFolder(async (folder) => {
      const project = await worldProject(folder, ['openalex'])
      await searchOn(project, '2026-11-01')
      databases.works = [...databases.works.slice(1), makeWork(40)]
      await searchOn(project, '2026-11-02')
      const { ledger } = await worldContent(project)
      expect(ledger.queries[0]).toMatchObject({ fetched: 25, kept: 1, day: '2026-11-02' })
    }))
})
