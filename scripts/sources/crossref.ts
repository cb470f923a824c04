import { normaliseDoi } from '../../src/core/papers/doi.ts'
import type { Query } from '../../src/core/question/query.ts'
import { databases } from '../../src/schemas/databases.ts'
import type { Standing } from '../../src/schemas/paper.ts'
import type { Adapter, ParsedPage, Translation } from './adapter.ts'
import { errorBody, jsonBody, mismatch } from './body.ts'
import { endingsLost, formsFor } from './boolean.ts'
import { readCsl } from './csl.ts'
import { at, count, isObject, list, text } from './json.ts'
import type { NoWork, RawWork } from './work.ts'
import { readItems } from './work.ts'

const { label, docs } = databases.crossref
const pageSize = 200
const mostTerms = 3
/** Fields of a work that are read, of those that a list may be asked for (https://api.crossref.org/swagger-ui/index.html#/Works/get_works). */
const select = [
  'DOI',
  'type',
  'title',
  'original-title',
  'author',
  'editor',
  'issued',
  'published',
  'published-print',
  'published-online',
  'posted',
  'container-title',
  'event',
  'publisher',
  'volume',
  'issue',
  'page',
  'article-number',
  'ISSN',
  'ISBN',
  'subject',
  'URL',
  'resource',
  'abstract',
  'relation',
  'update-to',
  'updated-by',
].join(',')

/**
 * Requests a second and at once since December 2025, for those who name nobody and for those who name a contact; lists and
 * single works have pools of their own (https://www.crossref.org/documentation/retrieve-metadata/rest-api/access-and-authentication/).
 * The headers of each answer say what holds, and are followed.
 */
const rates = {
  search: { public: { perSecond: 1, concurrency: 1 }, polite: { perSecond: 3, concurrency: 3 } },
  'look-up': { public: { perSecond: 5, concurrency: 1 }, polite: { perSecond: 10, concurrency: 3 } },
} as const

export const crossref: Adapter = {
  id: 'crossref',
  label,
  docs,
  baseUrl: 'https://api.crossref.org',
  limits: { perSecond: 1, pageSize, mostRecords: 100_000 },
  rate: ({ purpose, key, contact }) => ({ ...rates[purpose][key || contact ? 'polite' : 'public'], pool: purpose }),
  credentials: {
    env: 'TOUCHSTONE_CROSSREF_KEY',
    header: 'crossref-plus-api-token',
    scheme: 'Bearer',
    contact: 'mailto',
    without: 'those who name a contact are served better (TOUCHSTONE_CONTACT)',
  },
  translate,
  request({ parameters }, cursor, size = pageSize) {
    return { path: '/works', query: { ...parameters, select, rows: String(size), cursor: cursor ?? '*' } }
  },
  parse,
  lookup(ids) {
    return ids.doi ? { path: `/works/${encodeURIComponent(ids.doi)}`, query: {} } : null
  },
}

/**
 * Crossref knows words only: the first terms of each concept, ranked by how well they fit. It takes an asterisk for nothing and no
 * ending for another, so that an open term stands for its commonest real form.
 */
function translate(query: Query): Translation {
  const asked = query.all.flatMap((concept) => concept.any.slice(0, mostTerms))
  const words = asked.map((term) => (term.endsWith('*') ? (formsFor(term, query)[0] ?? term.slice(0, -1)) : term))
  const filters = [
    ...(query.years.from === undefined ? [] : [`from-pub-date:${query.years.from}`]),
    ...(query.years.to === undefined ? [] : [`until-pub-date:${query.years.to}`]),
  ]
  const search = [...new Set(words)].join(' ')
  return {
    text: [`query.bibliographic=${search}`, ...(filters.length > 0 ? [`filter=${filters.join(',')}`] : [])].join('&'),
    parameters: { 'query.bibliographic': search, ...(filters.length > 0 ? { filter: filters.join(',') } : {}) },
    order: 'best match first',
    notExpressed: [
      'AND, OR and phrases (the database ranks by words)',
      ...endingsLost(asked, { wildcard: 'nowhere' }),
      ...(query.all.some((concept) => concept.any.length > mostTerms) ? ['synonyms beyond three of each concept'] : []),
      ...(query.not.length > 0 ? ['excluded topics (applied in screening)'] : []),
      ...(query.excludedTypes.length > 0 ? ['excluded types (applied in screening)'] : []),
      // A list can be asked for no language (`select` above).
      ...(query.languages.length > 0
        ? ['languages (its lists name none: a work is left out only where another database names its language)']
        : []),
    ],
  }
}

function parse(body: string): ParsedPage {
  const value = jsonBody(label, body)
  const status = text(at(value, 'status'))
  if (status === 'failed' || status === 'error') throw errorBody(label, saidBy(at(value, 'message')))
  const kind = text(at(value, 'message-type'))
  const items = kind === '' ? bare(value) : itemsOf(kind, at(value, 'message'))
  const next = text(at(value, 'message', 'next-cursor'))
  return {
    ...readItems('crossref', items, read),
    next: items.length === 0 || next === '' ? null : next,
    total: count(at(value, 'message', 'total-results')),
  }
}

