import { TouchstoneError } from '../../src/core/errors.ts'
import type { SourceRecord } from '../../src/core/papers/record.ts'
import type { Query } from '../../src/core/question/query.ts'
import type { Site } from '../../src/schemas/site.ts'
import type { Http } from '../io/http/client.ts'
import type { Adapter, ParsedPage, RejectedItem, Translation } from '../sources/adapter.ts'
import { addressed, searchFreshHours } from '../sources/address.ts'

/** What one database answered to one query. */
export interface SourceAnswer {
  source: string
  translation: Translation
  /** Records in the order of the answer, each once. */
  records: SourceRecord[]
  rejected: (RejectedItem & { page: number })[]
  hits: number
  pages: number
  /** Why the answer is not whole; null where it is. */
  fault: string | null
}

/** What is needed to ask a database. */
export interface Asking {
  http: Http
  site: Site
  /** Most records that are taken. */
  limit: number
  log: (line: string) => void
}

/** Searches one database page by page, up to the limit. A fault ends the search; what came before it is kept. */
export function searchSource(adapter: Adapter, query: Query, asking: Asking): Promise<SourceAnswer> {
  return readTranslation(adapter, adapter.translate!(query), asking)
}

/** Asks a database what was already put in its words. */
export async function readTranslation(
  adapter: Adapter,
  translation: Translation,
  asking: Asking,
): Promise<SourceAnswer> {
  const first = await readPages(adapter, translation, asking, false)
  if (first.fault === null || !first.resumed) return answerOf(adapter, translation, first, asking)
  // A kept page may hold a cursor that the database no longer knows: begin again, asking anew.
  return answerOf(adapter, translation, await readPages(adapter, translation, asking, true), asking)
}

interface Pages {
  records: Map<string, SourceRecord>
  rejected: SourceAnswer['rejected']
  hits: number | null
  pages: number
  fault: string | null
  /** Whether the page before the fault came from the cache. */
  resumed: boolean
}

async function readPages(adapter: Adapter, translation: Translation, asking: Asking, anew: boolean): Promise<Pages> {
  const limit = Math.min(asking.limit, adapter.limits.mostRecords)
  const read: Pages = { records: new Map(), rejected: [], hits: null, pages: 0, fault: null, resumed: false }
  let cursor: string | null = null
  for (const seen = new Set<string | null>(); !seen.has(cursor); ) {
    seen.add(cursor)
    const page = await askPage(adapter, translation, cursor, limit - read.records.size, asking, anew)
    if ('reason' in page) {
      if (cursor === null && page.refused && adapter.otherwise) {
        cursor = adapter.otherwise
        continue
      }
      return { ...read, fault: page.reason }
    }
    const fresh = take(read, page, limit)
    read.resumed = page.cached
    if (page.records.length > 0)
      asking.log(`${adapter.label}: ${read.records.size} of ${read.hits ?? 'unknown'} records`)
    if (
      page.next === null ||
      translation.path !== undefined ||
      read.records.size >= limit ||
      (page.records.length > 0 && fresh === 0)
    )
      break
    cursor = page.next
  }
  return read
}

type Asked = (ParsedPage & { cached: boolean }) | { reason: string; refused: boolean }

async function askPage(
  adapter: Adapter,
  translation: Translation,
  cursor: string | null,
  wanted: number,
  { http, site }: Asking,
  anew: boolean,
): Promise<Asked> {
  const size = Math.min(adapter.limits.pageSize, wanted)
  const request = adapter.request(translation, cursor, size)
  if (request === null) return { reason: 'it cannot be searched', refused: false }
  const kept = anew ? {} : { freshHours: searchFreshHours }
  const answer = await http.get({ ...addressed(adapter, request, site), ...kept }, ({ text }) =>
    parse(adapter, text, cursor),
  )
  if (answer.state === 'found') return { ...answer.value, cached: answer.cached }
  if (answer.state === 'not-found') return { reason: 'it knows no such search', refused: false }
  return { reason: answer.reason, refused: answer.status === 401 || answer.status === 403 }
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
  if (page.records.length + page.rejected.length > 0) read.pages++
  read.hits ??= page.total
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

function answerOf(adapter: Adapter, translation: Translation, read: Pages, { log }: Asking): SourceAnswer {
  if (read.fault !== null) log(`${adapter.label}: ${read.fault}`)
  const records = [...read.records.values()]
  return {
    source: adapter.id,
    translation,
    records,
    rejected: read.rejected,
    hits: Math.max(read.hits ?? 0, records.length),
    pages: read.pages,
    fault: read.fault,
  }
}
