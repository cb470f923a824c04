import type { Query } from '../../src/core/question/query.ts'
import { languageName } from '../../src/core/text/languages.ts'
import { databases } from '../../src/schemas/databases.ts'
import type { Adapter, ParsedPage, SourceRequest, Translation } from './adapter.ts'
import { errorBody, jsonBody, looksLikeXml, mismatch, xmlBody } from './body.ts'
import { allTerms, anyText, type BooleanStyle, betweenParts, booleanText, endingsLost, partsOf } from './boolean.ts'
import { readJatsFront } from './jats-front.ts'
import { at, count, isObject, list, text } from './json.ts'
import { readArticle, readBook } from './pubmed-article.ts'
import { readSummary, summariesOfXml } from './pubmed-summary.ts'
import { readItems } from './work.ts'
import type { XmlElement } from './xml.ts'
import { child, content, descendants, elements } from './xml.ts'

const { label, docs } = databases.pubmed
const pageSize = 200
/** Longer queries are to be sent by POST (https://www.ncbi.nlm.nih.gov/books/NBK25499/#chapter4.ESearch). */
const longestQuery = 3400
const style = (field: string): BooleanStyle => ({
  wildcard: 'phrase',
  least: 4,
  term: (words, open) =>
    open && !/[\s-]/.test(words) ? `${words}*[${field}]` : `"${words}${open ? '*' : ''}"[${field}]`,
})
/** Elements in which the search says what it could not do, and what they mean (https://www.ncbi.nlm.nih.gov/books/NBK25499/#chapter4.ESearch). */
const complaints: readonly (readonly [list: string, element: string, meaning: string])[] = [
  ['ErrorList', 'PhraseNotFound', 'finds nothing for'],
  ['ErrorList', 'FieldNotFound', 'does not know the field'],
  ['WarningList', 'QuotedPhraseNotFound', 'finds no such phrase as'],
  ['WarningList', 'PhraseIgnored', 'ignored'],
  ['WarningList', 'OutputMessage', 'says'],
]

export const pubmed: Adapter = {
  id: 'pubmed',
  label,
  docs,
  baseUrl: 'https://eutils.ncbi.nlm.nih.gov/entrez/eutils',
  limits: { perSecond: 3, pageSize, mostRecords: 9_999 },
  credentials: { env: 'TOUCHSTONE_PUBMED_KEY', parameter: 'api_key', contact: 'email' },
  /** A key raises the rate (https://www.ncbi.nlm.nih.gov/books/NBK25497/#chapter2.Usage_Guidelines_and_Requiremen). */
  rate: ({ key }) => ({ perSecond: key ? 10 : 3 }),
  translate,
  /** A page takes two requests: ids from the search (`search:<start>`), then their records (`fetch:<next start>:<ids>`). */
  request({ parameters }, cursor, size = pageSize): SourceRequest {
    const [step, start, ids] = (cursor ?? 'search:0').split(':')
    if (step === 'fetch')
      return { path: '/efetch.fcgi', query: { db: 'pubmed', retmode: 'xml', id: ids ?? '', tool: 'touchstone' } }
    const page = {
      db: 'pubmed',
      retmode: 'xml',
      retmax: String(size),
      retstart: start ?? '0',
      sort: 'relevance',
      tool: 'touchstone',
    }
    return { path: '/esearch.fcgi', query: { ...parameters, ...page } }
  },
  parse,
  lookup(ids) {
    if (ids.pmid)
      return { path: '/efetch.fcgi', query: { db: 'pubmed', retmode: 'xml', id: ids.pmid, tool: 'touchstone' } }
    return null
  },
}

/**
 * Field tags, AND, OR, NOT; dates of publication and languages as fields. An asterisk ends a word or a quoted and tagged phrase
 * and needs four letters before it (https://pubmed.ncbi.nlm.nih.gov/help/#truncation).
 */
