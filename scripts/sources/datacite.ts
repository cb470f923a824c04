import { parseName } from '../../src/core/papers/names.ts'
import type { Query } from '../../src/core/question/query.ts'
import { databases } from '../../src/schemas/databases.ts'
import type { CslName } from '../../src/schemas/paper.ts'
import type { Adapter, ParsedPage, Translation } from './adapter.ts'
import { errorBody, jsonBody, mismatch } from './body.ts'
import { allTerms, anyText, type BooleanStyle, betweenParts, booleanText, endingsLost, partsOf } from './boolean.ts'
import { dateOf, dateOfText, dateWithYear } from './dates.ts'
import { at, count, isObject, list, object, text } from './json.ts'
import type { NoWork, RawWork } from './work.ts'
import { readItems } from './work.ts'

const { label, docs } = databases.datacite
const pageSize = 500
/** Numbered pages reach so far (https://support.datacite.org/docs/pagination). */
const mostNumbered = 10_000
const longestQuery = 4000
/** Types of resources that are texts, as the filter writes them. */
const textTypes = [
  'text',
  'journal-article',
  'preprint',
  'conference-paper',
  'conference-proceeding',
  'data-paper',
  'book',
  'book-chapter',
  'dissertation',
  'report',
  'other',
]
const style = (...fields: readonly string[]): BooleanStyle => ({
  wildcard: 'word',
  term: (words, open) =>
    fields.map((field) => `${field}:${open ? `${words.toLowerCase()}*` : `"${words}"`}`).join(' OR '),
})
const inText = style('titles.title', 'descriptions.description')
const inTitle = style('titles.title')

/** General types of resources in CSL's words (https://datacite-metadata-schema.readthedocs.io/en/4.6/appendices/appendix-1/resourceTypeGeneral/). */
const types: Record<string, string> = {
  journalarticle: 'article-journal',
  datapaper: 'article-journal',
  preprint: 'article',
  conferencepaper: 'paper-conference',
  conferenceproceeding: 'book',
  book: 'book',
  bookchapter: 'chapter',
  dissertation: 'thesis',
  report: 'report',
  standard: 'standard',
  dataset: 'dataset',
  software: 'software',
  computationalnotebook: 'software',
  peerreview: 'review',
  image: 'graphic',
  audiovisual: 'motion_picture',
  film: 'motion_picture',
  sound: 'song',
  journal: 'periodical',
}

export const datacite: Adapter = {
  id: 'datacite',
  label,
  docs,
  baseUrl: 'https://api.datacite.org',
  limits: { perSecond: 5, pageSize, mostRecords: mostNumbered },
  translate,
  /** Numbered pages: with a cursor the records come by the day of their deposit, whatever order is asked for (https://support.datacite.org/docs/pagination). */
  request({ parameters }, cursor, size = pageSize) {
    const [, page = '1', own = String(size)] = /^page:(\d+):(\d+)$/.exec(cursor ?? '') ?? []
    return { path: '/dois', query: { ...parameters, sort: 'relevance', 'page[number]': page, 'page[size]': own } }
  },
  parse,
  lookup(ids) {
    return ids.doi ? { path: `/dois/${encodeURIComponent(ids.doi)}`, query: {} } : null
  },
}

/**
 * A query string of Elasticsearch over titles and descriptions, with an asterisk behind a word: in a phrase, and in a word that a
 * hyphen parts, it means nothing (https://support.datacite.org/docs/api-queries). Types of texts alone are asked for.
 */
function translate(query: Query, most = longestQuery): Translation {
  const { from, to } = query.years
  const parts = partsOf(query, most, (part) =>
    [
      booleanText(part, inText),
      ...(from === undefined && to === undefined ? [] : [`publicationYear:[${from ?? '*'} TO ${to ?? '*'}]`]),
      ...query.not.map((term) => `NOT (${anyText([term], query, inTitle)})`),
    ].join(' AND '),
  )
  const wanted = textTypes.filter((type) => !query.excludedTypes.includes(types[type.replaceAll('-', '')] ?? ''))
  const kinds = { 'resource-type-id': (wanted.length > 0 ? wanted : textTypes).join(',') }
  const [first, ...further] = parts.map((search) => ({ query: search, ...kinds }))
  return {
    text: `${parts.map((search) => `query=${search}`).join(betweenParts)}&resource-type-id=${kinds['resource-type-id']}`,
    parameters: first!,
    furtherParts: further,
    order: 'best match first',
    notExpressed: [
      ...endingsLost([...allTerms(query), ...query.not], inText),
      'data sets, software and other works that are no texts (not asked for)',
      ...(query.excludedTypes.length > 0 ? ['some excluded types (applied in screening)'] : []),
      ...(query.languages.length > 0 ? ['languages (most records name none; applied in screening)'] : []),
    ],
  }
}

