import { translatedNames } from '../../src/core/question/understand/translation.ts'
import { lightStem, words } from '../../src/core/text/light-stem.ts'
import { plainText } from '../../src/core/text/plain-text.ts'
import type { Adapter, SourceRequest } from './adapter.ts'
import { errorBody, jsonBody, mismatch } from './body.ts'
import { at, isObject, list, text } from './json.ts'
import { openalex } from './openalex.ts'
import { pubmed } from './pubmed.ts'

/** Hits of OpenAlex whose topics and key words are read, the best first. */
const bestHits = 20
/** Headings of MeSH that are looked at for one phrase. */
const mostHeadings = 5
const eutils = { retmode: 'json', tool: 'touchstone' }

/** What a phrase is asked for at one database: a request and what its body says. */
export interface NameQuestion<T> {
  adapter: Adapter
  request: SourceRequest
  /** @throws TouchstoneError where the body is none of this database */
  read: (body: string) => T
}

/** PubMed's own translation of a phrase (https://www.ncbi.nlm.nih.gov/books/NBK25499/#chapter4.ESearch). */
export function translationOf(phrase: string): NameQuestion<string[]> {
  return {
    adapter: pubmed,
    request: { path: '/esearch.fcgi', query: { db: 'pubmed', term: phrase, retmax: '0', ...eutils } },
    read: (body) => translatedNames(text(searched(body).querytranslation)),
  }
}

/** Ids of the medical headings that have a phrase among their names. */
export function headingsOf(phrase: string): NameQuestion<string[]> {
  const term = `"${phrase.replaceAll('"', '')}"[MeSH Terms]`
  return {
    adapter: pubmed,
    request: { path: '/esearch.fcgi', query: { db: 'mesh', term, retmax: String(mostHeadings), ...eutils } },
    read: (body) =>
      list(searched(body).idlist)
        .map(text)
        .filter((id) => /^\d{1,12}$/.test(id)),
  }
}

/** The heading and entry terms of the one heading among these that has the phrase itself for a name; none where there is no such. */
export function entryTermsOf(phrase: string, ids: readonly string[]): NameQuestion<string[]> {
  return {
    adapter: pubmed,
    request: { path: '/esummary.fcgi', query: { db: 'mesh', id: ids.join(','), ...eutils } },
    read: (body) => {
      const result = at(eutilsBody(body), 'result')
      if (!isObject(result)) throw mismatch(pubmed.label, 'it holds no summaries')
      const headings = list(result.uids).map((id) => list(at(result, text(id), 'ds_meshterms')).map(text))
      return headings.find((names) => names.some((name) => keyOf(name) === keyOf(phrase))) ?? []
    },
  }
}

/** Topics and key words of the best hits with the number of hits that have them, the most frequent first. */
export function keywordsOf(phrase: string): NameQuestion<{ term: string; hits: number }[]> {
  const query = {
    filter: `title_and_abstract.search:${phrase.replace(/[,:|"]/g, ' ')}`,
    'per-page': String(bestHits),
    select: 'id,topics,keywords',
  }
  return { adapter: openalex, request: { path: '/works', query }, read: keywordsIn }
}

/** How many works of OpenAlex have a phrase, word for word, in title or abstract. */
export function worksWith(phrase: string): NameQuestion<number> {
  const plain = phrase.replace(/[,:|"*]/g, ' ').trim()
  const query = { filter: `title_and_abstract.search:"${plain}"`, 'per-page': '1', select: 'id' }
  return {
    adapter: openalex,
    request: { path: '/works', query },
    read: (body) => {
      const count = at(openalexBody(body), 'meta', 'count')
      if (typeof count !== 'number') throw mismatch(openalex.label, 'it holds no count')
      return count
    },
  }
}

function openalexBody(body: string): unknown {
  const value = jsonBody(openalex.label, body)
  const error = text(at(value, 'error'))
  if (error !== '') throw errorBody(openalex.label, `${error} ${text(at(value, 'message'))}`)
  return value
}

function keywordsIn(body: string): { term: string; hits: number }[] {
  const value = openalexBody(body)
  if (!Array.isArray(at(value, 'results'))) throw mismatch(openalex.label, 'it holds no list of results')
  const hits = new Map<string, number>()
  for (const work of list(at(value, 'results'))) {
    const named = [...list(at(work, 'keywords')), ...list(at(work, 'topics'))]
    const own = new Set(named.map((each) => plainText(text(at(each, 'display_name'))).toLowerCase()))
    for (const term of own) if (term !== '') hits.set(term, (hits.get(term) ?? 0) + 1)
  }
  return [...hits]
    .map(([term, count]) => ({ term, hits: count }))
    .sort((a, b) => b.hits - a.hits || (a.term < b.term ? -1 : 1))
}

function searched(body: string): Record<string, unknown> {
  const result = at(eutilsBody(body), 'esearchresult')
  if (!isObject(result)) throw mismatch(pubmed.label, 'it is no search')
  if (text(result.ERROR) !== '') throw errorBody(pubmed.label, text(result.ERROR))
  return result
}

function eutilsBody(body: string): unknown {
  const value = jsonBody(pubmed.label, body)
  const error = text(at(value, 'error')) || text(at(value, 'esummaryresult'))
  if (error !== '') throw errorBody(pubmed.label, error)
  return value
}

function keyOf(name: string): string {
  return words(name).map(lightStem).join(' ')
}
