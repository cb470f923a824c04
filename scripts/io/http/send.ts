import type { IncomingHttpHeaders } from 'node:http'
import got, { RequestError, TimeoutError } from 'got'
import { interrupted } from '../interrupted.ts'
import { addressFault, publicLookup } from './address.ts'
import type { Failure } from './retry.ts'

/** One exchange as it goes over the wire. */
export interface Exchange {
  url: URL
  headers: Record<string, string>
  /** Headers and parameters that only the host of `url` may see. */
  secretHeaders: Record<string, string>
  timeout: number
  mostBytes: number
  /** Whether redirects are followed; where not, a redirect is the answer. */
  follow: boolean
  /** Whether the first address too must lie in the public internet; where redirects lead always must. */
  publicOnly: boolean
  signal?: AbortSignal
}

/** What came back, whatever its status. */
export interface RawAnswer {
  status: number
  headers: IncomingHttpHeaders
  body: Buffer
  url: URL
}

/** Why an exchange brought no answer. */
export class ExchangeFault extends Error {
  readonly failure: Failure
  constructor(failure: Failure) {
    super(failure.reason)
    this.failure = failure
  }
}

const mostRedirects = 5

/**
 * Sends a GET request and reads the answer to its end.
 * @throws ExchangeFault where there is none, TouchstoneError `interrupted` where the run was stopped
 */
export async function send(exchange: Exchange): Promise<RawAnswer> {
  let url = exchange.url
  for (let hop = 0; hop <= mostRedirects; hop++) {
    const own = url.origin === exchange.url.origin
    if (exchange.publicOnly || !own) check(url)
    const answer = await once(url, own, exchange)
    const target = answer.headers.location
    if (!exchange.follow || answer.status < 300 || answer.status > 399 || answer.status === 304 || !target)
      return answer
    url = resolve(target, url)
  }
  throw refused(`more than ${mostRedirects} redirects`)
}

async function once(url: URL, own: boolean, exchange: Exchange): Promise<RawAnswer> {
  const guarded = exchange.publicOnly || !own
  const stream = got.stream(url, {
    headers: own ? { ...exchange.headers, ...exchange.secretHeaders } : exchange.headers,
    followRedirect: false,
    retry: { limit: 0 },
    throwHttpErrors: false,
    timeout: {
      connect: Math.min(10_000, exchange.timeout),
      response: exchange.timeout,
      socket: exchange.timeout,
      request: exchange.timeout * 3,
    },
    ...(exchange.signal ? { signal: exchange.signal } : {}),
    ...(guarded ? { dnsLookup: publicLookup } : {}),
  })
  const head = { status: 0, headers: {} as IncomingHttpHeaders }
  stream.on('response', (response: { statusCode: number; headers: IncomingHttpHeaders }) => {
    head.status = response.statusCode
    head.headers = response.headers
  })
  try {
    const chunks: Buffer[] = []
    let size = 0
    for await (const chunk of stream) {
      size += (chunk as Buffer).length
      if (size > exchange.mostBytes)
        throw refused(`the answer is larger than ${Math.round(exchange.mostBytes / 1e6)} MB`)
      chunks.push(chunk as Buffer)
    }
    return { ...head, body: Buffer.concat(chunks), url }
  } catch (error) {
    stream.destroy()
    throw faultOf(error, exchange)
  }
}

function faultOf(error: unknown, { signal, timeout }: Exchange): Error {
  if (error instanceof ExchangeFault) return error
  if (signal?.aborted) return interrupted()
  const { message } = error as Error
  if (/no public address/.test(message)) return refused(message)
  if (error instanceof TimeoutError)
    return new ExchangeFault({ kind: 'timeout', reason: `no answer within ${Math.round(timeout / 1000)} s` })
  const code = error instanceof RequestError ? error.code : ''
  return new ExchangeFault({
    kind: 'network',
    reason: code && !message.includes(code) ? `${message} (${code})` : message,
  })
}

function check(url: URL): void {
  const fault = addressFault(url)
  if (fault) throw refused(`an address was not followed: ${fault}`)
}

function resolve(target: string, base: URL): URL {
  try {
    return new URL(target, base)
  } catch {
    throw refused('a redirect without an address')
  }
}

function refused(reason: string): ExchangeFault {
  return new ExchangeFault({ kind: 'refused', reason })
}
