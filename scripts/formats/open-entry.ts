import { type Entry, oversized } from './entry.ts'
import { addField, type RisFields } from './ris-fields.ts'

/** An entry of a tagged text while its lines are read. */
export interface OpenEntry {
  line: number
  fields: RisFields
  /** Tag of the last field; empty where nothing is read of it. */
  last: string
  count: number
  characters: number
}

export function openEntry(line: number, fields: RisFields = new Map()): OpenEntry {
  return { line, fields, last: '', count: 0, characters: 0 }
}

/** Adds a field, of key words each for itself; none without a tag, and none more to an entry that is too large. */
export function addTo(open: OpenEntry, tag: string, value: string): void {
  open.count += 1
  open.characters += value.length
  open.last = tag
  if (tag === '' || oversized(open)) return
  for (const part of tag === 'KW' ? value.split(/\s*;\s*/) : [value]) addField(open.fields, tag, part)
}

/** A further line of the last value, behind `joint`; where each line is `several`, a value of its own. */
export function extendLast(
  open: OpenEntry,
  text: string,
  several: ReadonlySet<string> = new Set(),
  joint: '\n' | ' ' = '\n',
): void {
  open.characters += text.length + 1
  if (open.last === '' || oversized(open)) return
  const values = open.fields.get(open.last)
  if (several.has(open.last)) addField(open.fields, open.last, text)
  else if (values) values[values.length - 1] = [values.at(-1), text].filter(Boolean).join(joint)
}

/** What was read, by the facts of its fields; too large an entry is none. */
export function entryOf(open: OpenEntry, workOf: (fields: RisFields) => Entry['work']): Entry {
  return { line: open.line, work: oversized(open) ?? workOf(open.fields) }
}
