import { TouchstoneError } from '../../../src/core/errors.ts'
import { budgetIn } from './allowance.ts'
import type { StoredAnswer } from './cache.ts'
import type { Body, HttpRequest } from './contract.ts'
import { type Failure, longestWait, retryAfter } from './retry.ts'
import type { RawAnswer } from './send.ts'

/** What is read of an answer: its value, or that there is no such work. */
export type Reading<T> = { state: 'found'; value: T } | { state: 'not-found' }

/** What is kept of an answer, but for the time. */
export type Kept = Omit<StoredAnswer, 'stored'>

/** The value of a kept answer; null where its body can no longer be read. */
export function keptReading<T>(stored: StoredAnswer, read: (body: Body) => T): Reading<T> | null {
  if (isAbsent(stored)) return { state: 'not-found' }
  const tried = attempt(() => read({ text: stored.body, bytes: Buffer.from(stored.body), type: '' }))
  return 'fault' in tried ? null : { state: 'found', value: tried.value }
}

/** What of an answer is kept: its body as text, none where there is no such work. */
export function kept(answer: RawAnswer): Kept {
  return {
    status: answer.status,
    body: isAbsent(answer) ? '' : textOf(answer),
    etag: answer.headers.etag ?? null,
    lastModified: answer.headers['last-modified'] ?? null,
  }
}

/** Whether an answer says that there is no such work. */
export function isAbsent({ status }: { status: number }): boolean {
  return status === 404 || status === 410
}

/** The value of a body, or what is wrong with it. */
export function bodyValue<T>(answer: RawAnswer, read: (body: Body) => T): { value: T } | { fault: string } {
  return attempt(() => read({ text: textOf(answer), bytes: answer.body, type: typeOf(answer) }))
}

/** Why an answer is none, by its status; null for a good one. `now` in milliseconds. */
export function failureOf({ status, headers }: RawAnswer, request: HttpRequest, now: number): Failure | null {
  if (status >= 200 && status < 300) return null
  if (status >= 300 && status < 400 && request.follow === false) return null
  if (isAbsent({ status }) && request.absence) return null
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

/** The body as text, in the charset that it names. */
export function textOf({ body, headers }: RawAnswer): string {
  const charset = /charset=["']?([\w-]+)/i.exec(headers['content-type'] ?? '')?.[1] ?? 'utf-8'
  try {
    return new TextDecoder(charset).decode(body)
  } catch {
    return new TextDecoder().decode(body)
  }
}

/** Whether a refusal is for the rest of the day and not for a moment. */
function isSpent(status: number, headers: RawAnswer['headers'], wait: number | null): boolean {
  return status === 429 && (budgetIn(headers)?.remaining === 0 || (wait ?? 0) > longestWait)
}

function typeOf({ headers }: RawAnswer): string {
  return (headers['content-type'] ?? '').split(';')[0]!.trim().toLowerCase()
}

function attempt<T>(work: () => T): { value: T } | { fault: string } {
  try {
    return { value: work() }
  } catch (error) {
    if (error instanceof TouchstoneError) return { fault: error.message }
    throw error
  }
}
