import { finished } from 'node:stream/promises'
import { CsvError, type Parser, parse } from 'csv-parse'
import { TouchstoneError } from '../../src/core/errors.ts'
import { type Entry, mostCharacters } from './entry.ts'
import type { TextFile } from './text-file.ts'

/** A row with its first and last line. */
export interface Row {
  cells: string[]
  from: number
  to: number
}

/** The rows of a file of cells; in place of a last row that does not end, the entry that says so. */
export async function* rowsOf(file: TextFile, delimiter: string, quote: '"' | false): AsyncGenerator<Row | Entry> {
  let rows: Row[] = []
  let last = 0
  const parser = parserOf(delimiter, quote, (cells, lines) => {
    rows.push({ cells, from: last + 1, to: lines })
    last = lines
  })
  const end = finished(parser.resume()).then(
    () => null,
    (error: unknown) => error,
  )
  for await (const chunk of unixLines(file.chunks())) {
    if (!(await written(parser, chunk))) break
    yield* rows
    rows = []
  }
  if (!parser.destroyed) parser.end()
  const error = await end
  yield* rows
  if (error !== null) yield endOf(error, last + 1, file.name)
}

/** Chunks with every line end as one character: the parser counts two inside quotes as two lines. */
async function* unixLines(chunks: AsyncIterable<string>): AsyncGenerator<string> {
  let held = ''
  for await (const chunk of chunks) {
    const text = held + chunk
    held = text.endsWith('\r') ? '\r' : ''
    yield text.slice(0, text.length - held.length).replace(/\r\n?/g, '\n')
  }
  if (held) yield '\n'
}

function written(parser: Parser, chunk: string): Promise<boolean> {
  return new Promise((done) => parser.write(chunk, (error) => done(!error)))
}

function parserOf(delimiter: string, quote: '"' | false, take: (cells: string[], lines: number) => void): Parser {
  return parse({
    delimiter,
    bom: true,
    quote,
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
