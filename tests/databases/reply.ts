import type { IncomingHttpHeaders } from 'node:http'
import type { Work } from './world.ts'

/** What a database is asked and knows tonight. */
export interface Call {
  /** Path below the base address, decoded. */
  path: string
  query: URLSearchParams
  headers: IncomingHttpHeaders
  /** Length of the whole address as it was sent. */
  length: number
  /** Works that the database knows tonight, in their order. */
  works: readonly Work[]
  /** Every work that any database knows tonight. */
  all: readonly Work[]
  night: number
  /** Address of the database itself. */
  origin: string
  /** Address of every open copy, where it is not the server's own. */
  copy?: string | undefined
  /** What the server keeps of a database between two requests. */
  kept: Kept
}

/** What is kept of a database. */
export interface Kept {
  /** Credits that were spent today. */
  spent: number
  /** The night on which they were. */
  night?: number
  /** The key that is good; any is, where absent. */
  key?: string
  /** Records a page at most, where it is to be fewer than the database gives. */
  pageSize?: number
  /** Characters of an address from which on it is refused with 414, where they are to be fewer than the database takes. */
  longest?: number
  /** Pages beyond the first that will be empty though more is to come. */
  emptyPages?: number
}

/** An answer of a database. */
export interface Reply {
  status?: number
  type?: string
  headers?: Record<string, string>
  body: string | Buffer
}

/** What a loopback database does as the service does, and the document that says so. */
export interface Behaviour {
  does: string
  document: string
}

/** One loopback database. */
export interface Service {
  behaviours: readonly Behaviour[]
  answer: (call: Call) => Reply
}

export const json = (value: unknown, status = 200, headers: Record<string, string> = {}): Reply => ({
  status,
  type: 'application/json',
  headers,
  body: JSON.stringify(value),
})
export const xml = (body: string, doctype = ''): Reply => ({
  type: 'application/xml',
  body: `<?xml version="1.0" encoding="UTF-8"?>\n${doctype}${body}`,
})
export const none = (): Reply => ({ status: 404, type: 'text/plain', body: 'Resource not found.' })
export const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

export function slice<T>(items: readonly T[], start: number, size: number): T[] {
  return items.slice(start, start + size)
}

/** A cursor that holds a place, so that the server keeps nothing. */
export function place(cursor: string | null): number {
  return Number(/^at-(\d+)$/.exec(cursor ?? '')?.[1] ?? 0)
}

export function noticeOf(work: Work, night: number): Work['notice'] | null {
  return work.notice && work.notice.since <= night ? work.notice : null
}

/** Title and abstract, and each alone. */
export function textsOf(work: Work): { title: string; abstract: string; both: string[] } {
  return { title: work.title, abstract: work.abstract, both: [work.title, work.abstract] }
}

/** Whether a year lies between two, of which either may be empty. */
export function inYears(year: number, from: string | undefined, to: string | undefined): boolean {
  return (!from || year >= Number(from.slice(0, 4))) && (!to || year <= Number(to.slice(0, 4)))
}