function translate(query: Query, most = longestQuery): Translation {
  const { from, to } = query.years
  const filters = [
    ...(from === undefined && to === undefined ? [] : [`${from ?? 1500}:${to ?? 3000}[dp]`]),
    ...(query.languages.length > 0
      ? [`(${query.languages.map((code) => `${languageName(code).toLowerCase()}[la]`).join(' OR ')})`]
      : []),
  ]
  const without = query.not.map((term) => ` NOT (${anyText([term], query, style('ti'))})`).join('')
  const parts = partsOf(query, most, (part) => [booleanText(part, style('tiab')), ...filters].join(' AND ') + without)
  const [first, ...further] = parts.map((search) => ({ term: search }))
  return {
    text: parts.map((search) => `term=${search}`).join(betweenParts),
    parameters: first!,
    furtherParts: further,
    order: 'best match first',
    notExpressed: [
      ...endingsLost([...allTerms(query), ...query.not], style('tiab')),
      ...(query.excludedTypes.length > 0 ? ['excluded types (applied in screening)'] : []),
    ],
  }
}

function parse(body: string, cursor: string | null = null): ParsedPage {
  if (!looksLikeXml(body)) return parseJson(jsonBody(label, body), cursor)
  const root = xmlBody(label, body)
  const fault = root.name === 'ERROR' ? root : (child(root, 'ERROR') ?? child(root, 'Error'))
  if (fault) throw errorBody(label, content(fault))
  if (root.name === 'eSearchResult') return parseSearch(root)
  return { ...readXml(root), ...afterFetch(cursor) }
}

function readXml(root: XmlElement): Pick<ParsedPage, 'records' | 'rejected'> {
  if (['PubmedArticleSet', 'PubmedBookArticleSet'].includes(root.name)) {
    const items = elements(root).filter((element) => /Article$/.test(element.name))
    return readItems('pubmed', items, (item) =>
      item.name === 'PubmedBookArticle' ? readBook(item) : readArticle(item),
    )
  }
  if (root.name === 'PubmedArticle') return readItems('pubmed', [root], readArticle)
  if (root.name === 'PubmedBookArticle') return readItems('pubmed', [root], readBook)
  if (root.name === 'eSummaryResult') return readItems('pubmed', summariesOfXml(root), readSummary)
  if (root.name === 'pmc-articleset' || root.name === 'article') {
    return readItems('pubmed', root.name === 'article' ? [root] : descendants(root, 'article'), readJatsFront)
  }
  if (root.name === 'eFetchResult' || root.name === 'eLinkResult' || root.name === 'eInfoResult')
    return { records: [], rejected: [] }
  throw mismatch(label, `its root element is "${root.name}"`)
}

function parseSearch(root: XmlElement): ParsedPage {
  const ids = elements(child(root, 'IdList'), 'Id').map(content)
  const start = count(content(child(root, 'RetStart'))) ?? 0
  return { ...searchPage(ids, start, count(content(child(root, 'Count')))), said: saidBy(root) }
}

/** What the search made of the query, and the terms that it does not know. */
function saidBy(root: XmlElement): string[] {
  const searched = content(child(root, 'QueryTranslation'))
  const without = complaints.flatMap(([list, element, meaning]) => {
    const texts = elements(child(root, list), element).map(content).filter(Boolean)
    return texts.length > 0 ? [`${meaning} ${texts.join(', ')}`] : []
  })
  return [...without, ...(searched ? [`searched ${searched}`] : [])]
}

function searchPage(ids: readonly string[], start: number, total: number | null): ParsedPage {
  const clean = ids.filter((id) => /^\d{1,9}$/.test(id))
  const after = total !== null && start + ids.length < total ? String(start + ids.length) : 'end'
  return { records: [], rejected: [], next: clean.length > 0 ? `fetch:${after}:${clean.join(',')}` : null, total }
}

function afterFetch(cursor: string | null): Pick<ParsedPage, 'next' | 'total'> {
  const [step, after] = (cursor ?? '').split(':')
  return { next: step === 'fetch' && after !== undefined && after !== 'end' ? `search:${after}` : null, total: null }
}

function parseJson(value: unknown, cursor: string | null): ParsedPage {
  const error =
    text(at(value, 'error')) || text(at(value, 'esearchresult', 'ERROR')) || text(at(value, 'esummaryresult'))
  if (error !== '') throw errorBody(label, error)
  const search = at(value, 'esearchresult')
  if (isObject(search))
    return searchPage(list(search.idlist).map(text), count(search.retstart) ?? 0, count(search.count))
  const result = at(value, 'result')
  if (!isObject(result)) throw mismatch(label, 'it is neither a search nor summaries')
  const uids = list(result.uids).map(text)
  return {
    ...readItems(
      'pubmed',
      uids.map((uid) => result[uid]),
      readSummary,
    ),
    ...afterFetch(cursor),
  }
}
