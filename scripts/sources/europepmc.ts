import { parseName } from '../../src/core/papers/names.ts'
import type { Query } from '../../src/core/question/query.ts'
import { databases } from '../../src/schemas/databases.ts'
import type { CslName } from '../../src/schemas/paper.ts'
import type { Adapter, ParsedPage, Translation } from './adapter.ts'
import { errorBody, jsonBody, looksLikeXml, mismatch, xmlBody } from './body.ts'
import { allTerms, anyText, type BooleanStyle, betweenParts, booleanText, endingsLost, partsOf } from './boolean.ts'
import { dateOf, dateOfText } from './dates.ts'
import { at, count, isObject, list, object, text } from './json.ts'
import { bareTitle } from './titles.ts'
import type { NoWork, RawWork } from './work.ts'
import { readItems } from './work.ts'
import { xmlObject } from './xml-object.ts'

const { label, docs } = databases.europepmc
const pageSize = 500
const mixed = new Set(['title', 'abstractText'])
/** Longer queries are to be sent by POST (https://europepmc.org/RestfulWebService). */
const longestQuery = 4000
const style = (field: string): BooleanStyle => ({
  wildcard: 'word',
  term: (words, open) => (open ? `${field}:${words}*` : `${field}:"${words}"`),
})

export const europepmc: Adapter = {
  id: 'europepmc',
  label,
  docs,
  baseUrl: 'https://www.ebi.ac.uk/europepmc/webservices/rest',
  limits: { perSecond: 5, pageSize, mostRecords: 100_000 },
  credentials: { contact: 'email' },
  translate,
  request({ parameters }, cursor, size = pageSize) {
    const page = {
      format: 'json',
      resultType: 'core',
      pageSize: String(size),
      cursorMark: cursor ?? '*',
    }
    return { path: '/search', query: { ...parameters, ...page } }
  },
  parse,
  lookup(ids) {
    const query = ids.pmid
      ? `EXT_ID:${ids.pmid} AND SRC:MED`
      : ids.pmcid
        ? `PMCID:${ids.pmcid}`
        : ids.doi
          ? `DOI:"${ids.doi}"`
          : null
    return query === null
      ? null
      : { path: '/search', query: { query, format: 'json', resultType: 'core', pageSize: '1' } }
  },
}

/**
 * Titles and abstracts through TITLE_ABS, AND, OR, NOT, ranges of years, and an asterisk behind a word: in a phrase, and in a
 * word that a hyphen parts, it means nothing (https://europepmc.org/searchsyntax). Languages are not asked for: preprints and
 * many others name none, and the field LANG leaves them out.
 */
function translate(query: Query, most = longestQuery): Translation {
  const { from, to } = query.years
  const years = from === undefined && to === undefined ? '' : ` AND PUB_YEAR:[${from ?? 1500} TO ${to ?? 2200}]`
  const without = query.not.map((term) => ` NOT (${anyText([term], query, style('TITLE'))})`).join('')
  const parts = partsOf(query, most, (part) => booleanText(part, style('TITLE_ABS')) + years + without)
  const [first, ...further] = parts.map((search) => ({ query: search }))
  return {
    text: parts.map((search) => `query=${search}`).join(betweenParts),
    parameters: first!,
    furtherParts: further,
    order: 'best match first',
    notExpressed: [
      ...endingsLost([...allTerms(query), ...query.not], style('TITLE_ABS')),
      ...(query.excludedTypes.length > 0 ? ['excluded types (applied in screening)'] : []),
      ...(query.languages.length > 0 ? ['languages (records that name none would be lost; applied in screening)'] : []),
    ],
  }
}

function parse(body: string, cursor: string | null = null): ParsedPage {
  const value = looksLikeXml(body) ? xmlEnvelope(body) : jsonBody(label, body)
  const error = text(at(value, 'errMsg')) || text(at(value, 'error'))
  if (error !== '') throw errorBody(label, error)
  if (!isObject(value) || !('resultList' in value || 'result' in value || 'hitCount' in value))
    throw mismatch(label, 'it has no list of results')
  const items = list(at(value, 'resultList', 'result') ?? at(value, 'result')).filter((item) => item !== '')
  const next = text(at(value, 'nextCursorMark'))
  return {
    ...readItems('europepmc', items, read),
    next: items.length === 0 || next === '' || next === cursor ? null : next,
    total: count(at(value, 'hitCount')),
  }
}

function xmlEnvelope(body: string): unknown {
  const root = xmlBody(label, body)
  if (!['responseWrapper', 'response', 'errorBean', 'result'].includes(root.name))
    throw mismatch(label, `its root element is "${root.name}"`)
  const value = xmlObject(root, mixed)
  return root.name === 'result' ? { result: value } : value
}

