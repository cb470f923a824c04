import { monthNumber } from '../../src/core/text/months.ts'
import { mostFields } from './entry.ts'

/** The fields of an entry by name in small letters, values as they are written; the first of several counts. */
export interface BibtexFields {
  key: string
  values: Map<string, string>
  count: number
  /** Whether the entry is written by the rules to its end. */
  sound: boolean
}

const name = /\s*([\p{L}_][^\s={}(),"#%]*)\s*=\s*/uy
const separator = /[\s,;]*/y
const word = /[^\s,#{}"=()]+/y
const lineField = /^[ \t]*([\p{L}_][\w:+-]*)[ \t]*=[ \t]*(?=["{\d\p{L}])/gmu

/** What a name stands for: a `@string` of the file, or a month. */
export type Strings = ReadonlyMap<string, string>

/**
 * Reads the body of an entry. Where its braces or quotes do not match (an entry that is not `closed` is such a one),
 * each line of the form `name = value` begins a field.
 */
export function readFields(body: string, strings: Strings, closed = true): BibtexFields {
  const strict = readStrict(body, strings)
  if (strict.sound && closed) return strict
  const loose = readLoose(body, strings)
  return loose.values.size > strict.values.size ? loose : strict
}

function readStrict(body: string, strings: Strings): BibtexFields {
  const { key, from } = keyOf(body)
  const fields: BibtexFields = { key, values: new Map(), count: 0, sound: false }
  let at = from
  for (;;) {
    at = skip(separator, body, at)
    if (at >= body.length) return { ...fields, sound: true }
    name.lastIndex = at
    const found = name.exec(body)
    if (!found) return fields
    const value = expression(body, name.lastIndex, strings)
    if (!value) return fields
    put(fields, found[1]!, value.text)
    at = value.end
  }
}

function readLoose(body: string, strings: Strings): BibtexFields {
  const { key, from } = keyOf(body)
  const fields: BibtexFields = { key, values: new Map(), count: 0, sound: false }
  const starts = [...body.slice(from).matchAll(lineField)]
  starts.forEach((found, index) => {
    const begin = from + found.index + found[0].length
    const end = index + 1 < starts.length ? from + starts[index + 1]!.index : body.length
    const written = body.slice(begin, end)
    const value = expression(written, 0, strings)
    const whole = value && /^[\s,]*$/.test(written.slice(value.end))
    put(fields, found[1]!, whole ? value.text : stripped(written))
  })
  return fields
}

function stripped(written: string): string {
  return written
    .replace(/[\s,]+$/, '')
    .replace(/^\s*["{]/, '')
    .replace(/["}]$/, '')
}

function keyOf(body: string): { key: string; from: number } {
  const found = /^([^,={}"#]*?)\s*(?:,|$)/.exec(body)
  return found ? { key: found[1]!.trim(), from: found[0].length } : { key: '', from: 0 }
}

function put(fields: BibtexFields, field: string, value: string): void {
  fields.count += 1
  const low = field.toLowerCase()
  if (fields.values.size < mostFields && (fields.values.get(low) ?? '') === '') fields.values.set(low, value.trim())
}

/** A value: texts in braces or quotes, numbers and names, joined with `#`. Null where it does not end. */
function expression(body: string, from: number, strings: Strings): { text: string; end: number } | null {
  let text = ''
  let at = from
  for (;;) {
    const part = operand(body, skip(/\s*/y, body, at), strings)
    if (!part) return null
    text += part.text
    at = skip(/\s*/y, body, part.end)
    if (body[at] !== '#') return { text, end: at }
    at += 1
  }
}

function operand(body: string, at: number, strings: Strings): { text: string; end: number } | null {
  const sign = body[at]
  if (sign === '{' || sign === '"') {
    const end = sign === '{' ? braceEnd(body, at) : quoteEnd(body, at)
    return end === -1 ? null : { text: body.slice(at + 1, end), end: end + 1 }
  }
  word.lastIndex = at
  const found = word.exec(body)?.[0]
  if (found === undefined) return sign === ',' || sign === undefined ? { text: '', end: at } : null
  return { text: meaning(found, strings), end: at + found.length }
}

function meaning(found: string, strings: Strings): string {
  const low = found.toLowerCase()
  const month = monthNumber(low)
  return strings.get(low) ?? (month > 0 && /^[a-z]+$/.test(low) && low.length <= 9 ? String(month) : found)
}

function braceEnd(body: string, from: number): number {
  let depth = 0
  const signs = /\\[\s\S]?|[{}]/g
  signs.lastIndex = from
  for (let found = signs.exec(body); found; found = signs.exec(body)) {
    if (found[0] === '{') depth += 1
    else if (found[0] === '}' && --depth === 0) return found.index
  }
  return -1
}

/** The closing quote: outside braces, and followed by what can follow a value. */
function quoteEnd(body: string, from: number): number {
  let depth = 0
  const signs = /\\[\s\S]?|[{}"]/g
  signs.lastIndex = from + 1
  for (let found = signs.exec(body); found; found = signs.exec(body)) {
    if (found[0] === '{') depth += 1
    else if (found[0] === '}') depth = Math.max(0, depth - 1)
    else if (found[0] === '"' && depth === 0 && ends(body, found.index + 1)) return found.index
  }
  return -1
}

function ends(body: string, at: number): boolean {
  const from = skip(/\s*/y, body, at)
  return from >= body.length || /^(?:[,#})]|[\p{L}_][\w:+-]*\s*=)/u.test(body.slice(from, from + 80))
}

function skip(pattern: RegExp, body: string, at: number): number {
  pattern.lastIndex = at
  return at + (pattern.exec(body)?.[0].length ?? 0)
}
