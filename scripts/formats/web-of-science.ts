import { saysNothing } from '../../src/core/papers/absent.ts'
import { headerOf } from './csv-columns.ts'
import { csvWork } from './csv-work.ts'
import type { Entry, LibraryWork } from './entry.ts'
import { addTo, entryOf, extendLast, type OpenEntry, openEntry } from './open-entry.ts'
import { peopleOrder, type RisFields } from './ris-fields.ts'
import type { TextFile } from './text-file.ts'

const tagged = /^([A-Z][A-Z0-9])(?: (.*))?$/s
/** Fields in which each line is a value of its own; in others a line goes on where the one before it ended. */
const listed = new Set(['AU', 'AF', 'BA', 'BF', 'BE', 'ED', 'CA', 'C1', 'CR', 'PM'])

/** Lines between records. */
const outside = new Set(['FN', 'VR', 'ER', 'EF'])

/**
 * Reads Web of Science's plain text (`.ciw`, `.txt`): two letters and a space, further lines indented, `ER` behind each
 * record. Its tags are the columns of the export with tabs, and are read as those.
 */
export async function* readWebOfScience(file: TextFile): AsyncGenerator<Entry> {
  let line = 0
  let open: OpenEntry | null = null
  for await (const lines of file.lines())
    for (const text of lines) {
      line += 1
      const [, tag, value = ''] = tagged.exec(text) ?? []
      if (tag === undefined) {
        if (open && /^\s+\S/.test(text)) extendLast(open, text.trim(), listed, ' ')
        continue
      }
      if (open && (tag === 'ER' || tag === 'EF' || (tag === 'PT' && open.fields.has('PT')))) {
        yield entryOf(open, webOfScienceWork)
        open = null
      }
      if (!open && outside.has(tag)) continue
      open ??= openEntry(line)
      addTo(open, tag, value.trim())
    }
  if (open) yield entryOf(open, webOfScienceWork)
}

function webOfScienceWork(fields: RisFields): LibraryWork {
  const tags = [...fields.keys()].filter((tag) => tag !== peopleOrder)
  const cells = tags.map((tag) =>
    fields
      .get(tag)!
      .join(listed.has(tag) ? '; ' : ' ')
      .trim(),
  )
  const columns = headerOf(tags, true)
  return csvWork((column) =>
    (columns?.get(column) ?? []).map((place) => cells[place] ?? '').filter((cell) => cell !== '' && !saysNothing(cell)),
  )
}
