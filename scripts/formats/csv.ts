import { TouchstoneError } from '../../src/core/errors.ts'
import { saysNothing } from '../../src/core/papers/absent.ts'
import { type Column, type Columns, columnsOf, headerOf, isWebOfScience } from './csv-columns.ts'
import { hasFieldsByRow, readFieldsByRow } from './csv-fields.ts'
import { type Row, rowsOf } from './csv-rows.ts'
import { csvWork } from './csv-work.ts'
import type { Entry } from './entry.ts'
import { mostFields } from './entry.ts'
import type { TextFile } from './text-file.ts'

/** What is known of a table while it is read. */
interface Table {
  delimiter: string
  columns: Columns
  width: number
}

/**
 * Reads a table with one work a row, delimited by commas, semicolons, tabs or bars: its header tells which column is what;
 * or Embase's export with one field a row.
 * A row that swallowed others because a quote mark is not closed is rejected, with the lines that it swallowed.
 * @throws TouchstoneError `file-format-mismatch` where no header is found or a row is endless
 */
export async function* readCsv(file: TextFile): AsyncGenerator<Entry> {
  if (hasFieldsByRow(file.head)) {
    yield* readFieldsByRow(file)
    return
  }
  const found = columnsOf(file.head)
  if (!found)
    throw new TouchstoneError('file-format-mismatch', 'no row names the columns of a library', { where: file.name })
  const { delimiter } = found
  let table: Table | null = null
  const header = file.head.split(/[\r\n]/, 1)[0]!.split(delimiter)
  for await (const row of rowsOf(file, delimiter, isWebOfScience(header) ? false : '"')) {
    if ('work' in row) {
      yield row
      continue
    }
    const columns = headerOf(row.cells)
    if (columns && (table === null || samePlaces(columns, table.columns)))
      table = { delimiter, columns, width: row.cells.length }
    else if (table && row.cells.some((cell) => cell.trim() !== '')) yield { line: row.from, work: workOf(row, table) }
  }
}

function samePlaces(one: Columns, other: Columns): boolean {
  return one.size === other.size && [...one].every(([column, places]) => places.join() === other.get(column)?.join())
}

function workOf(row: Row, table: Table): Entry['work'] {
  const { cells, from, to } = row
  if (cells.length > mostFields)
    return { rule: 'too-many-fields', reason: `the row has ${cells.length} cells; at most ${mostFields} are read` }
  if (to > from && (cells.length !== table.width || swallowed(row, table))) {
    const reason = `lines ${from} to ${to} were read as one row of ${cells.length} cells, where the header has ${table.width}: a quote mark is not closed`
    return { rule: 'row-broken', reason }
  }
  return csvWork((column) =>
    (table.columns.get(column) ?? [])
      .map((place) => (cells[place] ?? '').trim())
      .filter((cell) => cell !== '' && !saysNothing(cell)),
  )
}

const prose: readonly Column[] = ['abstract', 'note', 'keywords']

/** Whether a cell holds whole rows: lines with as many delimiters as the header, which in prose must hold a DOI or a year alone. */
function swallowed({ cells }: Row, { delimiter, columns, width }: Table): boolean {
  if (width < 3) return false
  const long = new Set(prose.flatMap((column) => columns.get(column) ?? []))
  return cells.some(
    (cell, place) =>
      cell.includes('\n') &&
      cell.split('\n').some((line) => {
        const parts = line.split(delimiter)
        return (
          parts.length >= width &&
          (!long.has(place) || parts.some((part) => /^\W*(?:(?:19|20)\d\d|10\.\d{4,}\/\S+)\W*$/.test(part)))
        )
      }),
  )
}
