import { parseName } from '../../src/core/papers/names.ts'
import { databases } from '../../src/schemas/databases.ts'
import type { Adapter, ParsedPage } from './adapter.ts'
import { errorBody, jsonBody, mismatch } from './body.ts'
import { cslName, readCsl } from './csl.ts'
import { dateWithYear } from './dates.ts'
import { at, isObject, list, text } from './json.ts'
import type { NoWork, RawWork } from './work.ts'
import { readItems } from './work.ts'

const { label, docs } = databases.unpaywall

export const unpaywall: Adapter = {
  id: 'unpaywall',
  label,
  docs,
  baseUrl: 'https://api.unpaywall.org',
  limits: { perSecond: 5, pageSize: 1, mostRecords: 100_000 },
  credentials: { contact: 'email' },
  translate: null,
  request: () => null,
  parse,
  lookup(ids) {
    return ids.doi ? { path: `/v2/${encodeURIComponent(ids.doi)}`, query: {} } : null
  },
}

function parse(body: string): ParsedPage {
  const value = jsonBody(label, body)
  if (at(value, 'error') === true || text(at(value, 'error')) !== '')
    throw errorBody(label, text(at(value, 'message')) || text(at(value, 'error')))
  const results = at(value, 'results')
  const items = Array.isArray(results)
    ? results.map((each) => at(each, 'response') ?? each)
    : Array.isArray(value)
      ? value
      : [value]
  if (items.length > 0 && !items.some((item) => isObject(item) && ('doi' in item || 'title' in item)))
    throw mismatch(label, 'it has no DOI and no results')
  return { ...readItems('unpaywall', items, read), next: null, total: null }
}

function read(value: unknown): RawWork | NoWork {
  if (!isObject(value)) return { rule: 'not-an-object', reason: 'The item is no object.' }
  const type = readCsl({ type: text(value.genre) })
  const best = value.best_oa_location
  return {
    type: 'rule' in type ? 'document' : type.type,
    title: text(value.title),
    authors: list(value.z_authors).map((author) => cslName(author) ?? parseName(text(at(author, 'raw_author_name')))),
    issued: dateWithYear(value.year, value.published_date),
    container: text(value.journal_name),
    publisher: text(value.publisher),
    issn: text(value.journal_issn_l) || text(value.journal_issns).split(',')[0]!,
    url: text(value.doi_url),
    ids: { doi: text(value.doi) },
    openCopy: text(at(best, 'url_for_pdf')) || text(at(best, 'url')),
  }
}
