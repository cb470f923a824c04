import { normaliseArxiv } from '../../src/core/papers/identifiers.ts'
import { parseName } from '../../src/core/papers/names.ts'
import type { Query } from '../../src/core/question/query.ts'
import { databases } from '../../src/schemas/databases.ts'
import { invertedText } from './abstract.ts'
import type { Adapter, ParsedPage, Translation } from './adapter.ts'
import { errorBody, jsonBody, mismatch } from './body.ts'
import { allTerms, type BooleanStyle, betweenParts, booleanText, endingsLost, partsOf } from './boolean.ts'
import { dateWithYear } from './dates.ts'
import { at, count, isObject, list, object, text } from './json.ts'
import type { NoWork, RawWork } from './work.ts'
import { readItems } from './work.ts'

const { label, docs } = databases.openalex
const pageSize = 100
/** The whole address may have about 4 KB (https://developers.openalex.org/guides/searching). */
const longestQuery = 3400
const style: BooleanStyle = { wildcard: 'nowhere' }

/** OpenAlex's types in CSL's words (https://docs.openalex.org/api-entities/works/work-object#type). */
const types: Record<string, string> = {
  article: 'article-journal',
  'journal-article': 'article-journal',
  review: 'article-journal',
  letter: 'article-journal',
  editorial: 'article-journal',
  erratum: 'article-journal',
  retraction: 'article-journal',
  preprint: 'article',
  'posted-content': 'article',
  book: 'book',
  monograph: 'book',
  'book-chapter': 'chapter',
  'book-section': 'chapter',
  'reference-entry': 'entry-encyclopedia',
  dissertation: 'thesis',
  dataset: 'dataset',
  report: 'report',
  'proceedings-article': 'paper-conference',
  'conference-paper': 'paper-conference',
  'peer-review': 'review',
  standard: 'standard',
  software: 'software',
}

export const openalex: Adapter = {
  id: 'openalex',
  label,
  docs,
  baseUrl: 'https://api.openalex.org',
  limits: { perSecond: 5, pageSize, mostRecords: 100_000, dailyBudget: true },
  credentials: {
    env: 'TOUCHSTONE_OPENALEX_KEY',
    parameter: 'api_key',
    contact: 'mailto',
    without:
      'without a key it gives 1,000 credits a day and takes 10 for a page of a search; a key is free (TOUCHSTONE_OPENALEX_KEY)',
  },
  translate,
  /** Without a key the database may refuse cursors, the first or a later one; numbered pages reach 10,000 records (https://developers.openalex.org/guides/page-through-results). */
  otherwise(received) {
    const before = Math.floor(received / pageSize)
    return { cursor: `page:${before + 1}:${pageSize}`, received: before * pageSize }
  },
  request({ parameters }, cursor, size = pageSize) {
    const numbered = pageOf(cursor)
    const place: Record<string, string> =
      numbered === null ? { cursor: cursor ?? '*' } : { page: String(numbered.page) }
    return { path: '/works', query: { ...parameters, 'per-page': String(numbered?.size ?? size), ...place } }
  },
  /** Up to 25 works by their ids in one filter (https://developers.openalex.org/guides/filtering). */
  follow(step, seeds) {
    const ids = seeds.flatMap((seed) => seed.openalex ?? []).sort()
    if (ids.length === 0) return []
    const filter = `${step === 'citing' ? 'cites' : 'cited_by'}:${ids.join('|')}`
    return [{ text: filter, parameters: { filter }, notExpressed: [] }]
  },
  parse,
  /** By `doi:` and by its own ids a work costs no credits, by the address of a DOI it does (https://developers.openalex.org/api-reference/authentication). */
  lookup(ids) {
    const doi = ids.doi ? `doi:${encodeURIComponent(ids.doi).replaceAll('%2F', '/')}` : null
    const id = ids.openalex ?? doi ?? (ids.pmid ? `pmid:${ids.pmid}` : null)
    return id === null ? null : { path: `/works/${id}`, query: {} }
  },
}

/**
 * Concepts as an upper-case Boolean query over titles and abstracts; years and languages as filters. The field is stemmed, and an
 * asterisk on it is refused (https://developers.openalex.org/guides/searching), so that endings are written out.
 */
function translate(query: Query, most = longestQuery): Translation {
  const filters = [
    ...(query.years.from === undefined ? [] : [`from_publication_date:${query.years.from}-01-01`]),
    ...(query.years.to === undefined ? [] : [`to_publication_date:${query.years.to}-12-31`]),
    ...(query.languages.length > 0 ? [`language:${query.languages.join('|')}`] : []),
  ]
  const parts = partsOf(query, most, (part) =>
    [`title_and_abstract.search:${booleanText(part, style)}`, ...filters].join(','),
  )
  const [first, ...further] = parts.map((filter) => ({ filter }))
  return {
    text: parts.join(betweenParts),
    parameters: first!,
    furtherParts: further,
    order: 'best match first',
    notExpressed: [
      ...endingsLost(allTerms(query), style),
      ...(query.languages.length > 0 ? ['records that name no language (the filter leaves them out)'] : []),
      ...(query.not.length > 0 ? ['excluded topics (applied in screening)'] : []),
      ...(query.excludedTypes.length > 0 ? ['excluded types (applied in screening)'] : []),
    ],
  }
}

