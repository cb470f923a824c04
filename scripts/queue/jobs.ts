import type { Step } from '../run.ts'

/** Prefix of every key that the queue keeps on the server. */
export const prefix = 'touchstone'

/** Queue of the steps that take a processor; each database has a queue of its own beside it. */
export const stepsQueue = 'steps'

/** Queue of the requests that belong to no database: copies of papers at their publishers'. */
export const webQueue = 'web'

/** Queue of a database, by the name under which its requests go. */
export function databaseQueue(id: string): string {
  return `database-${id}`
}

/** What every job on a question is told. Keys and contact address are never among it: each worker has its own. */
export interface QuestionJob {
  /** Name of the run that feeds. */
  run: string
  slug: string
  /** Hash over everything that the result depends on, so that a worker with another copy of the content says so. */
  inputHash: string
  today: string
  /** Day that the command fixes; null where the clock is the real one. */
  date: string | null
  engine: string | null
  sources: string[] | null
  force: boolean
  offline: boolean
}

/** A job in the queue of a database: the search of a question, one page a turn. */
export interface SearchJob extends QuestionJob {
  source: string
  /** Requests that were sent for it. */
  turns?: number
  /** Times that the database asked to wait, since it last answered. */
  limited?: number
}

/** A job in the queue of a database: one request for a step that waits for it. */
export interface RequestJob {
  url: string
  group: string
  headers: Record<string, string>
  follow: boolean
  publicOnly: boolean
  mostBytes: number
  limited?: number
}

/** What a request brought. */
export interface RequestResult {
  status: number
  headers: Record<string, string>
  /** Base64. */
  body: string
  url: string
}

/** Names of the parts of a question on the server, in the order in which they are taken. */
export const partNames: Readonly<Record<'kept' | 'search' | Step, string>> = {
  kept: '0-kept',
  search: '1-search',
  papers: '2-papers',
  claims: '3-claims',
  report: '4-report',
}

/** Tries of a job that failed, and the first wait between two of them in milliseconds; it doubles. */
export const retries = { attempts: 4, backoff: { type: 'exponential', delay: 500 } } as const

/** How long jobs stay on the server, in seconds: long enough for those who wait for them. */
export const keeping = { removeOnComplete: { age: 3_600 }, removeOnFail: { age: 86_400 } } as const
