import type { IncomingHttpHeaders } from 'node:http'

type Headers = IncomingHttpHeaders

const textOf = (headers: Headers, name: string): string | null => {
  const value = headers[name]
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null
}

/** Crossref's rates (https://www.crossref.org/documentation/retrieve-metadata/rest-api/access-and-authentication/). */
function crossref(headers: Headers): string | null {
  const limit = textOf(headers, 'x-rate-limit-limit')
  const interval = textOf(headers, 'x-rate-limit-interval') ?? '1s'
  const atOnce = textOf(headers, 'x-concurrency-limit')
  const said = [...(limit ? [`${limit} requests in ${interval}`] : []), ...(atOnce ? [`${atOnce} at once`] : [])]
  return said.length > 0 ? said.join(', ') : null
}

/** NCBI counts by the second (https://www.ncbi.nlm.nih.gov/books/NBK25497/). */
function pubmed(headers: Headers): string | null {
  const limit = textOf(headers, 'x-ratelimit-limit')
  return limit && `${limit} requests a second`
}

/** The headers of most others, OpenAlex's credits among them (https://developers.openalex.org/guides/authentication). */
function common(headers: Headers): string | null {
  const left = textOf(headers, 'x-ratelimit-remaining')
  const limit = textOf(headers, 'x-ratelimit-limit')
  return left && `${left}${limit ? ` of ${limit}` : ''} left`
}

const readers: Readonly<Record<string, (headers: Headers) => string | null>> = { crossref, pubmed }

/** What the headers of an answer say of what may still be asked; null where they say nothing. */
export function budgetLeft(source: string, headers: Headers): string | null {
  return (readers[source] ?? common)(headers)
}
