import { saysNothing } from '../../../src/core/papers/absent.ts'
import { headerOf } from './csv-columns.ts'
import { csvWork } from './csv-work.ts'
import { type Entry, oversized } from './entry.ts'
import type { TextFile } from './text-file.ts'

/** Fields of one record by tag, a value for each line. */
interface Open {
  line: number
  fields: Map<string, string[]>
  last: string[] | null
  count: number
  characters: number
}

const tagged = /^([A-Z][A-Z0-9])(?: (.*))?$/s
/** Fields in which each line is a value of its own; in others a line goes on where the one before it ended. */
const listed = new Set(['AU', 'AF', 'BA', 'BF', 'BE', 'ED', 'CA', 'C1', 'CR', 'PM'])

/**
 * Reads Web of Science's plain text (`.ciw`, `.txt`): two letters and a space, further lines indented, `ER` behind each
 * record. Its tags are the columns of the export with tabs, and are read as those.
 */
export async function* readWebOfScience(file: TextFile): AsyncGenerator<Entry> {
  let line = 0
  let open: Open | null = null
  for await (const lines of file.lines())
    for (const text of lines) {
      line += 1
      const [, tag, value = ''] = tagged.exec(text) ?? []
      if (tag === undefined) {
        if (open?.last && /^\s+\S/.test(text)) add(open, open.last, text.trim())
        continue
      }
      if (open && (tag === 'ER' || tag === 'PT' || tag === 'EF')) {
        yield entryOf(open)
        open = null
      }
      if (!open && tag !== 'PT') continue
      open ??= { line, fields: new Map(), last: null, count: 0, characters: 0 }
      open.last = open.fields.get(tag) ?? []
      open.fields.set(tag, open.last)
      add(open, open.last, value.trim())
    }
  if (open) yield entryOf(open)
}

function add(open: Open, values: string[], value: string): void {
  open.count += 1
  open.characters += value.length
  if (!oversized(open)) values.push(value)
}

function entryOf(open: Open): Entry {
  const { line, fields } = open
  const fault = oversized(open)
  if (fault) return { line, work: fault }
  const cells = [...fields].map(([tag, values]) => values.join(listed.has(tag) ? '; ' : ' ').trim())
  const columns = headerOf([...fields.keys()])
  const work = csvWork((column) =>
    (columns?.get(column) ?? []).map((place) => cells[place] ?? '').filter((cell) => cell !== '' && !saysNothing(cell)),
  )
  return { line, work }
}
