import type { IncomingHttpHeaders } from 'node:http'
import { TouchstoneError } from '../../../src/core/errors.ts'
import { sha256 } from '../../../src/core/hash.ts'
import { interrupted } from '../interrupted.ts'
import { allowedBy, type Budget, budgetIn } from './allowance.ts'
import type { HttpCache, StoredAnswer } from './cache.ts'
import type { HttpEffects } from './effects.ts'
import { type Host, openHosts } from './hosts.ts'
import type { Redactor } from './redact.ts'
import { backoff, type Failure, longestWait, retryAfter, tries } from './retry.ts'
import { type Exchange, ExchangeFault, type RawAnswer, send } from './send.ts'

/** A request as stages make it. Credentials are added when it is sent and are no part of what is kept. */
export interface HttpRequest {
  url: string
  headers?: Record<string, string>
  secret?: { query?: Record<string, string>; headers?: Record<string, string> }
  /** Name of the service, where one host stands for several or several lanes lead to one. */
  group?: string
  /** Name under which the queue and the rate are kept; that of the group where absent. */
  lane?: string
  /** Name under which failures are counted and a host is left alone; that of the lane where absent. */
  breaker?: string
  /** Requests a second that the host allows. */
  perSecond: number
  /** Requests at once that the host allows. */
  concurrency?: number
  /** Whether the service tells what is left of a daily budget; others mean a second by the same headers. */
  budgeted?: boolean
  /** Milliseconds for which refusals for being asked too often are borne; a few tries where absent. */
  patience?: number
  /** Hours for which a kept answer is used without asking again; absent where nothing is kept. */
  freshHours?: number
  /** Whether status 404 or 410 is an answer (there is no such work) and no fault. */
  absence?: boolean
  /** Whether a redirect is followed (the default) or itself the answer. */
  follow?: boolean
  publicOnly?: boolean
  mostBytes?: number
}

/** An answer: three things that are never mixed up. */
export type Answer<T> =
  | { state: 'found'; value: T; cached: boolean }
  | { state: 'not-found'; cached: boolean }
  | { state: 'unreachable'; reason: string; status?: number }

/** One exchange with a host, for whoever looks on. The address carries no key. */
export interface Seen {
  group: string
  url: string
  status: number
  headers: IncomingHttpHeaders
  text: string
}

/** What `get` hands to the function that reads a body. */
export interface Body {
  text: string
  bytes: Buffer
  /** Media type without its parameters. */
  type: string
}

/** How much was asked during a run. */
export interface Traffic {
  sent: number
  /** Requests that brought an answer. */
  answered: number
  cached: number
  hosts: Record<string, number>
  /** What is left of the daily budget of each service that tells, by the name of its group. */
  budgets: Record<string, Budget>
}

/** The shared transport: queues, rates, retries, cache and limits. */
export interface Http {
  /**
   * Asks once, or as often as politeness allows. `read` makes the value of a body; what it throws as TouchstoneError
   * means that the body is none (a login page, cut JSON), which counts as a failed try and is never kept.
   * @throws TouchstoneError `interrupted`
   */
  get<T>(request: HttpRequest, read: (body: Body) => T): Promise<Answer<T>>
  traffic: Traffic
}

export interface HttpOptions {
  effects: HttpEffects
  cache: HttpCache | null
  userAgent: string
  redact: Redactor
  /** Milliseconds without an answer. */
  timeout: number
  /** Most requests of a run. */
  budget: number
  /** Use nothing that is kept. */
  force: boolean
  /** Milliseconds by which the age of a kept answer is told. */
  clock: () => number
  /** What sends an exchange where the process does not do so itself. */
  send?: (exchange: Exchange, request: HttpRequest) => Promise<RawAnswer>
  /** Told of every answer, whatever its status. */
  observe?: (seen: Seen) => void
  signal?: AbortSignal
}

const hour = 3_600_000
const largest = 50_000_000

