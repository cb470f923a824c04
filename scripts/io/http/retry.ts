/** What is known of a failed try. */
export interface Failure {
  kind: 'network' | 'timeout' | 'status' | 'body' | 'refused'
  reason: string
  status?: number
  /** Milliseconds that the host asked to wait, null where it did not say. */
  wait?: number | null
}

/** Tries of one request by kind of failure, the first included. What was refused will be refused again. */
export const tries: Readonly<Record<Failure['kind'], number>> = {
  network: 3,
  timeout: 2,
  status: 5,
  body: 3,
  refused: 1,
}

/** Longest wait between two tries of one request, in milliseconds: a host that asks for more is left alone for this run. */
export const longestWait = 60_000

/**
 * Milliseconds that a `Retry-After` header asks for: seconds, or an HTTP date (https://www.rfc-editor.org/rfc/rfc9110#field.retry-after).
 * Null where the header is absent or says nothing.
 */
export function retryAfter(header: string | undefined, now: number): number | null {
  const plain = header?.trim() ?? ''
  if (/^\d+(?:\.\d+)?$/.test(plain)) return Math.ceil(Number(plain) * 1000)
  if (!/[a-z]{3}/i.test(plain)) return null
  const date = Date.parse(plain)
  return Number.isNaN(date) ? null : Math.max(0, date - now)
}

/** Milliseconds before the next try: what the host asked for, else doubling from half a second, spread by `random` (0 to 1) so that clients do not come back together. */
export function backoff(attempt: number, asked: number | null, random: number): number {
  if (asked !== null) return asked
  const full = Math.min(500 * 2 ** (attempt - 1), longestWait / 2)
  return Math.round(full / 2 + (full / 2) * random)
}
