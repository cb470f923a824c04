import { interrupted } from '../interrupted.ts'
import { allowedBy, budgetIn } from './allowance.ts'
import { bodyValue, failureOf, isAbsent, type Kept, kept, keptReading, type Reading, textOf } from './answers.ts'
import type { StoredAnswer } from './cache.ts'
import type { Body, HttpOptions, HttpRequest, Traffic } from './contract.ts'
import type { Host } from './hosts.ts'
import { type Exchange, ExchangeFault, type RawAnswer, send } from './send.ts'

/** What is asked of a host: the request, the kept answer that a new one is compared with, how a body is read. */
export interface Asking<T> {
  request: HttpRequest
  stored: StoredAnswer | null
  read: (body: Body) => T
}

const largest = 50_000_000

/**
 * Asks once and reads the answer; counts it in `traffic`.
 * @throws ExchangeFault where there is no answer that can be read; TouchstoneError `interrupted`
 */
export async function ask<T>(
  asking: Asking<T>,
  host: Host,
  options: HttpOptions,
  traffic: Traffic,
): Promise<Reading<T> & { keep: Kept }> {
  if (options.signal?.aborted) throw interrupted()
  const { request, stored, read } = asking
  const exchange = exchangeOf(asking, options)
  traffic.sent++
  traffic.hosts[exchange.url.host] = (traffic.hosts[exchange.url.host] ?? 0) + 1
  const answer = await (options.send ?? send)(exchange, request)
  note(answer, request, options, traffic)
  host.allow(allowedBy(answer.headers))
  const unchanged = answer.status === 304 && stored ? keptReading(stored, read) : null
  if (unchanged) return { ...unchanged, keep: stored! }
  const failure = failureOf(answer, request, options.effects.now())
  if (failure) throw new ExchangeFault(failure)
  if (isAbsent(answer)) return { state: 'not-found', keep: kept(answer) }
  const tried = bodyValue(answer, read)
  if ('fault' in tried) throw new ExchangeFault({ kind: 'body', reason: tried.fault, status: answer.status })
  return { state: 'found', value: tried.value, keep: kept(answer) }
}

/** The exchange of a request: with its credentials and the conditions under which the host need not answer anew. */
function exchangeOf({ request, stored }: Asking<unknown>, options: HttpOptions): Exchange {
  const url = new URL(request.url)
  for (const [name, value] of Object.entries(request.secret?.query ?? {})) url.searchParams.set(name, value)
  return {
    url,
    headers: { 'user-agent': options.userAgent, ...request.headers, ...conditions(stored) },
    secretHeaders: request.secret?.headers ?? {},
    timeout: options.timeout,
    mostBytes: request.mostBytes ?? largest,
    follow: request.follow ?? true,
    publicOnly: request.publicOnly ?? false,
    ...(options.signal ? { signal: options.signal } : {}),
  }
}

/** Tells whoever looks on, and keeps what is left of a daily budget. */
function note(answer: RawAnswer, request: HttpRequest, options: HttpOptions, traffic: Traffic): void {
  const group = request.group ?? new URL(request.url).host
  const { status, headers } = answer
  options.observe?.({ group, url: request.url, status, headers, text: textOf(answer) })
  const budget = request.budgeted ? budgetIn(headers) : null
  if (budget) traffic.budgets[group] = budget
}

function conditions(stored: StoredAnswer | null): Record<string, string> {
  return {
    ...(stored?.etag ? { 'if-none-match': stored.etag } : {}),
    ...(stored?.lastModified ? { 'if-modified-since': stored.lastModified } : {}),
  }
}
