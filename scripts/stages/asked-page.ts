import { TouchstoneError } from '../../src/core/errors.ts'
import type { Site } from '../../src/schemas/site.ts'
import type { Http } from '../io/http/contract.ts'
import type { Adapter, ParsedPage, Translation } from '../sources/adapter.ts'
import { addressed, keyOf, searchFreshHours } from '../sources/address.ts'
import type { Pages } from './pages.ts'

/** What is needed to ask a database. */
export interface Asking {
  http: Http
  site: Site
  /** Most records that are taken. */
  limit: number
  log: (line: string) => void
}

interface Refused {
  reason: string
  tooLong: boolean
  /** Whether it refuses those without a key the page at this cursor. */
  refused: (cursor: string | null) => boolean
}
type Asked = (ParsedPage & { cached: boolean }) | Refused

/** Asks for the page of a query at a cursor; what came before says how much is still wanted. `anew` uses nothing that is kept. */
export async function askPage(
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
