import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { TouchstoneError } from '../../../src/core/errors.ts'
import { inFolder } from '../../../tests/helpers/folders.ts'
import { addressFault, isPublicIp, publicLookup } from './address.ts'
import { allowedBy, budgetLine } from './allowance.ts'
import { openHttpCache } from './cache.ts'
import { openHttp } from './client.ts'
import type { Http, HttpOptions, HttpRequest } from './contract.ts'
import { openHosts } from './hosts.ts'
import { redactor } from './redact.ts'
import { backoff, longestWait, retryAfter } from './retry.ts'

/** A world in which waiting takes no time; every wait is written down. */
function quickWorld() {
  const waits: number[] = []
  let now = Date.parse('2026-11-01T00:00:00Z')
  return {
    waits,
    now: () => now,
    sleep: async (milliseconds: number) => {
      waits.push(milliseconds)
      now += milliseconds
    },
    random: () => 0.5,
  }
}

/** Runs `work` against a server that answers with `listener`. */
async function serving<T>(
  listener: RequestListener,
  work: (address: string, http: Http, world: ReturnType<typeof quickWorld>) => Promise<T>,
  options: Partial<HttpOptions> = {},
): Promise<T> {
  const server = createServer(listener)
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const effects = quickWorld()
  const http = openHttp({
    effects,
    cache: null,
    userAgent: 'Touchstone/0',
    redact: (text) => text,
    timeout: 400,
    budget: 100,
    force: false,
    clock: () => Date.now(),
    ...options,
  })
  try {
    return await work(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, http, effects)
  } finally {
    server.closeAllConnections()
    await new Promise((done) => server.close(done))
  }
}

const ask = (url: string, more: Partial<HttpRequest> = {}): HttpRequest => ({ url, perSecond: 5, ...more })
const json = ({ text }: { text: string }): unknown => {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new TouchstoneError('file-format-mismatch', 'no JSON', { cause: error })
  }
}

describe('Retry-After', () => {
  it('is read in seconds and as a date', () => {
    const now = Date.parse('2026-11-01T12:00:00Z')
    expect(retryAfter('120', now)).toBe(120_000)
    expect(retryAfter('Sun, 01 Nov 2026 12:00:30 GMT', now)).toBe(30_000)
    expect(retryAfter('Sun, 01 Nov 2020 12:00:30 GMT', now)).toBe(0)
    for (const nothing of [undefined, '', 'soon', '-3']) expect(retryAfter(nothing, now)).toBeNull()
  })

  it('else waits double, each within its half', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12 }), fc.double({ min: 0, max: 1, noNaN: true }), (attempt, random) => {
        const full = Math.min(500 * 2 ** (attempt - 1), longestWait / 2)
        const wait = backoff(attempt, null, random)
        expect(wait).toBeGreaterThanOrEqual(Math.floor(full / 2))
        expect(wait).toBeLessThanOrEqual(full)
        expect(backoff(attempt, 7, random)).toBe(7)
      }),
    )
  })

  it('is waited for, and the request sent again', () => {
    let asked = 0
    return serving(
      (_, response) => {
        asked++
        if (asked === 1) response.writeHead(429, { 'retry-after': '7' }).end()
        else response.end('{"a":1}')
      },
      async (address, http, { waits }) => {
        expect(await http.get(ask(address), json)).toEqual({ state: 'found', value: { a: 1 }, cached: false })
        expect(waits).toContain(7000)
      },
    )
  })

  it('of more than a minute means that the host is left alone', () => {
    let asked = 0
    return serving(
      (_, response) => {
        asked++
        response.writeHead(429, { 'retry-after': '3600' }).end()
      },
      async (address, http, { waits }) => {
        expect(await http.get(ask(address), json)).toMatchObject({ state: 'unreachable', status: 429 })
        const again = await http.get(ask(`${address}/other`), json)
        expect(again).toMatchObject({ state: 'unreachable', reason: expect.stringContaining('60 minutes') })
        expect(asked).toBe(1)
        expect(Math.max(0, ...waits)).toBeLessThan(longestWait)
      },
    )
  })
})

