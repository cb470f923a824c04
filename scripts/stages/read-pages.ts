import type { Adapter, Translation } from '../sources/adapter.ts'
import { type Asking, askPage } from './asked-page.ts'
import { gapOf, noPages, type Pages, take } from './pages.ts'

/** Reads one query page by page, up to the limit; `anew` uses nothing that is kept. A fault ends it; what came before stays. */
export async function readPages(
  adapter: Adapter,
  translation: Translation,
  asking: Asking,
  anew: boolean,
): Promise<Pages> {
  const limit = Math.min(asking.limit, adapter.limits.mostRecords)
  const read = noPages()
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
