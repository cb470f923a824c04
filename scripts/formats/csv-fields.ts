import { saysNothing } from '../../src/core/papers/absent.ts'
import { type Column, columnNamed } from './csv-columns.ts'
import { rowsOf } from './csv-rows.ts'
import { csvWork } from './csv-work.ts'
import type { Entry } from './entry.ts'
import { mostFields } from './entry.ts'
import type { TextFile } from './text-file.ts'

/** Fields of Embase's export by row that tell it from a table (https://www.embase.com, Export, CSV, fields by row). */
const telling = [
  'TITLE',
  'AUTHOR NAMES',
  'SOURCE',
  'SOURCE TITLE',
  'PUBLICATION YEAR',
  'PUBLICATION TYPE',
  'DATE OF PUBLICATION',
  'VOLUME',
  'ISSUE',
  'FIRST PAGE',
  'ABSTRACT',
  'DOI',
  'EMBASE ACCESSION ID',
  'MEDLINE PMID',
  'PUI',
  'EMBASE LINK',
]

/** Whether the beginning of a file has a field in each line, its name in the first cell, instead of a work. */
export function hasFieldsByRow(head: string): boolean {
  const names = head
    .split(/\r\n|[\n\r]/, 400)
    .flatMap((line) => /^\ufeff?"?([A-Z][A-Z /()-]+)"?,./.exec(line)?.[1]?.trim() ?? [])
  return names[0] === 'TITLE' && new Set(names.filter((name) => telling.includes(name))).size >= 3
}

/**
 * Reads Embase's export with fields by row: `"NAME","value","value"`, a work from one TITLE to the next, blank lines between.
 * @throws TouchstoneError `file-format-mismatch` where a row is endless
 */
export async function* readFieldsByRow(file: TextFile): AsyncGenerator<Entry> {
  let fields: Fields | null = null
  for await (const row of rowsOf(file, ',', '"')) {
    if ('work' in row) {
      if (fields) yield entryOf(fields)
      fields = null
      yield row
      continue
    }
    const [name, ...values] = row.cells.map((cell) => cell.trim())
    const column = columnNamed(name ?? '')
    if (column === 'title') {
      if (fields) yield entryOf(fields)
      fields = { line: row.from, size: 0, values: new Map() }
    }
    if (!fields || !column) continue
    fields.size += values.length
    if (fields.size <= mostFields) fields.values.set(column, [...(fields.values.get(column) ?? []), ...values])
  }
  if (fields) yield entryOf(fields)
}

interface Fields {
  line: number
  size: number
  values: Map<Column, string[]>
}

/** Fields whose values are several of one kind and make one cell of a table. */
const lists: readonly Column[] = ['authors', 'editors', 'keywords']

function entryOf({ line, size, values }: Fields): Entry {
  if (size > mostFields)
    return {
      line,
      work: { rule: 'too-many-fields', reason: `the work has ${size} values; at most ${mostFields} are read` },
    }
  const work = csvWork((column) => {
    const own = (values.get(column) ?? []).filter((value) => value !== '' && !saysNothing(value))
    return lists.includes(column) && own.length > 1 ? [own.join('; ')] : own
  })
  return { line, work }
}
