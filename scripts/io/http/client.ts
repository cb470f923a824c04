import { sha256 } from '../../../src/core/hash.ts'
import { interrupted } from '../interrupted.ts'
import { type Kept, keptReading, type Reading } from './answers.ts'
import { type Asking, ask } from './ask.ts'
import type { Answer, Http, HttpOptions, HttpRequest, Traffic } from './contract.ts'
import { type Host, openHosts } from './hosts.ts'
import { backoff, type Failure, longestWait, tries } from './retry.ts'
import { ExchangeFault } from './send.ts'

/** What asking as often as politeness allows brought. */
type Outcome<T> = (Reading<T> & { keep: Kept }) | { state: 'unreachable'; reason: string; status?: number }

const hour = 3_600_000

/** Opens the transport of a run. */
export function openHttp(options: HttpOptions): Http {
  const { cache, clock } = options
  const hostOf = openHosts(options.effects)
  const traffic: Traffic = { sent: 0, answered: 0, cached: 0, hosts: {}, budgets: {} }

  const get: Http['get'] = async (request, read) => {
    const store = request.freshHours === undefined ? null : cache
    const key = keyOf(request)
    const stored = options.force ? null : (store?.get(key) ?? null)
    const known = stored && keptReading(stored, read)
    if (known && Math.abs(clock() - stored.stored) < request.freshHours! * hour) {
      traffic.cached++
      return { ...known, cached: true }
    }
    const asking = { request, stored: known && stored, read }
    const outcome = await persist(asking, hostOf(new URL(request.url), request), options, traffic)
    if (outcome.state === 'unreachable') return { ...outcome, reason: options.redact(outcome.reason) }
    const { keep, ...reading } = outcome
    store?.put(key, { ...keep, stored: clock() })
    return { ...reading, cached: false } as Answer<never>
  }

  return { get, traffic }
}

/** Asks again where a fault may pass, for as long as the host is not left alone and the run's budget lasts. */
async function persist<T>(asking: Asking<T>, host: Host, options: HttpOptions, traffic: Traffic): Promise<Outcome<T>> {
  const { request } = asking
  let waited = 0
  for (let count = 1; ; count++) {
    const closed = host.closed()
    if (closed) return { state: 'unreachable', reason: closed }
    if (traffic.sent >= options.budget)
      return { state: 'unreachable', reason: `the ${options.budget} requests that one run may send are spent` }
    try {
      const answer = await host.turn(() => ask(asking, host, options, traffic))
      host.succeeded()
      traffic.answered++
      return answer
    } catch (error) {
      if (options.signal?.aborted) throw interrupted()
      if (!(error instanceof ExchangeFault)) throw error
      const { failure } = error
      const wait = backoff(count, failure.wait ?? null, options.effects.random())
      waited += wait
      if (isLast(failure, count, waited, request)) return givenUp(host, failure, wait, options)
      await rest(wait, options)
    }
  }
}

/** Whether a failed try was the last: too many of its kind, or more waiting than is borne. */
function isLast(failure: Failure, count: number, waited: number, { patience }: HttpRequest): boolean {
  const patient = patience !== undefined && failure.status === 429
  return (!patient && count >= tries[failure.kind]) || waited > Math.max(longestWait, patience ?? 0)
}

function givenUp(host: Host, failure: Failure, wait: number, options: HttpOptions): Outcome<never> {
  const { reason, status } = failure
  if (failure.wait && wait > longestWait)
    host.rest(
      options.effects.now() + wait,
      `${reason}; it asks to be left alone for ${Math.ceil(wait / 60_000)} minutes`,
    )
  else if (failure.kind !== 'refused') host.failed(options.redact(reason))
  return { state: 'unreachable', reason, ...(status ? { status } : {}) }
}

async function rest(milliseconds: number, { effects, signal }: HttpOptions): Promise<void> {
  try {
    await effects.sleep(milliseconds)
  } catch (error) {
    throw signal?.aborted ? interrupted() : error
  }
}

/** Name under which an answer is kept: of its address, the form asked for, and whether redirects were followed. */
function keyOf({ url, headers, follow }: HttpRequest): string {
  return sha256(`${url}\n${headers?.accept ?? ''}\n${follow !== false}`)
}
