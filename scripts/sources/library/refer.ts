import { endnoteType } from './endnote-types.ts'
import { type Entry, oversized } from './entry.ts'
import { addField, type RisFields } from './ris-fields.ts'
import { risWork } from './ris-work.ts'
import type { TextFile } from './text-file.ts'

/** The tags of Refer, `%A`, in those of RIS. */
const tags: Record<string, string> = {
  A: 'AU',
  E: 'ED',
  T: 'TI',
  B: 'T2',
  J: 'JF',
  S: 'T3',
  V: 'VL',
  N: 'IS',
  P: 'SP',
  D: 'PY',
  '8': 'DA',
  I: 'PB',
  '@': 'SN',
  R: 'DO',
  X: 'AB',
  K: 'KW',
  U: 'UR',
  G: 'LA',
  W: 'DB',
  M: 'AN',
  '9': 'M3',
  '2': 'C2',
  Z: 'N1',
  O: 'N1',
  F: 'U1',
  '!': 'ST',
}

interface Open {
  line: number
  fields: RisFields
  last: string
  count: number
  characters: number
}

/** Reads Refer (`.enw`), as EndNote and search engines write it: `%`, a sign, a value; works part at blank lines and at `%0`. */
export async function* readRefer(file: TextFile): AsyncGenerator<Entry> {
  let line = 0
  let open: Open | null = null
  let blank = false
  for await (const lines of file.lines())
    for (const text of lines) {
      line += 1
      const [, sign, value = ''] = /^\s?%([A-Z0-9@!?<>^$[\]()+*&#~|"'-])(?:\s+(.*)|$)/s.exec(text) ?? []
      if (sign === undefined) {
        blank ||= text.trim() === ''
        if (open && text.trim() !== '') extend(open, text.trim())
        continue
      }
      if (open && (sign === '0' || (blank && (sign === 'T' || sign === 'A') && open.fields.has('TI')))) {
        yield entryOf(open)
        open = null
      }
      blank = false
      open ??= { line, fields: new Map(), last: '', count: 0, characters: 0 }
      add(open, sign, value.trim())
    }
  if (open) yield entryOf(open)
}

function add(open: Open, sign: string, value: string): void {
  open.count += 1
  open.characters += value.length
  open.last = sign === '0' ? 'TY' : (tags[sign] ?? '')
  if (open.last === '' || oversized(open)) return
  for (const part of open.last === 'KW' ? value.split(/\s*;\s*/) : [value])
    addField(open.fields, open.last, open.last === 'TY' ? endnoteType(part) : part)
}

/** A further line of a value; of keywords and people each line is one. */
function extend(open: Open, text: string): void {
  open.characters += text.length
  if (open.last === '' || oversized(open)) return
  const values = open.fields.get(open.last)
  if (open.last === 'KW' || open.last === 'AU' || open.last === 'ED') addField(open.fields, open.last, text)
  else if (values) values[values.length - 1] += `\n${text}`
}

function entryOf(open: Open): Entry {
  return { line: open.line, work: oversized(open) ?? risWork(open.fields) }
}
