import { TouchstoneError } from '../../src/core/errors.ts'
import type { SourceRecord } from '../../src/core/papers/record.ts'
import type { Site } from '../../src/schemas/site.ts'
import type { Http } from '../io/http/client.ts'
import type { Adapter, ParsedPage, RejectedItem, Translation } from '../sources/adapter.ts'
import { addressed, keyOf, searchFreshHours } from '../sources/address.ts'

/** What is needed to ask a database. */
export interface Asking {
  http: Http
  site: Site
  /** Most records that are taken. */
  limit: number
  log: (line: string) => void
}

/** What the pages of one query held. */
export interface Pages {
  records: Map<string, SourceRecord>
  rejected: (RejectedItem & { page: number })[]
  /** Hits that the database reported; null where it did not. */
  hits: number | null
  /** Items that came, those that were rejected or there already included. */
  received: number
  pages: number
  said: string[]
  /** Why the answer is not whole; null where it is. */
  fault: string | null
  /** Whether the database refuses a query of this length. */
  tooLong: boolean
  /** Whether the page before the fault came from the cache. */
  resumed: boolean
}

/** Reads one query page by page, up to the limit; `anew` uses nothing that is kept. A fault ends it; what came before stays. */
export async function readPages(
  adapter: Adapter,
  translation: Translation,
  asking: Asking,
  anew: boolean,
): Promise<Pages> {
  const limit = Math.min(asking.limit, adapter.limits.mostRecords)
  const read: Pages = {
    records: new Map(),
    rejected: [],
    hits: null,
    received: 0,
    pages: 0,
    said: [],
    fault: null,
    tooLong: false,
    resumed: false,
  }
  const ask = (at: string | null) => askPage(adapter, translation, at, read, limit, asking, anew)
  let cursor: string | null = null
  for (const seen = new Set<string | null>(); !seen.has(cursor); ) {
    seen.add(cursor)
    const page = await ask(cursor)
    if ('reason' in page) {
      const other: Turn | null = page.refused(cursor) ? (adapter.otherwise?.(read.received) ?? null) : null
      if (other === null || isNumbered(cursor)) return { ...read, fault: page.reason, tooLong: page.tooLong }
      cursor = other.cursor
      read.received = other.received
      continue
    }
    const fresh = take(read, page, limit)
    if (page.records.length > 0)
      asking.log(`${adapter.label}: ${read.records.size} of ${read.hits ?? 'unknown'} records`)
    const whole =
      read.hits !== null && read.received >= read.hits && !adapter.limits.totalWithin && page.records.length > 0
    const again = page.records.length > 0 && fresh === 0 && !isNumbered(cursor)
    if (page.next === null || translation.path !== undefined || read.records.size >= limit || again || whole) break
    cursor = page.next
  }
  return translation.path === undefined ? { ...read, fault: gapOf(adapter, read, limit) } : read
}

type Turn = { cursor: string; received: number }

function isNumbered(cursor: string | null): boolean {
  return cursor?.startsWith('page:') ?? false
}

/** A list that ends before its time is a fault of the database, never the end of what it holds. */
function gapOf({ limits }: Adapter, { hits, received, records }: Pages, limit: number): string | null {
  const due = Math.min(hits ?? 0, limit) * (1 - (limits.totalWithin ?? 0))
  if (received >= due || records.size >= limit) return null
  return `it gave only ${received} of ${hits} records`
}

interface Refused {
  reason: string
  tooLong: boolean
  /** Whether it refuses those without a key the page at this cursor. */
  refused: (cursor: string | null) => boolean
}
type Asked = (ParsedPage & { cached: boolean }) | Refused

async function askPage(
  adapter: Adapter,
  translation: Translation,
  cursor: string | null,
  read: Pages,
  limit: number,
  { http, site }: Asking,
  anew: boolean,
): Promise<Asked> {
  const size = Math.min(adapter.limits.pageSize, limit - read.records.size)
  const request = adapter.request(translation, cursor, size)
  const failed = (reason: string, status = 0): Refused => ({
    reason,
    tooLong: [413, 414, 431].includes(status),
    refused: (at) => [401, 403].includes(status) || (at !== null && [400, 402].includes(status)),
  })
  if (request === null) return failed('it cannot be searched')
  const kept = anew ? {} : { freshHours: searchFreshHours }
  const answer = await http.get({ ...addressed(adapter, request, site, 'search'), ...kept }, ({ text }) =>
    notEmpty(parse(adapter, text, cursor), read, limit),
  )
  if (answer.state === 'found') {
    read.resumed = answer.cached
    return { ...answer.value, cached: answer.cached }
  }
  if (answer.state === 'not-found') return failed('it knows no such search')
  const without = keyOf(adapter) === null && [401, 403, 429].includes(answer.status ?? 0)
  return failed(
    without && adapter.credentials?.without ? `${answer.reason}; ${adapter.credentials.without}` : answer.reason,
    answer.status,
  )
}

/**
 * The page, if it is not empty though more is to come: arXiv and others answer so at times, and well a moment later
 * (https://github.com/lukasschwab/arxiv.py/issues/43). What is thrown makes the transport ask again.
 */
function notEmpty(page: ParsedPage, { hits, received }: Pages, limit: number): ParsedPage {
  const total = page.total ?? hits ?? 0
  const holds = page.records.length + page.rejected.length > 0 || page.next !== null
  if (holds || received >= Math.min(total, limit)) return page
  throw new TouchstoneError('source-error-body', `it gave only ${received} of ${total} records, then an empty page`)
}

/** A body that an adapter cannot read is a fault of the database, whatever the adapter says of it. */
function parse(adapter: Adapter, text: string, cursor: string | null): ParsedPage {
  try {
    return adapter.parse(text, cursor)
  } catch (error) {
    if (error instanceof TouchstoneError) throw error
    throw new TouchstoneError('file-format-mismatch', `this is no body of ${adapter.label}`, { cause: error })
  }
}

/** Adds the records of a page that were not there; gives how many. */
function take(read: Pages, page: ParsedPage, limit: number): number {
  const items = page.records.length + page.rejected.length
  if (items > 0) read.pages++
  read.received += items
  read.hits ??= page.total
  read.said.push(...(page.said ?? []))
  read.rejected.push(...page.rejected.map((each) => ({ ...each, page: read.pages })))
  const before = read.records.size
  for (const record of page.records) {
    const id = distinct(read.records, record)
    if (read.records.size < limit && id !== null) read.records.set(id, { ...record, id })
  }
  return read.records.size - before
}

/** The id under which a record is kept; null where the same one is there. Items without an identifier are told apart by their place. */
function distinct(records: ReadonlyMap<string, SourceRecord>, record: SourceRecord): string | null {
  if (!/:item-\d+$/.test(record.id)) return records.has(record.id) ? null : record.id
  return record.id.replace(/item-\d+$/, `item-${records.size + 1}`)
}