describe('a host', () => {
  it('is not asked more often than it allows, this machine as often as one likes', async () => {
    const world = quickWorld()
    const hosts = openHosts(world)
    const far = hosts(new URL('https://api.example.org/'), { perSecond: 2 })
    const start = world.now()
    const begun = await Promise.all([1, 2, 3].map(() => far.turn(async () => world.now() - start)))
    expect(begun[2]).toBeGreaterThanOrEqual(1000)
    const near = hosts(new URL('http://127.0.0.1:99/'), { perSecond: 0.1 })
    const before = world.waits.length
    await Promise.all([1, 2, 3].map(() => near.turn(async () => {})))
    expect(world.waits.length).toBe(before)
  })

  it('is asked as often, and at once by as many, as its answers allow', async () => {
    const world = quickWorld()
    const hosts = openHosts(world)
    const url = new URL('https://api.example.org/')
    const way = { perSecond: 1, concurrency: 3, lane: 'lists', breaker: 'search' }
    const host = hosts(url, way)
    host.allow(allowedBy({ 'x-rate-limit-limit': '10', 'x-rate-limit-interval': '2s', 'x-concurrency-limit': '1' }))
    const start = world.now()
    let running = 0
    const begun = await Promise.all(
      [1, 2, 3].map(() =>
        hosts(url, way).turn(async () => {
          running++
          await new Promise((done) => setImmediate(done))
          expect(running--).toBe(1)
          return world.now() - start
        }),
      ),
    )
    expect(begun).toEqual([0, 200, 400])
  })

  it('has breakers that leave each other alone, over one lane', () => {
    const hosts = openHosts(quickWorld())
    const url = new URL('https://api.example.org/')
    const way = (breaker: string) => ({ perSecond: 1, lane: 'all', breaker })
    hosts(url, way('search')).rest(Number.POSITIVE_INFINITY, 'spent')
    expect(hosts(url, way('search')).closed()).toBe('spent')
    expect(hosts(url, way('look-up')).closed()).toBeNull()
  })

  it('that refuses for being asked too often is borne for as long as was said', () =>
    serving(
      (_, response) => response.writeHead(429).end(),
      async (address, http, { waits }) => {
        expect(await http.get(ask(address, { patience: 60_000 }), json)).toMatchObject({ status: 429 })
        const borne = waits.reduce((sum, each) => sum + each, 0)
        expect(borne).toBeGreaterThanOrEqual(30_000)
        expect(borne).toBeLessThanOrEqual(60_000)
      },
    ))

  it('tells what is left of a budget, where it has one', () =>
    serving(
      (_, response) =>
        response
          .writeHead(200, { 'x-ratelimit-remaining': '870', 'x-ratelimit-limit': '1000', 'x-ratelimit-reset': '7200' })
          .end('{}'),
      async (address, http) => {
        await http.get(ask(address, { group: 'other' }), json)
        await http.get(ask(address, { group: 'one', budgeted: true }), json)
        expect(http.traffic.budgets).toEqual({ one: { remaining: 870, limit: 1000, resets: 7200 } })
        expect(budgetLine('One', http.traffic.budgets.one!)).toBe(
          'One: 870 of 1,000 credits are left for today; it gives more in 2 h',
        )
      },
    ))

  it('that keeps failing is left alone and named', () => {
    let asked = 0
    return serving(
      (_, response) => {
        asked++
        response.writeHead(500).end()
      },
      async (address, http) => {
        for (let n = 0; n < 3; n++) await http.get(ask(`${address}/${n}`), json)
        const before = asked
        expect(await http.get(ask(address), json)).toMatchObject({ reason: expect.stringContaining('left alone') })
        expect(asked).toBe(before)
      },
    )
  })

  it('is not asked beyond the budget of the run', () =>
    serving(
      (_, response) => void response.end('{}'),
      async (address, http) => {
        for (let n = 0; n < 2; n++) expect((await http.get(ask(`${address}/${n}`), json)).state).toBe('found')
        expect(await http.get(ask(`${address}/3`), json)).toMatchObject({ reason: expect.stringContaining('spent') })
        expect(http.traffic).toMatchObject({ sent: 2, answered: 2 })
      },
      { budget: 2 },
    ))
})

