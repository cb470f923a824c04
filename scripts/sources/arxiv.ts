import { normaliseDoi } from '../../src/core/papers/doi.ts'
import { normaliseArxiv } from '../../src/core/papers/identifiers.ts'
import { parseName } from '../../src/core/papers/names.ts'
import type { Query } from '../../src/core/question/query.ts'
import { databases } from '../../src/schemas/databases.ts'
import type { Adapter, ParsedPage, Translation } from './adapter.ts'
import { errorBody, mismatch, xmlBody } from './body.ts'
import { allTerms, anyText, type BooleanStyle, betweenParts, booleanText, endingsLost, partsOf } from './boolean.ts'
import { dateOfText } from './dates.ts'
import { count } from './json.ts'
import type { NoWork, RawWork } from './work.ts'
import { readItems } from './work.ts'
import type { XmlElement } from './xml.ts'
import { child, content, elements, markup } from './xml.ts'

const { label, docs } = databases.arxiv
const pageSize = 200
/** Longer addresses were refused with status 414 (https://github.com/lukasschwab/arxiv.py/issues/15). */
const longestQuery = 4000
const inText: BooleanStyle = { wildcard: 'nowhere', term: (words) => `ti:"${words}" OR abs:"${words}"` }
const inTitle: BooleanStyle = { wildcard: 'nowhere', term: (words) => `ti:"${words}"` }

export const arxiv: Adapter = {
  id: 'arxiv',
  label,
  docs,
  baseUrl: 'https://export.arxiv.org',
  limits: { perSecond: 1 / 3, pageSize, mostRecords: 30_000 },
  translate,
  request({ parameters }, cursor, size = pageSize) {
    const query = {
      ...parameters,
      start: cursor ?? '0',
      max_results: String(size),
      sortBy: 'relevance',
      sortOrder: 'descending',
    }
    return { path: '/api/query', query }
  },
  parse,
  lookup(ids) {
    return ids.arxiv ? { path: '/api/query', query: { id_list: ids.arxiv, max_results: '1' } } : null
  },
}

/**
 * Titles and abstracts by field prefix; AND, OR and ANDNOT; years as a range of the day of submission. An asterisk is no part
 * of the documented syntax, so that endings are written out.
 */
function translate(query: Query, most = longestQuery): Translation {
  const years = query.years.from === undefined && query.years.to === undefined ? [] : [submitted(query.years)]
  const without = query.not.length > 0 ? ` ANDNOT (${anyText(query.not, query, inTitle)})` : ''
  const write = (part: Query) => [booleanText(part, inText), ...years].join(' AND ') + without
  const parts = partsOf(query, most, write)
  const [first, ...further] = parts.map((search) => ({ search_query: search }))
  return {
    text: parts.map((search) => `search_query=${search}`).join(betweenParts),
    parameters: first!,
    furtherParts: further,
    order: 'best match first',
    notExpressed: [
      ...endingsLost([...allTerms(query), ...query.not], inText),
      ...(query.excludedTypes.length > 0 ? ['excluded types (applied in screening)'] : []),
      ...(query.languages.length > 0 ? ['languages (applied in screening)'] : []),
    ],
  }
}

function submitted({ from, to }: Query['years']): string {
  return `submittedDate:[${from ?? 1991}01010000 TO ${to ?? 2199}12312359]`
}

function parse(body: string, cursor: string | null = null): ParsedPage {
  const root = xmlBody(label, body)
  if (root.name === 'entry') return { ...readItems('arxiv', [root], read), next: null, total: 1 }
  if (root.name !== 'feed') throw mismatch(label, `its root element is "${root.name}", not "feed"`)
  const entries = elements(root, 'entry')
  const fault = entries.find((entry) => /\/api\/errors/.test(content(child(entry, 'id'))))
  if (fault) throw errorBody(label, markup(child(fault, 'summary')) || content(child(fault, 'title')))
  const total = count(content(child(root, 'totalResults')))
  const after = Number(cursor ?? count(content(child(root, 'startIndex'))) ?? 0) + entries.length
  return {
    ...readItems('arxiv', entries, read),
    next: entries.length > 0 && total !== null && after < total ? String(after) : null,
    total,
  }
}

function read(entry: XmlElement): RawWork | NoWork {
  const id = normaliseArxiv(content(child(entry, 'id')))
  const links = elements(entry, 'link')
  const article =
    normaliseDoi(content(child(entry, 'doi'))) ??
    normaliseDoi(links.find((link) => link.attributes.title === 'doi')?.attributes.href ?? '')
  const authors = elements(entry, 'author').map((author) => content(child(author, 'name')))
  const pdf = links.find((link) => link.attributes.title === 'pdf' || link.attributes.type === 'application/pdf')
    ?.attributes.href
  const ownDoi = article?.startsWith('10.48550/arxiv.') ? article : null
  return {
    type: 'article',
    genre: 'preprint',
    title: markup(child(entry, 'title')),
    authors: authors.filter((name) => !/^[:;,.\s-]*$/.test(name)).map((name) => parseName(name)),
    issued: dateOfText(content(child(entry, 'published'))),
    publisher: 'arXiv',
    number: id === null ? '' : `arXiv:${id}`,
    url: id === null ? content(child(entry, 'id')) : `https://arxiv.org/abs/${id}`,
    abstract: markup(child(entry, 'summary')),
    // Authors who withdraw a paper say so in their comment (https://info.arxiv.org/help/withdraw.html).
    said: { notes: [markup(child(entry, 'comment'))] },
    ids: { arxiv: id, doi: ownDoi },
    versions: article !== null && ownDoi === null ? [{ doi: article, relation: 'preprint-of' }] : [],
    openCopy: pdf ?? (id === null ? '' : `https://arxiv.org/pdf/${id}`),
  }
}
