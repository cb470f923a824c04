import type { SourceRecord } from '../../src/core/papers/record.ts'
import type { Adapter, ParsedPage, RejectedItem } from '../sources/adapter.ts'

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

/** Before anything was asked. */
export function noPages(): Pages {
  return {
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
}

/** Adds the records of a page that were not there; gives how many. */
export function take(read: Pages, page: ParsedPage, limit: number): number {
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

/** A list that ends before its time is a fault of the database, never the end of what it holds. */
export function gapOf({ limits }: Adapter, { hits, received, records }: Pages, limit: number): string | null {
  const due = Math.min(hits ?? 0, limit) * (1 - (limits.totalWithin ?? 0))
  if (received >= due || records.size >= limit) return null
  return `it gave only ${received} of ${hits} records`
}