/** A numbered page `page:<number>:<records a page>`; null for a cursor of the database. */
function pageOf(cursor: string | null): { page: number; size: number } | null {
  const found = /^page:(\d+):(\d+)$/.exec(cursor ?? '')
  return found ? { page: Number(found[1]), size: Number(found[2]) } : null
}

function nextOf(value: unknown, cursor: string | null): string | null {
  const numbered = pageOf(cursor)
  if (numbered === null) return text(at(value, 'meta', 'next_cursor')) || null
  const read = numbered.page * numbered.size
  const total = count(at(value, 'meta', 'count')) ?? 0
  return read < Math.min(total, 10_000) ? `page:${numbered.page + 1}:${numbered.size}` : null
}

function parse(body: string, cursor: string | null = null): ParsedPage {
  const value = jsonBody(label, body)
  const error = text(at(value, 'error'))
  if (error !== '') throw errorBody(label, `${error} ${text(at(value, 'message'))}`)
  const results = at(value, 'results')
  const single = isObject(value) && isWork(value)
  if (!single && !Array.isArray(results) && !Array.isArray(value))
    throw mismatch(label, 'neither a list of results nor a work')
  const items = single ? [value] : list(Array.isArray(value) ? value : results)
  return {
    ...readItems('openalex', items, read),
    next: items.length === 0 ? null : nextOf(value, cursor),
    total: count(at(value, 'meta', 'count')),
  }
}

function isWork(value: Record<string, unknown>): boolean {
  return (
    /(?:^|\/)W\d+$/.test(text(value.id)) ||
    ['doi', 'authorships', 'publication_year', 'open_access'].some((key) => key in value)
  )
}

function read(value: unknown): RawWork | NoWork {
  if (!isObject(value)) return { rule: 'not-an-object', reason: 'The item is no object.' }
  const id = text(value.id)
  if (id !== '' && !/(?:^|\/)W\d+$/.test(id)) return { rule: 'not-a-work', reason: `${id.slice(0, 80)} is no work.` }
  const biblio = object(value.biblio)
  const place = object(value.primary_location ?? value.host_venue)
  const source = object(place.source ?? value.host_venue)
  const type = types[text(value.type)] ?? types[text(value.type_crossref)] ?? 'document'
  const own = arxivOf(value)
  return {
    type: text(source.type) === 'conference' && type === 'article-journal' ? 'paper-conference' : type,
    title: text(value.title) || text(value.display_name),
    authors: list(value.authorships).map(authorOf),
    issued: dateWithYear(value.publication_year, value.publication_date),
    container: text(source.display_name),
    publisher: text(source.host_organization_name) || text(source.publisher),
    volume: text(biblio.volume),
    issue: text(biblio.issue),
    page: [text(biblio.first_page), text(biblio.last_page)]
      .filter((page, index, all) => page !== '' && all.indexOf(page) === index)
      .join('-'),
    issn: text(source.issn_l) || text(source.issn),
    language: text(value.language),
    url: text(place.landing_page_url) || text(value.doi) || id,
    abstract: invertedText(value.abstract_inverted_index),
    ids: {
      doi: text(value.doi) || text(at(value, 'ids', 'doi')),
      pmid: text(at(value, 'ids', 'pmid')),
      pmcid: text(at(value, 'ids', 'pmcid')),
      openalex: id || text(at(value, 'ids', 'openalex')),
      arxiv: own.id,
    },
    // The index marks notices of retraction as retracted too; a notice is none.
    said: { kinds: [text(value.type), text(value.type_crossref)], flags: value.is_retracted === true ? ['true'] : [] },
    versions: own.preprint,
    openCopy: text(at(value, 'best_oa_location', 'pdf_url')) || text(at(value, 'open_access', 'oa_url')),
  }
}

function authorOf(authorship: unknown): ReturnType<typeof parseName> {
  return parseName(text(at(authorship, 'author', 'display_name')) || text(at(authorship, 'raw_author_name')))
}

/** arXiv's copy is the work itself where it is the first location, else a preprint of it. */
function arxivOf(value: Record<string, unknown>): { id: string | null; preprint: NonNullable<RawWork['versions']> } {
  const idAt = (place: unknown): string | null => {
    const address = text(at(place, 'landing_page_url'))
    return /arxiv/i.test(address) ? normaliseArxiv(address) : null
  }
  const first = idAt(value.primary_location)
  const doi = text(value.doi)
  if (first !== null || doi === '') return { id: first, preprint: [] }
  const other =
    list(value.locations)
      .map(idAt)
      .find((id) => id !== null) ?? null
  if (other === null || /10\.48550\/arxiv\./i.test(doi)) return { id: null, preprint: [] }
  return { id: null, preprint: [{ doi: `10.48550/arxiv.${other}`, relation: 'article-of' }] }
}
