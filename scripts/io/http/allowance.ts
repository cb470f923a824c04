import type { IncomingHttpHeaders } from 'node:http'

/** What is left of a daily budget, in the units of the service. */
export interface Budget {
  remaining: number
  /** The whole of it, null where the service does not say. */
  limit: number | null
  /** Seconds until it is whole again, null where the service does not say. */
  resets: number | null
}

/** What a host allows, as its answer says. */
export interface Allowance {
  perSecond?: number
  concurrency?: number
}

/**
 * The rate and the number of requests at once that an answer allows (`x-rate-limit-limit`, `x-rate-limit-interval` and
 * `x-concurrency-limit`, https://www.crossref.org/documentation/retrieve-metadata/rest-api/access-and-authentication/).
 */
export function allowedBy(headers: IncomingHttpHeaders): Allowance {
  const requests = numberOf(headers['x-rate-limit-limit'])
  const seconds = secondsOf(headers['x-rate-limit-interval'])
  const concurrency = numberOf(headers['x-concurrency-limit'])
  return {
    ...(requests && seconds ? { perSecond: requests / seconds } : {}),
    ...(concurrency ? { concurrency: Math.floor(concurrency) } : {}),
  }
}

/** The daily budget that an answer tells (`x-ratelimit-remaining` and its like, https://developers.openalex.org/api-reference/authentication). */
export function budgetIn(headers: IncomingHttpHeaders): Budget | null {
  const remaining = numberOf(headers['x-ratelimit-remaining'])
  if (remaining === null) return null
  return { remaining, limit: numberOf(headers['x-ratelimit-limit']), resets: numberOf(headers['x-ratelimit-reset']) }
}

/** "OpenAlex: 870 of 1,000 credits are left for today, until it gives more in 9 h". */
export function budgetLine(label: string, { remaining, limit, resets }: Budget): string {
  const whole = limit === null ? '' : ` of ${limit.toLocaleString('en')}`
  const when = resets === null ? '' : `; it gives more in ${Math.max(1, Math.round(resets / 3600))} h`
  return `${label}: ${remaining.toLocaleString('en')}${whole} credits are left for today${when}`
}

function secondsOf(interval: string | string[] | undefined): number | null {
  const [, amount, unit] = /^(\d+(?:\.\d+)?)\s*(ms|s|m|h)?$/.exec(String(interval ?? '').trim()) ?? []
  const size = { ms: 0.001, s: 1, m: 60, h: 3600 }[unit ?? 's'] ?? 1
  return amount === undefined || Number(amount) === 0 ? null : Number(amount) * size
}

function numberOf(header: string | string[] | undefined): number | null {
  const value = Number(String(header ?? '').trim() || Number.NaN)
  return Number.isFinite(value) && value >= 0 ? value : null
}
