import { normaliseDoi } from '../../src/core/papers/doi.ts'
import { findArxiv, normaliseArxiv } from '../../src/core/papers/identifiers.ts'
import { parseName } from '../../src/core/papers/names.ts'
import type { Concept, Query } from '../../src/core/question/query.ts'
import { databases } from '../../src/schemas/databases.ts'
import type { Adapter, ParsedPage, Translation } from './adapter.ts'
import { errorBody, jsonBody, looksLikeXml, mismatch, xmlBody } from './body.ts'
import { dateOf } from './dates.ts'
import { at, count, isObject, list, text } from './json.ts'
import { bareTitle } from './titles.ts'
import type { NoWork, RawWork } from './work.ts'
import { readItems } from './work.ts'
import { xmlObject } from './xml-object.ts'

const { label, docs } = databases.dblp
const mixed = new Set(['title'])
const pageSize = 500

/** Kinds of publication in CSL's words: the search's names first, then the elements of a record. */
const types: Record<string, string> = {
  'Journal Articles': 'article-journal',
  'Conference and Workshop Papers': 'paper-conference',
  'Informal and Other Publications': 'article',
  'Informal Publications': 'article',
  'Books and Theses': 'book',
  Editorship: 'book',
  'Parts in Books or Collections': 'chapter',
  'Reference Works': 'entry-encyclopedia',
  'Data and Artifacts': 'dataset',
  'Withdrawn Items': 'article',
  article: 'article-journal',
  inproceedings: 'paper-conference',
  incollection: 'chapter',
  proceedings: 'book',
  book: 'book',
  phdthesis: 'thesis',
  mastersthesis: 'thesis',
  data: 'dataset',
}
const recordNames = [
  'article',
  'inproceedings',
  'incollection',
  'proceedings',
  'book',
  'phdthesis',
  'mastersthesis',
  'data',
  'www',
]

export const dblp: Adapter = {
  id: 'dblp',
  label,
  docs,
  baseUrl: 'https://dblp.org',
  limits: { perSecond: 0.5, pageSize, mostRecords: 10_000 },
  translate,
  request({ parameters }, cursor, size = pageSize) {
    return {
      path: '/search/publ/api',
      query: { ...parameters, format: 'json', h: String(size), f: cursor ?? '0', c: '0' },
    }
  },
  parse,
  lookup(ids) {
    return ids.dblp ? { path: `/rec/${ids.dblp.split('/').map(encodeURIComponent).join('/')}.xml`, query: {} } : null
  },
}

/** Words of titles only: a space means and, a bar means or, any ending matches. */
function translate(query: Query): Translation {
  const search = query.all.map(conceptWords).join(' ')
  const hasPhrases = query.all.some((concept) => concept.any.some((term) => /[\s-]/.test(term)))
  return {
    text: `q=${search}`,
    parameters: { q: search },
    notExpressed: [
      'abstracts (the database searches titles)',
      ...(hasPhrases ? ['phrases (single words were searched)'] : []),
      ...(query.years.from === undefined && query.years.to === undefined ? [] : ['years (applied in screening)']),
      ...(query.not.length > 0 ? ['excluded topics (applied in screening)'] : []),
      ...(query.excludedTypes.length > 0 ? ['excluded types (applied in screening)'] : []),
      ...(query.languages.length > 0 ? ['languages (applied in screening)'] : []),
    ],
  }
}

/** Single words of a concept as alternatives; where every term is a phrase, the words of the first, all of them. */
function conceptWords(concept: Concept): string {
  const terms = concept.any.map((term) => term.replace(/\*$/, '').toLowerCase())
  const single = terms.filter((term) => !/[\s-]/.test(term))
  return single.length > 0 ? single.join('|') : (terms[0] ?? '').split(/[\s-]+/).join(' ')
}

