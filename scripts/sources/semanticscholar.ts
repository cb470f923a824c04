import { normaliseDoi } from '../../src/core/papers/doi.ts'
import { normaliseArxiv } from '../../src/core/papers/identifiers.ts'
import { parseName } from '../../src/core/papers/names.ts'
import type { Query } from '../../src/core/question/query.ts'
import { databases } from '../../src/schemas/databases.ts'
import type { Adapter, ParsedPage, Translation } from './adapter.ts'
import { errorBody, jsonBody, mismatch } from './body.ts'
import { allTerms, type BooleanStyle, betweenParts, booleanText, endingsLost, partsOf } from './boolean.ts'
import { dateWithYear } from './dates.ts'
import { at, count, isObject, list, object, text } from './json.ts'
import type { NoWork, RawWork } from './work.ts'
import { readItems } from './work.ts'

const { label, docs } = databases.semanticscholar
const fields =
  'title,abstract,year,publicationDate,venue,publicationVenue,journal,authors,externalIds,publicationTypes,openAccessPdf,url'
const longestQuery = 3400
const style: BooleanStyle = { wildcard: 'word', formsToo: true, or: ' | ', and: ' + ' }

/** Kinds of publication in CSL's words, the telling ones first. */
const types: readonly (readonly [string, string])[] = [
  ['BookSection', 'chapter'],
  ['Book', 'book'],
  ['Dataset', 'dataset'],
  ['Conference', 'paper-conference'],
  ['JournalArticle', 'article-journal'],
  ['News', 'article-newspaper'],
  ['Review', 'article-journal'],
  ['MetaAnalysis', 'article-journal'],
  ['ClinicalTrial', 'article-journal'],
  ['CaseReport', 'article-journal'],
  ['Editorial', 'article-journal'],
  ['LettersAndComments', 'article-journal'],
  ['Study', 'article-journal'],
]

export const semanticscholar: Adapter = {
  id: 'semanticscholar',
  label,
  docs,
  baseUrl: 'https://api.semanticscholar.org',
  /** Those without a key share one rate; the number of hits is an estimate. */
  limits: { perSecond: 1, pageSize: 1000, mostRecords: 100_000, patience: 60_000, totalWithin: 0.02 },
  credentials: {
    env: 'TOUCHSTONE_SEMANTICSCHOLAR_KEY',
    header: 'x-api-key',
    without: 'mostly refused without a key (TOUCHSTONE_SEMANTICSCHOLAR_KEY)',
  },
  translate,
  request({ path, parameters }, cursor) {
    if (path !== undefined) return cursor === null ? { path, query: { ...parameters, fields } } : null
    return {
      path: '/graph/v1/paper/search/bulk',
      // Its own order is that of its ids, which says nothing.
      query: { ...parameters, fields, sort: 'citationCount:desc', ...(cursor === null ? {} : { token: cursor }) },
    }
  },
  /** One question a work, for the ten best of them. */
  follow(step, seeds) {
    const link = step === 'citing' ? 'citations' : 'references'
    const ids = seeds.flatMap((seed) => seed.s2 ?? (seed.doi ? `DOI:${seed.doi}` : [])).slice(0, 10)
    return ids.map((id) => ({
      text: `${id}/${link}`,
      path: `/graph/v1/paper/${encodeURIComponent(id)}/${link}`,
      parameters: { limit: '500' },
      notExpressed: [],
    }))
  },
  parse,
  lookup(ids) {
    const id =
      ids.s2 ?? (ids.doi ? `DOI:${ids.doi}` : ids.arxiv ? `ARXIV:${ids.arxiv}` : ids.pmid ? `PMID:${ids.pmid}` : null)
    return id === null ? null : { path: `/graph/v1/paper/${encodeURIComponent(id)}`, query: { fields } }
  },
}

/**
 * Bulk search: `+` and, `|` or, quotes, years as a parameter. An asterisk is held against stems
 * (https://api.semanticscholar.org/api-docs/graph#tag/Paper-Data/operation/get_graph_paper_bulk_search), so that real forms stand
 * beside it. A `-` would shut works out for a word of their abstract too: exclusions are left to screening.
 */
