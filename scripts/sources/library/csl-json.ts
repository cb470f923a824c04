import { TouchstoneError } from '../../../src/core/errors.ts'
import { readCsl } from '../csl.ts'
import { at, isObject, list, text } from '../json.ts'
import type { NoWork } from '../work.ts'
import type { Entry, LibraryWork } from './entry.ts'
import { mostCharacters } from './entry.ts'
import type { TextFile } from './text-file.ts'

/**
 * Reads CSL-JSON: a list of items, or one item. Our reading notes stand in the field `custom`, which CSL-JSON keeps for others.
 * @throws TouchstoneError `file-format-mismatch` where the JSON ends early or is no list of items
 */
export async function* readCslJson(file: TextFile): AsyncGenerator<Entry> {
  let whole = ''
  for await (const chunk of file.chunks()) whole += chunk
  const items = whole.trimStart().startsWith('[') ? parts(whole, file.name) : [{ line: 1, json: whole }]
  for (const { line, json } of items) yield { line, work: workOf(parse(json, line, file.name)) }
}

/** The texts of the items of a list, with their first lines. */
function* parts(whole: string, name: string): Generator<{ line: number; json: string }> {
  let depth = 0
  let start = -1
  let line = 1
  let first = 1
  for (let i = 0; i < whole.length; i++) {
    const sign = whole[i]!
    if (sign === '\n') line += 1
    else if (sign === '"') {
      const end = endOfString(whole, i)
      if (end === -1) throw broken(name, line, 'the file is cut off within a text')
      if (depth === 1 && start === -1) [start, first] = [i, line]
      i = end
    } else if (sign === '[' || sign === '{') {
      if (depth === 1 && start === -1) [start, first] = [i, line]
      depth += 1
    } else if (sign === ']' || sign === '}') depth -= 1
    else if (depth === 1 && start === -1 && sign !== ',' && sign.trim() !== '') [start, first] = [i, line]
    if (start !== -1 && ((depth === 1 && sign === ',') || depth === 0)) {
      yield { line: first, json: whole.slice(start, i) }
      start = -1
    }
    if (depth === 0 && i > 0 && (sign === ']' || sign === '}')) return
  }
  throw broken(name, line, 'the file is cut off: its list does not end')
}

function endOfString(whole: string, from: number): number {
  for (let i = from + 1; i < whole.length; i++) {
    if (whole[i] === '\\') i += 1
    else if (whole[i] === '"') return i
  }
  return -1
}

function parse(json: string, line: number, name: string): unknown {
  if (json.length > mostCharacters) return null
  try {
    return JSON.parse(json)
  } catch (error) {
    throw broken(name, line, `it is not JSON (${(error as Error).message})`)
  }
}

function broken(name: string, line: number, what: string): TouchstoneError {
  return new TouchstoneError('file-format-mismatch', what, {
    where: `${name}:${line}`,
    next: 'Export it again as CSL-JSON.',
  })
}

function workOf(item: unknown): LibraryWork | NoWork {
  const work = readCsl(item)
  if ('rule' in work || !isObject(item)) return work
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