/** Opens the transport of a run. */
export function openHttp(options: HttpOptions): Http {
  const { cache, clock } = options
  const hostOf = openHosts(options.effects)
  const traffic: Traffic = { sent: 0, answered: 0, cached: 0, hosts: {}, budgets: {} }

  async function get<T>(request: HttpRequest, read: (body: Body) => T): Promise<Answer<T>> {
    const kept = request.freshHours !== undefined && cache !== null ? cache : null
    const key = sha256(`${request.url}\n${request.headers?.accept ?? ''}\n${request.follow !== false}`)
    const found = options.force ? null : (kept?.get(key) ?? null)
    const value = found && attempt(() => keptValue(found, read))
    const stored = value && !('fault' in value) ? found : null
    if (stored && value && !('fault' in value) && Math.abs(clock() - stored.stored) < request.freshHours! * hour) {
      traffic.cached++
      return { ...value, cached: true }
    }
    const answer = await persist(request, stored, read)
    if (answer.state === 'unreachable') return { ...answer, reason: options.redact(answer.reason) }
    if (answer.keep) kept?.put(key, { ...answer.keep, stored: clock() })
    return answer.state === 'found'
      ? { state: 'found', value: answer.value as T, cached: false }
      : { state: 'not-found', cached: false }
  }

  type Tried<T> =
    | { state: 'found' | 'not-found'; value?: T; keep: Omit<StoredAnswer, 'stored'> | null }
    | { state: 'unreachable'; reason: string; status?: number }

  async function persist<T>(
    request: HttpRequest,
    stored: StoredAnswer | null,
    read: (body: Body) => T,
  ): Promise<Tried<T>> {
    const host = hostOf(new URL(request.url), request)
    let waited = 0
    for (let count = 1; ; count++) {
      const closed = host.closed()
      if (closed) return { state: 'unreachable', reason: closed }
      if (traffic.sent >= options.budget)
        return { state: 'unreachable', reason: `the ${options.budget} requests that one run may send are spent` }
      try {
        const tried = await host.turn(() => one(request, host, stored, read))
        host.succeeded()
        traffic.answered++
        return tried
      } catch (error) {
        if (options.signal?.aborted) throw interrupted()
        if (!(error instanceof ExchangeFault)) throw error
        const { failure } = error
        const wait = backoff(count, failure.wait ?? null, options.effects.random())
        waited += wait
        const patient = request.patience !== undefined && failure.status === 429
        if ((!patient && count >= tries[failure.kind]) || waited > Math.max(longestWait, request.patience ?? 0))
          return givenUp(host, failure, wait)
        await rest(wait)
      }
    }
  }

  function givenUp<T>(host: Host, failure: Failure, wait: number): Tried<T> {
    if (failure.wait && wait > longestWait)
      host.rest(
        options.effects.now() + wait,
        `${failure.reason}; it asks to be left alone for ${Math.ceil(wait / 60_000)} minutes`,
      )
    else if (failure.kind !== 'refused') host.failed(options.redact(failure.reason))
    return { state: 'unreachable', reason: failure.reason, ...(failure.status ? { status: failure.status } : {}) }
  }

  async function rest(milliseconds: number): Promise<void> {
    try {
      await options.effects.sleep(milliseconds)
    } catch (error) {
      throw options.signal?.aborted ? interrupted() : error
    }
  }

  async function one<T>(
    request: HttpRequest,
    host: Host,
    stored: StoredAnswer | null,
    read: (body: Body) => T,
  ): Promise<Tried<T>> {
    if (options.signal?.aborted) throw interrupted()
    const url = new URL(request.url)
    for (const [name, value] of Object.entries(request.secret?.query ?? {})) url.searchParams.set(name, value)
    traffic.sent++
    traffic.hosts[url.host] = (traffic.hosts[url.host] ?? 0) + 1
    const exchange: Exchange = {
      url,
      headers: { 'user-agent': options.userAgent, ...request.headers, ...conditions(stored) },
      secretHeaders: request.secret?.headers ?? {},
      timeout: options.timeout,
      mostBytes: request.mostBytes ?? largest,
      follow: request.follow ?? true,
      publicOnly: request.publicOnly ?? false,
      ...(options.signal ? { signal: options.signal } : {}),
    }
    const answer = await (options.send ?? send)(exchange, request)
    const group = request.group ?? url.host
    options.observe?.({
      group,
      url: request.url,
      status: answer.status,
      headers: answer.headers,
      text: textOf(answer),
    })
    host.allow(allowedBy(answer.headers))
    const budget = request.budgeted ? budgetIn(answer.headers) : null
    if (budget) traffic.budgets[group] = budget
    if (answer.status === 304 && stored) return { ...keptValue(stored, read), keep: stored }
    const failure = failureOf(answer, request, options.effects.now())
    if (failure) throw new ExchangeFault(failure)
    const keep = {
      status: answer.status,
      body: textOf(answer),
      etag: answer.headers.etag ?? null,
      lastModified: answer.headers['last-modified'] ?? null,
    }
    if (answer.status === 404 || answer.status === 410) return { state: 'not-found', keep: { ...keep, body: '' } }
    const value = attempt(() => read({ text: keep.body, bytes: answer.body, type: typeOf(answer) }))
    if (value && typeof value === 'object' && 'fault' in value)
      throw new ExchangeFault({ kind: 'body', reason: (value as { fault: string }).fault, status: answer.status })
    return { state: 'found', value: value as T, keep }
  }

  return { get, traffic }
}