/** Only `work` and `work-list` hold works; lists of journals, members, funders and so on hold none. */
function itemsOf(kind: string, message: unknown): unknown[] {
  if (kind === 'work') return list(message)
  return kind === 'work-list' ? list(at(message, 'items')) : []
}

/** A work, or a list of works, without the envelope. */
function bare(value: unknown): unknown[] {
  const items = Array.isArray(value) ? value : isObject(value) && Array.isArray(value.items) ? value.items : [value]
  const looks = (item: unknown): boolean => isObject(item) && ('DOI' in item || 'title' in item)
  if (items.length > 0 && !items.some(looks)) throw mismatch(label, 'it has neither a message nor works')
  return items
}

function saidBy(message: unknown): string {
  if (typeof message === 'string') return message
  return list(message)
    .map((each) => text(at(each, 'message')) || text(at(each, 'type')))
    .filter(Boolean)
    .join('; ')
}

function read(item: unknown): RawWork | NoWork {
  const work = readCsl(item)
  if ('rule' in work || !isObject(item)) return work
  const standing = standingOf(item)
  const notice = standing ? null : noticeOf(item)
  return { ...work, ...(standing ? { standing } : {}), ...(notice ? { notice } : {}), versions: versionsOf(item) }
}

const noticeKinds = { retracted: 'retraction', concern: 'concern', corrected: 'correction' } as const

/** What `update-to` says: that the work is itself a notice on another one. */
function noticeOf(item: Record<string, unknown>): RawWork['notice'] | null {
  for (const [state, pattern] of updates) {
    const target = list(item['update-to']).find((each) => pattern.test(updateType(each)))
    if (!target || state === 'unchecked' || state === 'current' || state === 'superseded') continue
    const doi = normaliseDoi(text(at(target, 'DOI')))
    return { kind: noticeKinds[state], ...(doi ? { of: { doi } } : {}), sure: true }
  }
  return null
}

function updateType(update: unknown): string {
  return text(at(update, 'type'))
    .toLowerCase()
    .replace(/[\s-]+/g, '_')
}

/** Kinds of updates by what they say of the work, gravest first (https://www.crossref.org/documentation/crossmark/version-control-corrections-and-retractions/). */
const updates: readonly (readonly [Standing['state'], RegExp])[] = [
  ['retracted', /^retraction$|^withdrawal$|^removal$/],
  ['concern', /^expression_of_concern$|^partial_retraction$/],
  ['corrected', /^correction$|^corrigendum$|^erratum$|^addendum$/],
]

/**
 * What `updated-by` says of a work. `update-to` is another thing: the work is then itself the notice, unless it names the
 * work itself, as publishers do that put the notice in the place of the article.
 */
export function standingOf(item: Record<string, unknown>): Standing | null {
  const own = normaliseDoi(text(item.DOI))
  const inPlace = list(item['update-to']).filter((each) => own !== null && normaliseDoi(text(at(each, 'DOI'))) === own)
  const notices = [...list(item['updated-by']), ...inPlace].map((each) => ({
    type: updateType(each),
    doi: normaliseDoi(text(at(each, 'DOI'))),
    day: dayOf(at(each, 'updated')),
  }))
  for (const [state, pattern] of updates) {
    const notice = notices.find((each) => pattern.test(each.type) && !(state === 'retracted' && lifted(each, notices)))
    if (notice) return { state, source: 'crossref', ...(notice.doi ? { notice: notice.doi } : {}) }
  }
  const back = notices.find(({ type }) => type === 'reinstatement')
  return back ? { state: 'current', source: 'crossref', ...(back.doi ? { notice: back.doi } : {}) } : null
}

interface Update {
  type: string
  doi: string | null
  /** `YYYY-MM-DD`, empty where nobody says. */
  day: string
}

/** Whether a later reinstatement takes a retraction back; where no day is said, it came later, as there is no other way. */
function lifted(retraction: Update, notices: readonly Update[]): boolean {
  return notices.some(({ type, day }) => type === 'reinstatement' && (!day || !retraction.day || day >= retraction.day))
}

function dayOf(updated: unknown): string {
  const said = text(at(updated, 'date-time')).slice(0, 10)
  const parts = list(list(at(updated, 'date-parts'))[0]).map(text)
  return said || parts.map((part) => part.padStart(2, '0')).join('-')
}

function versionsOf(item: Record<string, unknown>): NonNullable<RawWork['versions']> {
  const related = (name: string) =>
    list(at(item.relation, name)).flatMap((each) => normaliseDoi(text(at(each, 'id'))) ?? [])
  return [
    ...related('is-preprint-of').map((doi) => ({ doi, relation: 'preprint-of' as const })),
    ...related('has-preprint').map((doi) => ({ doi, relation: 'article-of' as const })),
  ]
}
