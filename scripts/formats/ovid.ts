import type { Entry, LibraryWork } from './entry.ts'
import { addTo, entryOf, extendLast, type OpenEntry, openEntry } from './open-entry.ts'
import { ovidFields, ovidNames } from './ovid-fields.ts'
import type { RisFields } from './ris-fields.ts'
import { risWork } from './ris-work.ts'
import type { TextFile } from './text-file.ts'

const tagged = /^([A-Z][A-Z0-9]) {1,2}-(?: (.*)|\s*)$/s

/**
 * Reads Ovid's own text: `<1. >`, then tags (`TI  - …`, as for EndNote, Citavi and Reprint/Medlars) or the names of fields
 * in full, each with its values indented below.
 */
export async function* readOvid(file: TextFile): AsyncGenerator<Entry> {
  let line = 0
  let open: OpenEntry | null = null
  for await (const lines of file.lines())
    for (const text of lines) {
      line += 1
      if (/^\s*<\d+\.? ?>\s*$/.test(text)) {
        if (open) yield entryOf(open, ovidWork)
        open = openEntry(line)
      } else if (open && text.trim() !== '') readLine(open, text)
    }
  if (open) yield entryOf(open, ovidWork)
}

function readLine(open: OpenEntry, text: string): void {
  const [, tag, value = ''] = tagged.exec(text) ?? []
  const name = ovidNames[text.trim().toLowerCase()]
  if (tag !== undefined) addTo(open, tag, value.trim())
  else if (name !== undefined && /^\S/.test(text)) addTo(open, name, '')
  else if (open.fields.get(open.last)?.at(-1) === '') extendLast(open, text.trim(), new Set([open.last]))
  else extendLast(open, text.trim())
}

function ovidWork(fields: RisFields): LibraryWork {
  return risWork(ovidFields(fields))
}
