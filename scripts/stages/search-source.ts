import type { SourceRecord } from '../../src/core/papers/record.ts'
import type { Query } from '../../src/core/question/query.ts'
import { budgetLine } from '../io/http/allowance.ts'
import type { Adapter, RejectedItem, Translation } from '../sources/adapter.ts'
import type { Asking } from './asked-page.ts'
import type { Pages } from './pages.ts'
import { readPages } from './read-pages.ts'

/** What one database answered to one query. */
export interface SourceAnswer {
  source: string
  translation: Translation
  /** Records in the order of the answer, each once. */
  records: SourceRecord[]
  rejected: (RejectedItem & { page: number })[]
  hits: number
  pages: number
  /** What the database said of the query. */
  said: string[]
  /** Why the answer is not whole; null where it is. */
  fault: string | null
}

/** Below so many characters a query that is refused for its length is not halved again. */
const shortest = 400

/**
 * Searches one database page by page, up to the limit. A fault ends the search; what came before it is kept. A query that is
 * refused as too long is asked again in parts of half the length.
 */
export async function searchSource(adapter: Adapter, query: Query, asking: Asking): Promise<SourceAnswer> {
  let translation = adapter.translate!(query)
  for (let most = longest(translation) / 2; ; most /= 2) {
    const { answer, tooLong } = await readAll(adapter, translation, asking)
    const shorter = adapter.translate!(query, most)
    if (!tooLong || most < shortest || shorter.text === translation.text) return answer
    translation = shorter
  }
}

/** Asks a database what was already put in its words. */
export async function readTranslation(
  adapter: Adapter,
  translation: Translation,
  asking: Asking,
): Promise<SourceAnswer> {
  return (await readAll(adapter, translation, asking)).answer
}

function longest({ parameters, furtherParts = [] }: Translation): number {
  return Math.max(
    ...[parameters, ...furtherParts].flatMap(Object.values).map((value) => encodeURIComponent(value).length),
  )
}

async function readAll(adapter: Adapter, translation: Translation, asking: Asking) {
  const parts: Pages[] = []
  for (const parameters of [translation.parameters, ...(translation.furtherParts ?? [])]) {
    const part = await readPart(adapter, { ...translation, parameters }, asking)
    parts.push(part)
    if (part.tooLong) break
  }
  const budget = asking.http.traffic.budgets[adapter.id]
  if (budget && parts.some((part) => !part.resumed)) asking.log(budgetLine(adapter.label, budget))
  return { answer: joined(adapter, translation, parts, asking), tooLong: parts.some((part) => part.tooLong) }
}

async function readPart(adapter: Adapter, translation: Translation, asking: Asking): Promise<Pages> {
  const first = await readPages(adapter, translation, asking, false)
  if (first.fault === null || !first.resumed) return first
  // A kept page may hold a cursor that the database no longer knows: begin again, asking anew.
  return readPages(adapter, translation, asking, true)
}

/** The parts of an answer as one, the best of each first; a record that answers to several is there once. */
function joined(
  adapter: Adapter,
  translation: Translation,
  parts: readonly Pages[],
  { limit, log }: Asking,
): SourceAnswer {
  const lists = parts.map((part) => [...part.records.values()])
  const records = new Map<string, SourceRecord>()
  const longestList = Math.max(0, ...lists.map((list) => list.length))
  let twice = 0
  for (let place = 0; place < longestList; place++) {
    for (const list of lists) {
      const record = list[place]
      if (record === undefined) continue
      if (records.has(record.id)) twice++
      else records.set(record.id, record)
    }
  }
  const fault = parts.find((part) => part.fault !== null)?.fault ?? null
  if (fault !== null) log(`${adapter.label}: ${fault}`)
  const hits = parts.reduce((sum, part) => sum + (part.hits ?? part.records.size), 0) - twice
  const taken = [...records.values()].slice(0, limit)
  return {
    source: adapter.id,
    translation,
    records: taken,
    rejected: parts.flatMap((part) => part.rejected),
    hits: Math.max(hits, taken.length),
    pages: parts.reduce((sum, part) => sum + part.pages, 0),
    said: [...new Set(parts.flatMap((part) => part.said))],
    fault,
  }
}
