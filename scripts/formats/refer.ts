import { endnoteType } from './endnote-types.ts'
import type { Entry } from './entry.ts'
import { addTo, entryOf, extendLast, type OpenEntry, openEntry } from './open-entry.ts'
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

/** Fields of which each line is a value. */
const several = new Set(['KW', 'AU', 'ED'])

/** Reads Refer (`.enw`), as EndNote and search engines write it: `%`, a sign, a value; works part at blank lines, and at `%0` where that is first. */
export async function* readRefer(file: TextFile): AsyncGenerator<Entry> {
  let line = 0
  let open: OpenEntry | null = null
  let blank = false
  for await (const lines of file.lines())
    for (const text of lines) {
      line += 1
      const [, sign, value = ''] = /^\s?%([A-Z0-9@!?<>^$[\]()+*&#~|"'-])(?:\s+(.*)|$)/s.exec(text) ?? []
      if (sign === undefined) {
        blank ||= text.trim() === ''
        if (open && text.trim() !== '') extendLast(open, text.trim(), several)
        continue
      }
      if (
        open &&
        ((sign === '0' && (blank || open.fields.has('TY'))) ||
          (blank && (sign === 'T' || sign === 'A') && open.fields.has('TI')))
      ) {
        yield entryOf(open, risWork)
        open = null
      }
      blank = false
      open ??= openEntry(line)
      add(open, sign, value.trim())
    }
  if (open) yield entryOf(open, risWork)
}

function add(open: OpenEntry, sign: string, value: string): void {
  if (sign === '0') addTo(open, 'TY', endnoteType(value))
  else addTo(open, tags[sign] ?? '', value)
}
