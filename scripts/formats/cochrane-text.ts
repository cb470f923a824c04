import type { Entry } from './entry.ts'
import { addTo, entryOf, extendLast, type OpenEntry, openEntry } from './open-entry.ts'
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

/** Reads the Cochrane Library's plain text: `Record #1 of 2`, then `TI: value` line by line. */
export async function* readCochraneText(file: TextFile): AsyncGenerator<Entry> {
  let line = 0
  let open: OpenEntry | null = null
  for await (const lines of file.lines())
    for (const text of lines) {
      line += 1
      if (/^\s*Record #\d+ of \d+/.test(text)) {
        if (open) yield entryOf(open, risWork)
        open = openEntry(line, new Map([['TY', ['JOUR']]]))
        continue
      }
      if (!open || text.trim() === '') continue
      const [, tag, value = ''] = /^([A-Z]{2,3}): ?(.*)$/s.exec(text) ?? []
      if (tag !== undefined && known.has(tag)) addTo(open, tags[tag] ?? tag, value.trim())
      else extendLast(open, text.trim())
    }
  if (open) yield entryOf(open, risWork)
}