function parse(body: string, cursor: string | null = null): ParsedPage {
  const value = looksLikeXml(body) ? fromXml(body) : jsonBody(label, body)
  const result = at(value, 'result')
  const status = text(at(result, 'status', '@code'))
  if (status !== '' && !status.startsWith('2'))
    throw errorBody(label, text(at(result, 'status', 'text')) || `status ${status}`)
  const hits = at(result, 'hits')
  if (!isObject(hits)) throw mismatch(label, 'it has no hits')
  const items = list(hits.hit).filter((item) => item !== '')
  const total = count(hits['@total'])
  const after = Number(cursor ?? count(hits['@first']) ?? 0) + items.length
  return {
    ...readItems('dblp', items, read),
    next: items.length > 0 && total !== null && after < total ? String(after) : null,
    total,
  }
}

/** The answer of a search in XML, or a file of records, in the form of the answer in JSON. */
function fromXml(body: string): unknown {
  const root = xmlBody(label, body)
  const value = xmlObject(root, mixed)
  if (root.name === 'result') return { result: value }
  if (root.name !== 'dblp') throw mismatch(label, `its root element is "${root.name}"`)
  const hit = recordNames.flatMap((name) =>
    list(at(value, name)).map((info) => ({ info: { ...Object(info), type: name, key: at(info, '@key') } })),
  )
  return { result: { hits: { hit } } }
}

function read(value: unknown): RawWork | NoWork {
  const info = isObject(value) && isObject(value.info) ? value.info : value
  if (!isObject(info)) return { rule: 'not-an-object', reason: 'The item is no object.' }
  if (text(info.type) === 'www') return { rule: 'not-a-work', reason: 'The item is the page of a person.' }
  const addresses = list(info.ee).map((each) => textOf(each))
  const venue = textOf(list(info.venue)[0]) || textOf(info.journal) || textOf(info.booktitle)
  const arxiv = arxivOf(textOf(info.volume), addresses, textOf(info.doi))
  const doi =
    normaliseDoi(textOf(info.doi)) ??
    addresses.map((each) => (/doi\.org/i.test(each) ? normaliseDoi(each) : null)).find((each) => each !== null)
  const isInformal = arxiv !== null || venue === 'CoRR'
  return {
    type: isInformal ? 'article' : (types[text(info.type)] ?? 'document'),
    title: bareTitle(textOf(info.title)),
    authors: list(at(info.authors, 'author') ?? info.author).map((author) => parseName(withoutNumber(textOf(author)))),
    editors: list(info.editor).map((author) => parseName(withoutNumber(textOf(author)))),
    issued: dateOf(textOf(info.year)),
    container: venue,
    publisher: textOf(info.publisher) || textOf(info.school),
    volume: isInformal ? '' : textOf(info.volume),
    issue: textOf(info.number),
    page: textOf(info.pages),
    genre: isInformal ? 'preprint' : '',
    url: addresses[0] || textOf(info.url),
    ids: { doi, arxiv, dblp: text(info.key) || /\/rec\/([^?#]+?)(?:\.\w+)?$/.exec(textOf(info.url))?.[1] },
    openCopy: text(info.access) === 'open' ? addresses[0] : '',
  }
}

/** Text of a value that may carry attributes. */
function textOf(value: unknown): string {
  return isObject(value) ? text(value.text) : Array.isArray(value) ? textOf(value[0]) : text(value)
}

/** Namesakes are told apart by a number behind the name. */
function withoutNumber(name: string): string {
  return name.replace(/\s+\d{4}$/, '')
}

function arxivOf(volume: string, addresses: readonly string[], doi: string): string | null {
  if (/^abs\//.test(volume)) return normaliseArxiv(volume.slice(4))
  return (
    addresses
      .map((each) => (/arxiv\.org/i.test(each) ? (normaliseArxiv(each) ?? findArxiv(each)) : null))
      .find((id) => id !== null) ?? (/10\.48550/.test(doi) ? normaliseArxiv(doi) : null)
  )
}