describe('an answer', () => {
  it('that is absent, refused, cut, too large or no data is told apart', () =>
    serving(
      (request, response) => {
        const path = request.url ?? ''
        if (path === '/absent') response.writeHead(404).end()
        else if (path === '/refused') response.writeHead(403).end()
        else if (path === '/large') response.end('x'.repeat(5000))
        else if (path === '/words') response.end('words')
        else {
          response.writeHead(200, { 'content-length': 100 }).write('{"a":')
          response.socket?.destroySoon()
        }
      },
      async (address, http) => {
        const state = async (path: string, more: Partial<HttpRequest> = {}) => {
          const answer = await http.get(ask(address + path, { group: path, ...more }), json)
          return answer.state === 'unreachable' ? answer.reason : answer.state
        }
        expect(await state('/absent', { absence: true })).toBe('not-found')
        expect(await state('/absent')).toContain('404')
        expect(await state('/refused')).toContain('403')
        expect(await state('/large', { mostBytes: 1000 })).toContain('larger')
        expect(await state('/words')).toBe('no JSON')
        expect(await state('/cut')).toMatch(/mismatch|aborted|ECONNRESET|socket|closed/i)
      },
    ))

  it('is kept, confirmed with its tags when old, and asked for anew when forced', () =>
    inFolder(async (folder) => {
      let body = '{"n":1}'
      const asked: unknown[] = []
      const listener: RequestListener = (request, response) => {
        asked.push(request.headers['if-none-match'] ?? request.headers['if-modified-since'])
        if (request.headers['if-none-match'] === body) response.writeHead(304).end()
        else response.writeHead(200, { etag: body, 'last-modified': 'Sun, 01 Nov 2026 00:00:00 GMT' }).end(body)
      }
      let day = Date.parse('2026-11-01')
      const cache = openHttpCache(join(folder, 'deep', 'http.sqlite'))
      await serving(
        listener,
        async (address, http) => {
          const get = () => http.get(ask(address, { freshHours: 23, secret: { query: { key: 'k' } } }), json)
          expect(await get()).toMatchObject({ value: { n: 1 }, cached: false })
          expect(await get()).toMatchObject({ value: { n: 1 }, cached: true })
          expect(asked).toEqual([undefined])
          day += 86_400_000
          expect(await get()).toMatchObject({ value: { n: 1 }, cached: false })
          expect(asked).toEqual([undefined, body])
          day += 86_400_000
          body = '{"n":2}'
          expect(await get()).toMatchObject({ value: { n: 2 } })
        },
        { cache, clock: () => day },
      )
      cache.close()
    }))

  it('of a redirect is followed, with the key only on its own host, never into a private network', () =>
    serving(
      (request, response) => {
        if (request.url === '/go') response.writeHead(302, { location: '/there' }).end()
        else if (request.url === '/loop') response.writeHead(302, { location: '/loop' }).end()
        else if (request.url === '/inside') response.writeHead(302, { location: 'http://169.254.169.254/latest' }).end()
        else response.end(JSON.stringify({ key: request.headers['x-api-key'] }))
      },
      async (address, http) => {
        const secret = { headers: { 'x-api-key': 'sesame' } }
        const get = (path: string) => http.get(ask(address + path, { secret, group: path }), json)
        expect(await get('/go')).toMatchObject({ value: { key: 'sesame' } })
        expect(await get('/loop')).toMatchObject({ reason: expect.stringContaining('redirects') })
        expect(await get('/inside')).toMatchObject({ reason: expect.stringContaining('no public address') })
      },
    ))

  it('ends with the run', async () => {
    const stop = new AbortController()
    await serving(
      () => stop.abort(),
      async (address, http) => {
        await expect(http.get(ask(address), json)).rejects.toMatchObject({ code: 'interrupted' })
      },
      { signal: stop.signal },
    )
  })
})

describe('an address', () => {
  it('of a private network, of this machine or of no web is refused', () => {
    const closed = [
      'http://127.0.0.1/',
      'http://localhost/',
      'http://10.1.2.3/',
      'http://192.168.0.1/',
      'http://172.20.0.1/',
      'http://169.254.169.254/',
      'http://100.64.0.1/',
      'http://0.0.0.0/',
      'http://0x7f.1/',
      'http://2130706433/',
      'http://[::1]/',
      'http://[fe80::1]/',
      'http://[fd00::1]/',
      'http://[::ffff:10.0.0.1]/',
      'http://[::ffff:7f00:1]/',
      'http://printer.local/',
      'http://intranet/',
      'http://user:word@example.org/',
      'ftp://example.org/',
      'file:///etc/passwd',
      'http://[64:ff9b::a00:1]/',
      'http://localhost./',
    ]
    for (const address of closed) expect(addressFault(new URL(address)), address).not.toBeNull()
    for (const open of ['https://example.org/a.pdf', 'http://8.8.8.8/', 'https://[2606:4700::1111]/'])
      expect(addressFault(new URL(open)), open).toBeNull()
    expect(isPublicIp('not an address')).toBe(false)
  })

  it('whose name stands for a private one is refused when it is looked up', async () => {
    const error = await new Promise((done) => publicLookup('localhost', { all: true }, done))
    expect(String(error)).toContain('no public address')
  })
})

describe('what must not be shown', () => {
  it('is taken out of any text, encoded or not', () => {
    const redact = redactor(['a key+1', 'ada@example.org', 'x'])
    expect(redact('?k=a%20key%2B1&m=ada%40example.org a key+1 x')).toBe('?k=***&m=*** *** x')
  })
})
