import { finished } from 'node:stream/promises'
import { CsvError, type Parser, parse } from 'csv-parse'
import { TouchstoneError } from '../../../src/core/errors.ts'
import { type Column, type Columns, columnsOf, headerOf, isWebOfScience } from './csv-columns.ts'
import { csvWork } from './csv-work.ts'
import type { Entry } from './entry.ts'
import { mostCharacters, mostFields } from './entry.ts'
import { saysNothing } from './facts.ts'
import type { TextFile } from './text-file.ts'

/** A row with its first and last line. */
interface Row {
  cells: string[]
  from: number
  to: number
}

/** What is known of a table while it is read. */
interface Table {
  delimiter: string
  columns: Columns
  width: number
}

/**
 * Reads a table with one work a row, delimited by commas, semicolons, tabs or bars: its header tells which column is what.
 * A row that swallowed others because a quote mark is not closed is rejected, with the lines that it swallowed.
 * @throws TouchstoneError `file-format-mismatch` where no header is found or a row is endless
 */
export async function* readCsv(file: TextFile): AsyncGenerator<Entry> {
  const found = columnsOf(file.head)
  if (!found)
    throw new TouchstoneError('file-format-mismatch', 'no row names the columns of a library', { where: file.name })
  const { delimiter } = found
  let table: Table | null = null
  for await (const row of rowsOf(file, delimiter)) {
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

/** The rows of a table; in place of a last row that does not end, the entry that says so. */
async function* rowsOf(file: TextFile, delimiter: string): AsyncGenerator<Row | Entry> {
  let rows: Row[] = []
  let last = 0
  const parser = parserOf(file, delimiter, (cells, lines) => {
    rows.push({ cells, from: last + 1, to: lines })
    last = lines
  })
  const end = finished(parser.resume()).then(
    () => null,
    (error: unknown) => error,
  )
  for await (const chunk of file.chunks()) {
    if (!(await written(parser, chunk))) break
    yield* rows
    rows = []
  }
  if (!parser.destroyed) parser.end()
  const error = await end
  yield* rows
  if (error !== null) yield endOf(error, last + 1, file.name)
}

function written(parser: Parser, chunk: string): Promise<boolean> {
  return new Promise((done) => parser.write(chunk, (error) => done(!error)))
}

function parserOf(file: TextFile, delimiter: string, take: (cells: string[], lines: number) => void): Parser {
  const header = file.head.split(/[\r\n]/, 1)[0]!.split(delimiter)
  return parse({
    delimiter,
    bom: true,
    quote: isWebOfScience(header) ? false : '"',
    escape: '"',
    relax_quotes: true,
    relax_column_count: true,
    max_record_size: mostCharacters,
    on_record: (cells: string[], { lines }) => {
      take(cells, lines)
      return null
    },
  })
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

function endOf(error: unknown, line: number, name: string): Entry {
  if (!(error instanceof CsvError)) throw error
  if (error.code === 'CSV_QUOTE_NOT_CLOSED')
    return { line, work: { rule: 'cut-off', reason: 'the file ends inside a quoted cell of this row: it is cut off' } }
  const what =
    error.code === 'CSV_MAX_RECORD_SIZE'
      ? `a row has more than ${mostCharacters} characters; a quote mark is perhaps not closed`
      : `the table cannot be read (${error.message})`
  throw new TouchstoneError('file-format-mismatch', what, { where: `${name}:${line}`, next: 'Export it again.' })
}
