import { doiUrl } from '../../src/core/papers/doi.ts'
import { databases } from '../../src/schemas/databases.ts'
import type { Adapter, ParsedPage } from './adapter.ts'
import { errorBody, jsonBody, mismatch } from './body.ts'
import { readCsl } from './csl.ts'
import { at, isObject, list, text } from './json.ts'
import { readItems } from './work.ts'

const { label, docs } = databases.doi

/** The registry of DOIs, asked for CSL-JSON through content negotiation. */
export const doi: Adapter = {
  id: 'doi',
  label,
  docs,
  baseUrl: 'https://doi.org',
  limits: { perSecond: 5, pageSize: 1, mostRecords: 100_000 },
  translate: null,
  request: () => null,
  parse,
  lookup(ids) {
    if (!ids.doi) return null
    return {
      path: new URL(doiUrl(ids.doi)).pathname,
      query: {},
      headers: { accept: 'application/vnd.citationstyles.csl+json' },
    }
  },
}

function parse(body: string): ParsedPage {
  if (/^\s*the resource you are looking for doesn.t exist\.?\s*$/i.test(body)) throw errorBody(label, body)
  const value = jsonBody(label, body)
  const errors = list(at(value, 'errors'))
  if (errors.length > 0) throw errorBody(label, errors.map((each) => text(at(each, 'title')) || text(each)).join('; '))
  const items = Array.isArray(value) ? value : isObject(value) && Array.isArray(value.items) ? value.items : [value]
  const looks = (item: unknown): boolean =>
    isObject(item) && ['DOI', 'doi', 'title', 'author', 'issued'].some((key) => key in item)
  if (items.length > 0 && !items.some(looks)) throw mismatch(label, 'it is no CSL-JSON')
  return { ...readItems('doi', items, readCsl), next: null, total: null }
}