function keptValue<T>(
  stored: StoredAnswer,
  read: (body: Body) => T,
): { state: 'found'; value: T } | { state: 'not-found' } {
  if (stored.status === 404 || stored.status === 410) return { state: 'not-found' }
  return { state: 'found', value: read({ text: stored.body, bytes: Buffer.from(stored.body), type: '' }) }
}

/** The value, or what is wrong with the body. */
function attempt<T>(work: () => T): T | { fault: string } {
  try {
    return work()
  } catch (error) {
    if (error instanceof TouchstoneError) return { fault: error.message }
    throw error
  }
}

function conditions(stored: StoredAnswer | null): Record<string, string> {
  return {
    ...(stored?.etag ? { 'if-none-match': stored.etag } : {}),
    ...(stored?.lastModified ? { 'if-modified-since': stored.lastModified } : {}),
  }
}

/** Why an answer is none, by its status; null for a good one. */
function failureOf({ status, headers }: RawAnswer, request: HttpRequest, now: number): Failure | null {
  if (status >= 200 && status < 300) return null
  if (status >= 300 && status < 400 && request.follow === false) return null
  if ((status === 404 || status === 410) && request.absence) return null
  const wait = retryAfter(headers['retry-after'], now)
  if (status === 408 || status === 425 || status === 429 || status >= 500)
    return {
      kind: 'status',
      reason: `it answered with status ${status}${request.budgeted && isSpent(status, headers, wait) ? ': what may be asked in a day is spent' : ''}`,
      status,
      wait,
    }
  return { kind: 'refused', reason: `it refused the request with status ${status}`, status }
}

/** Whether a refusal is for the rest of the day and not for a moment. */
function isSpent(status: number, headers: RawAnswer['headers'], wait: number | null): boolean {
  return status === 429 && (budgetIn(headers)?.remaining === 0 || (wait ?? 0) > longestWait)
}

function typeOf({ headers }: RawAnswer): string {
  return (headers['content-type'] ?? '').split(';')[0]!.trim().toLowerCase()
}

function textOf({ body, headers }: RawAnswer): string {
  const charset = /charset=["']?([\w-]+)/i.exec(headers['content-type'] ?? '')?.[1] ?? 'utf-8'
  try {
    return new TextDecoder(charset).decode(body)
  } catch {
    return new TextDecoder().decode(body)
  }
}