function read(value: unknown): RawWork | NoWork {
  if (!isObject(value)) return { rule: 'not-an-object', reason: 'The item is no object.' }
  const info = object(value.journalInfo)
  const journal = object(info.journal)
  const book = object(value.bookOrReportDetails)
  const kinds = list(at(value, 'pubTypeList', 'pubType') ?? value.pubType)
    .map(text)
    .join('; ')
    .toLowerCase()
  const isMedline = text(value.source) === 'MED'
  return {
    type: typeOf(text(value.source), kinds),
    title: bareTitle(text(value.title)),
    authors: authorsOf(value),
    issued:
      dateOf(info.yearOfPublication, info.monthOfPublication) ??
      dateOf(value.pubYear) ??
      dateOf(book.yearOfPublication) ??
      dateOfText(value.firstPublicationDate),
    container: text(journal.title) || text(value.journalTitle) || text(book.comprisingTitle) || text(value.bookTitle),
    publisher: text(book.publisher),
    volume: text(info.volume) || text(value.journalVolume),
    issue: text(info.issue) || text(value.issue),
    page: text(value.pageInfo),
    genre: text(value.source) === 'PPR' ? 'preprint' : '',
    issn: text(journal.issn) || text(journal.essn) || text(value.journalIssn).split(';')[0]!.trim(),
    isbn: text(book.isbn13) || text(book.isbn10),
    language: text(value.language),
    keywords: list(at(value, 'keywordList', 'keyword'))
      .map(text)
      .filter(Boolean)
      .join('; '),
    url:
      text(value.id) === ''
        ? ''
        : `https://europepmc.org/article/${encodeURIComponent(text(value.source) || 'MED')}/${encodeURIComponent(text(value.id))}`,
    abstract: text(value.abstractText),
    ids: {
      doi: text(value.doi),
      pmid: text(value.pmid) || (isMedline ? text(value.id) : ''),
      pmcid: text(value.pmcid),
    },
    said: { kinds: kinds.split('; ') },
    ...standingOf(value),
    openCopy: openCopyOf(value),
  }
}

function typeOf(source: string, kinds: string): string {
  if (source === 'PPR' || kinds.includes('preprint')) return 'article'
  if (source === 'ETH' || /thesis|dissertation/.test(kinds)) return 'thesis'
  if (source === 'PAT' || kinds.includes('patent')) return 'patent'
  if (kinds.includes('chapter')) return 'chapter'
  if (/\bbook\b/.test(kinds)) return 'book'
  if (source === 'HIR' || source === 'CTX' || kinds.includes('report'))
    return kinds.includes('case report') ? 'article-journal' : 'report'
  return 'article-journal'
}

function authorsOf(value: Record<string, unknown>): (CslName | null)[] {
  const authors = list(at(value, 'authorList', 'author')).map((author): CslName | null => {
    const collective = text(at(author, 'collectiveName'))
    const family = text(at(author, 'lastName'))
    const given = text(at(author, 'firstName')) || text(at(author, 'initials'))
    if (collective !== '') return { literal: collective }
    return family === ''
      ? parseName(text(at(author, 'fullName')) || text(author))
      : { family, ...(given ? { given } : {}) }
  })
  return authors.length > 0 ? authors : listedAuthors(text(value.authorString))
}

/** `Muster BC, Invented Trial Group.`: names are a family name with initials, or an organisation. */
function listedAuthors(line: string): (CslName | null)[] {
  const names = line.replace(/\.\s*$/, '').split(/\s*,\s+/)
  return names.map((name) => {
    const person = /^(\S.*?)\s+(\p{Lu}[\p{Lu}-]{0,4})(?:\s+(Jr|Sr|2nd|3rd|I{1,3}|IV))?$/u.exec(name)
    if (!person) return name === '' ? null : /\s/.test(name) ? { literal: name } : parseName(name)
    return { family: person[1]!, given: person[2]!, ...(person[3] ? { suffix: person[3] } : {}) }
  })
}

const linksToNotices = [
  [/^retract(?:ion|ed and republished) in$/, 'retracted'],
  [/^expression of concern in$/, 'concern'],
  [/^(?:erratum|correction|corrected and republished) in$/, 'corrected'],
] as const
const linksOfNotices = [
  [/^retraction of$/, 'retraction'],
  [/^expression of concern for$/, 'concern'],
  [/^(?:erratum|correction) for$/, 'correction'],
] as const

function standingOf(value: Record<string, unknown>): Pick<RawWork, 'standing' | 'notice'> {
  const links = list(at(value, 'commentCorrectionList', 'commentCorrection'))
  const of = (pattern: RegExp) => links.find((each) => pattern.test(text(at(each, 'type')).toLowerCase()))
  const state = linksToNotices.find(([pattern]) => of(pattern))?.[1]
  if (state) return { standing: { state, source: 'europepmc' } }
  const kind = linksOfNotices.find(([pattern]) => of(pattern))
  if (!kind) return {}
  const link = of(kind[0])
  const pmid = text(at(link, 'source')) === 'MED' ? text(at(link, 'id')) : ''
  return { notice: { kind: kind[1], ...(pmid ? { of: { pmid } } : {}), sure: true } }
}

function openCopyOf(value: Record<string, unknown>): string {
  const copies = list(at(value, 'fullTextUrlList', 'fullTextUrl')).filter((each) =>
    ['OA', 'F'].includes(text(at(each, 'availabilityCode'))),
  )
  const pdf = copies.find((each) => text(at(each, 'documentStyle')) === 'pdf') ?? copies[0]
  return text(at(pdf, 'url'))
}
