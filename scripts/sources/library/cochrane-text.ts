import { type Entry, oversized } from './entry.ts'
import { addField, type RisFields } from './ris-fields.ts'
import { risWork } from './ris-work.ts'
import type { TextFile } from './text-file.ts'

/** Cochrane's own names of fields, in the tags of RIS; the others are those of RIS. */
const tags: Record<string, string> = {
  ID: 'AN',
  SO: 'JF',
  YR: 'PY',
  NO: 'IS',
  PG: 'SP',
  KY: 'KW',
  US: 'UR',
  DOI: 'DO',
}
const known = new Set(['AU', 'TI', 'VL', 'PM', 'PT', 'AB', 'SN', 'LA', 'CC', 'XR', ...Object.keys(tags)])

interface Open {
  line: number
  fields: RisFields
  last: string
  count: number
  characters: number
}

/** Reads the Cochrane Library's plain text: `Record #1 of 2`, then `TI: value` line by line. */
export async function* readCochraneText(file: TextFile): AsyncGenerator<Entry> {
  let line = 0
  let open: Open | null = null
  for await (const lines of file.lines())
    for (const text of lines) {
      line += 1
      if (/^\s*Record #\d+ of \d+/.test(text)) {
        if (open) yield entryOf(open)
        open = { line, fields: new Map([['TY', ['JOUR']]]), last: '', count: 0, characters: 0 }
        continue
      }
      if (!open || text.trim() === '') continue
      const [, tag, value = ''] = /^([A-Z]{2,3}): ?(.*)$/s.exec(text) ?? []
      if (tag !== undefined && known.has(tag)) add(open, tags[tag] ?? tag, value.trim())
      else extend(open, text.trim())
    }
  if (open) yield entryOf(open)
}

function add(open: Open, tag: string, value: string): void {
  open.count += 1
  open.characters += value.length
  open.last = tag
  if (!oversized(open))
    for (const part of tag === 'KW' ? value.split(/\s*;\s*/) : [value]) addField(open.fields, tag, part)
}

function extend(open: Open, text: string): void {
  open.characters += text.length
  const values = open.fields.get(open.last)
  if (values && !oversized(open)) values[values.length - 1] += `\n${text}`
}

function entryOf(open: Open): Entry {
  return { line: open.line, work: oversized(open) ?? risWork(open.fields) }
}
