import type { IncomingHttpHeaders } from 'node:http'
import type { Budget } from './allowance.ts'
import type { HttpCache } from './cache.ts'
import type { HttpEffects } from './effects.ts'
import type { Redactor } from './redact.ts'
import type { Exchange, RawAnswer } from './send.ts'

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