function translate(query: Query, most = longestQuery): Translation {
  const parts = partsOf(query, most, (part) => booleanText(part, style))
  const { from, to } = query.years
  const year = from === undefined && to === undefined ? null : `${from ?? ''}-${to ?? ''}`
  const [first, ...further] = parts.map((search) => ({ query: search, ...(year === null ? {} : { year }) }))
  return {
    text: parts.map((search) => `query=${search}${year === null ? '' : `&year=${year}`}`).join(betweenParts),
    parameters: first!,
    furtherParts: further,
    order: 'the most cited first',
    notExpressed: [
      ...endingsLost(allTerms(query), style),
      ...(query.not.length > 0 ? ['excluded topics (applied in screening)'] : []),
      ...(query.excludedTypes.length > 0 ? ['excluded types (applied in screening)'] : []),
      ...(query.languages.length > 0 ? ['languages (applied in screening)'] : []),
    ],
  }
}

function parse(body: string): ParsedPage {
  const value = jsonBody(label, body)
  const error =
    text(at(value, 'error')) || (isObject(value) && Object.keys(value).length === 1 ? text(value.message) : '')
  if (error !== '') throw errorBody(label, error)
  const items = itemsOf(value)
  if (items === null) throw mismatch(label, 'neither papers nor a list of them')
  return {
    ...readItems('semanticscholar', items, read),
    next: nextOf(value, items.length),
    total: count(at(value, 'total')),
  }
}

function itemsOf(value: unknown): unknown[] | null {
  if (Array.isArray(value)) return value
  if (!isObject(value)) return null
  if (Array.isArray(value.data)) return value.data
  if (isObject(value.data)) return [value.data]
  if (Array.isArray(value.recommendedPapers)) return value.recommendedPapers
  if ('paperId' in value || 'corpusId' in value || 'externalIds' in value) return [value]
  if (Array.isArray(value.papers)) return value.papers
  if ('authorId' in value || 'total' in value || 'offset' in value) return []
  return 'title' in value ? [value] : null
}

/** Bulk searches go on with a token, others with an offset; the bulk search repeats its last token with nothing left. */
function nextOf(value: unknown, items: number): string | null {
  return items === 0 ? null : text(at(value, 'token')) || null
}

function read(value: unknown): RawWork | NoWork {
  if (value === null) return { rule: 'not-found', reason: 'The database has no paper for this identifier.' }
  if (!isObject(value)) return { rule: 'not-an-object', reason: 'The item is no object.' }
  const paper = [value.citedPaper, value.citingPaper, value.paper].find(isObject) ?? value
  if ('authorId' in paper && !('title' in paper)) return { rule: 'not-a-work', reason: 'The item is an author.' }
  const journal = object(paper.journal)
  const venue = object(paper.publicationVenue)
  const kinds = list(paper.publicationTypes).map(text)
  const external = object(paper.externalIds)
  const doi = normaliseDoi(text(external.DOI))
  const arxiv = normaliseArxiv(text(external.ArXiv))
  const isPreprint = doi === null || doi.startsWith('10.48550/arxiv.')
  const known = types.find(([kind]) => kinds.includes(kind))?.[1]
  return {
    type:
      arxiv !== null && isPreprint
        ? 'article'
        : (known ?? (text(journal.name) === '' ? 'document' : 'article-journal')),
    title: text(paper.title),
    authors: list(paper.authors).map((author) =>
      parseName(typeof author === 'string' ? author : text(at(author, 'name'))),
    ),
    issued: dateWithYear(paper.year, paper.publicationDate),
    container: text(journal.name) || text(venue.name) || text(paper.venue),
    volume: text(journal.volume),
    page: text(journal.pages).replace(/\s+/g, ''),
    issn: text(venue.issn),
    url: text(paper.url),
    abstract: text(paper.abstract),
    said: { kinds },
    ids: {
      doi,
      arxiv: isPreprint ? arxiv : null,
      pmid: text(external.PubMed),
      pmcid: text(external.PubMedCentral) === '' ? null : `PMC${text(external.PubMedCentral).replace(/^PMC/i, '')}`,
      s2: text(paper.paperId),
      dblp: text(external.DBLP),
    },
    versions: arxiv !== null && !isPreprint ? [{ doi: `10.48550/arxiv.${arxiv}`, relation: 'article-of' }] : [],
    openCopy: text(at(paper, 'openAccessPdf', 'url')),
  }
}
