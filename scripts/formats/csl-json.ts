import { findArxiv } from '../../src/core/papers/identifiers.ts'
import { plainText } from '../../src/core/text/plain-text.ts'
import { readCsl } from '../sources/csl.ts'
import { at, isObject, list, text } from '../sources/json.ts'
import type { NoWork } from '../sources/work.ts'
import type { Entry, LibraryWork } from './entry.ts'
import { mostCharacters } from './entry.ts'
import { brokenJson, jsonItems, parseItem } from './json-items.ts'
import type { TextFile } from './text-file.ts'

/**
 * Reads CSL-JSON: a list of items, or items that follow one another. Our reading notes stand in the field `custom`,
 * which CSL-JSON keeps for others.
 * @throws TouchstoneError `file-format-mismatch` where the JSON ends early or holds something else
 */
export async function* readCslJson(file: TextFile): AsyncGenerator<Entry> {
  let objects = 0
  let others = 0
  for await (const { line, json, listed } of jsonItems(file)) {
    if (json === null) {
      yield { line, work: { rule: 'too-long', reason: `the item has more than ${mostCharacters} characters` } }
      continue
    }
    const item = parseItem(json, line, file.name)
    if (!listed && !isItem(item)) throw brokenJson(file.name, line, `it is JSON of another kind: ${kindOf(item)}`)
    if (mayBeItem(item)) objects += 1
    else others += 1
    yield { line, work: workOf(item) }
  }
  if (objects === 0 && others > 0) throw brokenJson(file.name, 1, 'it is JSON of another kind: a list without any item')
}

/** Whether a member of a list is an item, however poor. */
function mayBeItem(item: unknown): boolean {
  return isObject(item) && (Object.keys(item).length === 0 || ['type', 'id', ...facts].some((field) => field in item))
}

const facts = ['title', 'author', 'issued', 'DOI', 'container-title', 'URL'] as const

/** Whether an object that stands alone is a work, and no settings or answer of a service. */
function isItem(item: unknown): boolean {
  if (!isObject(item)) return false
  return facts.filter((field) => field in item).length >= (typeof item.type === 'string' ? 1 : 2)
}

function kindOf(item: unknown): string {
  if (!isObject(item)) return 'neither a list nor an item'
  if ('message' in item || 'results' in item || 'hits' in item || 'data' in item)
    return 'an answer of a database; npm run parse reads those'
  const keys = Object.keys(item)
    .slice(0, 3)
    .map((key) => `"${plainText(key).slice(0, 40)}"`)
  return keys.length > 0 ? `an object of ${keys.join(', ')}` : 'an empty object'
}

function workOf(item: unknown): LibraryWork | NoWork {
  const read = readCsl(item)
  if ('rule' in read || !isObject(item)) return read
  const arxiv = [text(item.URL), text(item.note), text(item['container-title'])]
    .map((said) => (said.length < 500 ? findArxiv(said) : null))
    .find(Boolean)
  const work = { ...read, ids: { ...read.ids, arxiv } }
  const custom = item.custom
  if (!isObject(custom)) return work
  const article = text(custom['article-doi'])
  const standing = text(custom.standing)
  const notice = text(custom.notice)
  return {
    ...work,
    note: list(custom['reading-note']).map((part) => ({
      section: text(at(part, 'section')),
      text: text(at(part, 'text')),
    })),
    readAt: list(custom['read-at']).map(text).filter(Boolean),
    ...(article ? { versions: [{ doi: article, relation: 'preprint-of' as const }] } : {}),
    ...(article || standing ? { standing: standingOf(standing || 'superseded', notice || article) } : {}),
  }
}

const states = ['current', 'corrected', 'concern', 'retracted', 'superseded'] as const

function standingOf(said: string, notice: string): LibraryWork['standing'] {
  const state = states.find((one) => one === said) ?? 'unchecked'
  return { state, source: 'library', ...(notice ? { notice } : {}) }
}
