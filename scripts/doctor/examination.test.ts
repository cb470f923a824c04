import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { site } from '../../src/schemas/site.ts'
import { bodiesIn } from '../../tests/databases/bodies.ts'
import { type Databases, startDatabases } from '../../tests/databases/server.ts'
import { inFolder } from '../../tests/helpers/folders.ts'
import { pointAt, worldProject } from '../../tests/helpers/searching.ts'
import { parseBody } from '../sources/index.ts'
import { examineSources, type Recorded } from './examination.ts'
import { isWell, nobodyAnswered, sourceLine } from './lines.ts'
import { writeRecording } from './recording.ts'

const settings = site.parse({})
let databases: Databases

beforeEach(async () => {
  databases = await startDatabases()
  pointAt(databases)
})
afterEach(async () => {
  vi.unstubAllEnvs()
  await databases.close()
})

/** What the doctor says of these sources, line by line. */
async function linesOf(sources?: string[], observe?: (recorded: Recorded) => void): Promise<string[]> {
  return inFolder(async (folder) => {
    const project = await worldProject(folder, [])
    const examined = await examineSources(project, settings, {
      sources,
      word: 'copper',
      ...(observe ? { observe } : {}),
    })
    return examined.map(sourceLine)
  })
}

/** Runs `work` while OpenAlex is whatever `answer` makes of a request. */
async function asOpenalex<T>(
  answer: (url: URL) => { status?: number; headers?: object; body: unknown },
  work: () => Promise<T>,
) {
  const server = createServer((request, response) => {
    const { status = 200, headers = {}, body } = answer(new URL(request.url ?? '/', 'http://localhost'))
    response.writeHead(status, { 'content-type': 'application/json', ...headers })
    response.end(JSON.stringify(body))
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  vi.stubEnv('TOUCHSTONE_OPENALEX_URL', `http://127.0.0.1:${(server.address() as AddressInfo).port}`)
  try {
    return await work()
  } finally {
    server.closeAllConnections()
    server.close()
  }
}

const work = (n: number, more: object = {}) => ({
  id: `https://openalex.org/W${n}`,
  doi: `https://doi.org/10.5555/work.${n}`,
  title: `Work ${n}`,
  publication_year: 2020,
  authorships: [{ author: { display_name: 'Ada Dorn' } }],
  abstract_inverted_index: { Copper: [0] },
  ...more,
})
const pageOf = (results: unknown[], next: string | null) => ({ meta: { count: 40, next_cursor: next }, results })

describe('asking each source', () => {
  it('says of every source that it answers as expected', async () => {
    const lines = await linesOf()
    expect(lines).toHaveLength(10)
    for (const line of lines.filter((one) => !/^(?:Unpaywall|doi)/.test(one)))
      expect(line).toMatch(/: reachable; .*search, .*look-up as expected/)
    expect(lines.at(-1)).toBe('doi.org: reachable; look-up as expected')
  })

  it('asks nobody whom the settings leave out', () =>
    inFolder(async (folder) => {
      const project = await worldProject(folder, [])
      const without = site.parse({ sources: { crossref: { enabled: false } } })
      await examineSources(project, without, { sources: ['crossref', 'dblp'], word: 'copper' })
      expect(new Set(databases.asked.map(({ source }) => source))).toEqual(new Set(['dblp']))
    }))

  it('names a source that is down and one that sends a web page, and goes on with the others', async () => {
    databases.faults = { crossref: { kind: 'down' }, europepmc: { kind: 'login' } }
    const [crossref, europepmc, dblp] = await linesOf(['crossref', 'europepmc', 'dblp'])
    expect(crossref).toMatch(/^Crossref: not reachable; no key; search: /)
    expect(europepmc).toMatch(/^Europe PMC: reachable; search: .*a web page instead of data, titled "Sign in"/)
    expect(dblp).toMatch(/^DBLP: reachable; search/)
  })

  it('tells a key that is accepted from one that is refused', async () => {
    vi.stubEnv('TOUCHSTONE_OPENALEX_KEY', 'secret-key-1')
    expect(await linesOf(['openalex'])).toEqual([expect.stringContaining('reachable; key accepted; ')])
    databases.faults = { openalex: { kind: 'status', status: 401 } }
    expect(await linesOf(['openalex'])).toEqual([
      expect.stringContaining(
        'reachable; key refused (TOUCHSTONE_OPENALEX_KEY); search: it refused the request with status 401',
      ),
    ])
  })

  it('says what may still be asked', async () => {
    const headers = { 'x-ratelimit-limit': '1000', 'x-ratelimit-remaining': '740' }
    const [line] = await asOpenalex(
      ({ pathname, searchParams }) => {
        if (pathname !== '/works') return { headers, body: work(1) }
        const first = searchParams.get('cursor') === '*'
        return { headers, body: pageOf([work(first ? 1 : 2)], first ? 'more' : null) }
      },
      () => linesOf(['openalex']),
    )
    expect(line).toBe('OpenAlex: reachable; no key; 740 of 1000 left; search, page two, look-up as expected')
  })
})

describe('an answer that is not as expected', () => {
  it.each([
    [
      'search: no record has results[].abstract_inverted_index',
      () => pageOf([work(1, { abstract_inverted_index: undefined })], null),
    ],
    ['search: no record has meta.count', () => ({ meta: { next_cursor: null }, results: [work(1)] })],
    ['search: it found nothing for "copper", though it counts 40', () => pageOf([], null)],
  ])('is named: %s', async (said, body) => {
    const [line] = await asOpenalex(
      ({ pathname }) => ({ body: pathname === '/works' ? body() : work(1) }),
      () => linesOf(['openalex']),
    )
    expect(line).toContain(said)
  })

  it.each([
    ['page two repeats page one', () => pageOf([work(1)], null), work(1)],
    ['page two is empty, though it counts 40 records', () => pageOf([], null), work(1)],
    [
      'look-up: asked about openalex:10.5555/work.1, it answered openalex:10.5555/work.7',
      () => pageOf([work(2)], null),
      work(7),
    ],
  ])('is named: %s', async (said, second, single) => {
    const [line] = await asOpenalex(
      ({ pathname, searchParams }) => {
        if (pathname !== '/works') return { body: single }
        return { body: searchParams.get('cursor') === '*' ? pageOf([work(1)], 'more') : second() }
      },
      () => linesOf(['openalex']),
    )
    expect(line).toContain(said)
  })
})

it('says that there is no network where nobody can be reached', () =>
  inFolder(async (folder) => {
    await databases.close()
    const project = await worldProject(folder, [])
    const examined = await examineSources(project, settings, { sources: ['dblp', 'doi'], word: 'copper' })
    expect(nobodyAnswered(examined)).toBe(true)
    expect(examined.some(isWell)).toBe(false)
    databases = await startDatabases()
  }))

it('keeps answers as fixtures that the adapters read, without key or contact address', () =>
  inFolder(async (folder) => {
    vi.stubEnv('TOUCHSTONE_OPENALEX_KEY', 'secret-key-1')
    vi.stubEnv('TOUCHSTONE_CONTACT', 'ada@dorn.example')
    const answers: Recorded[] = []
    await asOpenalex(
      (url) => ({ body: { ...pageOf([work(1)], null), asked: url.href } }),
      () => linesOf(['openalex'], (recorded) => void answers.push(recorded)),
    )
    await linesOf(['pubmed', 'arxiv'], (recorded) => void answers.push(recorded))
    expect(answers[0]?.text).toContain('secret-key-1')
    const written = await writeRecording(folder, answers, '2026-11-01')
    const bodies = bodiesIn(folder)
    expect(bodies).toHaveLength(written)
    for (const { source, body, status } of bodies) {
      expect(status).toBe(200)
      expect(body).not.toMatch(/secret-key-1|ada(?:@|%40)dorn/)
      expect(() => parseBody(source, body, 'body')).not.toThrow()
    }
    expect(await readFile(join(folder, 'INDEX.jsonl'), 'utf8')).not.toMatch(/secret-key-1|dorn/)
    expect(bodies.flatMap(({ source, body }) => parseBody(source, body, 'body').records).length).toBeGreaterThan(3)
  }))