/** The page behind a numbered one; the database gives no more than its first 10,000 hits by number. */
function pageAfter(cursor: string | null, value: unknown, items: number): string | null {
  const numbered = /^page:(\d+):(\d+)$/.exec(cursor ?? '')
  const [page, size] = numbered ? [Number(numbered[1]), Number(numbered[2])] : [1, items]
  const total = Math.min(count(at(value, 'meta', 'total')) ?? 0, mostNumbered)
  return items > 0 && page * size < total ? `page:${page + 1}:${size}` : null
}

function parse(body: string, cursor: string | null = null): ParsedPage {
  const value = jsonBody(label, body)
  const errors = list(at(value, 'errors'))
  if (errors.length > 0) throw errorBody(label, errors.map((each) => text(at(each, 'title')) || text(each)).join('; '))
  const items = itemsOf(value)
  if (items === null) throw mismatch(label, 'neither data nor the attributes of a DOI')
  return {
    ...readItems('datacite', items, read),
    next: pageAfter(cursor, value, items.length),
    total: count(at(value, 'meta', 'total')),
  }
}

/** Lists of activities, clients and so on hold no works. */
function itemsOf(value: unknown): unknown[] | null {
  if (Array.isArray(value)) return value
  if (!isObject(value)) return null
  if ('data' in value) {
    return list(value.data).filter((item) => ['', 'dois', 'works'].includes(text(at(item, 'type'))))
  }
  return 'doi' in value || 'titles' in value || 'attributes' in value ? [value] : null
}

function read(value: unknown): RawWork | NoWork {
  if (!isObject(value)) return { rule: 'not-an-object', reason: 'The item is no object.' }
  const facts = isObject(value.attributes) ? value.attributes : value
  const container = object(facts.container)
  const general = text(at(facts, 'types', 'resourceTypeGeneral'))
    .toLowerCase()
    .replace(/[\s_-]+/g, '')
  const isSeries = /series|journal/i.test(text(container.type)) || text(container.volume) !== ''
  const doi = text(facts.doi) || text(value.id)
  return {
    type: typeOf(general, facts),
    title: mainTitle(facts),
    authors: list(facts.creators ?? facts.author).map(creator),
    editors: list(facts.contributors)
      .filter((each) => text(at(each, 'contributorType')) === 'Editor')
      .map(creator),
    issued: issued(facts),
    container:
      isSeries || general.includes('chapter') ? text(container.title).replace(/;\s*\d+\s*(?:\(|:|$).*/, '') : '',
    publisher: text(at(facts.publisher, 'name')) || text(facts.publisher),
    volume: text(container.volume),
    issue: text(container.issue),
    page: [text(container.firstPage), text(container.lastPage)].filter(Boolean).join('-'),
    genre: text(at(facts, 'types', 'resourceType')),
    issn: text(container.identifierType) === 'ISSN' ? text(container.identifier) : '',
    language: text(facts.language),
    keywords: list(facts.subjects)
      .map((each) => text(at(each, 'subject')))
      .filter(Boolean)
      .join('; '),
    url: text(facts.url),
    abstract: abstractOf(facts),
    ids: { doi },
    versions: [],
  }
}

function typeOf(general: string, facts: Record<string, unknown>): string {
  const csl = text(at(facts, 'types', 'citeproc'))
  const known = types[general]
  if (known !== undefined) return known
  return /^[a-z][a-z_-]+$/.test(csl)
    ? csl === 'article' && /journal/i.test(text(at(facts, 'types', 'resourceType')))
      ? 'article-journal'
      : csl
    : 'document'
}

function mainTitle(facts: Record<string, unknown>): string {
  const titles = list(facts.titles)
  const main = titles.find((each) => text(at(each, 'titleType')) === '' && text(at(each, 'title')) !== '') ?? titles[0]
  return text(at(main, 'title')) || text(main) || text(facts.title)
}

function creator(value: unknown): CslName | null {
  const name = text(at(value, 'name')) || text(value)
  const family = text(at(value, 'familyName'))
  const given = text(at(value, 'givenName'))
  if (/^organi[sz]ational$/i.test(text(at(value, 'nameType')))) return name === '' ? null : { literal: name }
  if (/^\(?:(?:un|null|tba|none|anonymous)/i.test(name)) return null
  if (family !== '') return { family, ...(given ? { given } : {}) }
  return parseName(name)
}

/** The year of publication; a day of it only where it is said to be the day of issue. Days of creation and update are none. */
function issued(facts: Record<string, unknown>): RawWork['issued'] {
  const dates = list(facts.dates)
  const of = (type: string) =>
    dateOfText(
      at(
        dates.find((each) => text(at(each, 'dateType')) === type),
        'date',
      ),
    )
  const year = dateOf(facts.publicationYear)
  const day = of('Issued') ?? dateOfText(facts.published)
  return year === undefined
    ? (day ?? of('Available'))
    : dateWithYear(facts.publicationYear, day?.['date-parts'][0].join('-'))
}

function abstractOf(facts: Record<string, unknown>): string {
  const texts = list(facts.descriptions)
  const abstracts = texts.filter((each) => text(at(each, 'descriptionType')) === 'Abstract')
  const english = abstracts.find((each) => /^en/i.test(text(at(each, 'lang'))))
  return text(at(english ?? abstracts[0], 'description'))
}
