import { normaliseDoi } from '../../src/core/papers/doi.ts'
import { findArxiv, normaliseArxiv } from '../../src/core/papers/identifiers.ts'
import { parseName } from '../../src/core/papers/names.ts'
import type { Query } from '../../src/core/question/query.ts'
import { databases } from '../../src/schemas/databases.ts'
import type { Adapter, ParsedPage, Translation } from './adapter.ts'
import { errorBody, jsonBody, looksLikeXml, mismatch, xmlBody } from './body.ts'
import { allTerms, betweenParts } from './boolean.ts'
import { dateOf } from './dates.ts'
import { at, count, isObject, list, text } from './json.ts'
import { bareTitle } from './titles.ts'
import type { NoWork, RawWork } from './work.ts'
import { readItems } from './work.ts'
import { xmlObject } from './xml-object.ts'

const { label, docs } = databases.dblp
const mixed = new Set(['title'])
const pageSize = 500
/** Most questions of one search: the database allows one in two seconds. */
const mostParts = 12

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

/**
 * A space means and, a bar means or, any ending matches; there is neither a phrase nor a field
 * (https://dblp.org/faq/How+to+use+the+dblp+search.html). A concept of phrases is asked in parts: its single words at once, its phrases by their words,
 * those that end in the same word together.
 */
function translate(query: Query): Translation {
  const choices = query.all.map(({ any }) => alternatives(any))
  const all = choices.reduce<string[]>(
    (parts, more) => parts.flatMap((part) => more.map((one) => `${part} ${one}`)),
    [''],
  )
  const parts = all.map((part) => part.trim()).slice(0, mostParts)
  const [first, ...further] = parts.map((search) => ({ q: search }))
  return {
    text: parts.map((search) => `q=${search}`).join(betweenParts),
    parameters: first!,
    furtherParts: further,
    order: 'in the order of the database',
    notExpressed: [
      'abstracts (the database does not hold them)',
      'the field (the database matches authors and venues as well as titles)',
      'whole words (the database takes each for the beginning of a word)',
      ...(allTerms(query).some((term) => /[\s-]/.test(term)) ? ['phrases (their words were searched)'] : []),
      ...(all.length > parts.length ? [`${all.length - parts.length} of ${all.length} combinations of phrases`] : []),
      ...(query.years.from === undefined && query.years.to === undefined ? [] : ['years (applied in screening)']),
      ...(query.not.length > 0 ? ['excluded topics (applied in screening)'] : []),
      ...(query.excludedTypes.length > 0 ? ['excluded types (applied in screening)'] : []),
      ...(query.languages.length > 0 ? ['languages (applied in screening)'] : []),
    ],
  }
}

/** Ways to say a concept, one of which will do: its single words, then its phrases by their last word. */
function alternatives(terms: readonly string[]): string[] {
  const plain = terms.map((term) => term.replace(/\*$/, '').toLowerCase())
  const all = [...new Set(plain)].map((term) => term.split(/[\s-]+/))
  const needed = all.filter(
    (words, at) => !all.some((other, k) => k !== at && answers(other, words) && (k < at || !answers(words, other))),
  )
  const single = needed.filter((words) => words.length === 1).flat()
  const heads = new Map<string, string[][]>()
  for (const words of needed.filter((each) => each.length > 1)) {
    const key = [words.length, words.at(-1)].join(' ')
    heads.set(key, [...(heads.get(key) ?? []), words])
  }
  const phrases = [...heads.values()].map((group) =>
    group[0]!.map((_, place) => [...new Set(group.map((words) => words[place]!))].join('|')).join(' '),
  )
  return [...(single.length > 0 ? [single.join('|')] : []), ...phrases]
}

/** Whether whatever holds these words answers to the others too, each of them the beginning of one: then they need not be asked. */
function answers(others: readonly string[], words: readonly string[]): boolean {
  return others.every((other) => words.some((word) => word.startsWith(other)))
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
