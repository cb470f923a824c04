import { createReadStream } from 'node:fs'
import { TouchstoneError } from '../../src/core/errors.ts'
import { missingFile } from '../io/system-error.ts'
import type { Row } from './task.ts'

/**
 * Rows of a file of JSON lines.
 * @throws TouchstoneError `file-missing`, or `file-unreadable` with the line that is no JSON object
 */
export async function readRows(path: string): Promise<Row[]> {
  const rows: Row[] = []
  let number = 0
  try {
    for await (const line of linesOf(createReadStream(path, 'utf8'))) {
      number += 1
      const text = number === 1 ? line.replace(/^\uFEFF/, '') : line
      if (text.trim() !== '') rows.push(parseRow(text, `${path}:${number}`))
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    throw missingFile(path)
  }
  return rows
}

/** Lines end at a line feed only: JSON may hold the line separators of Unicode, at which readline would cut. */
async function* linesOf(input: AsyncIterable<string>): AsyncGenerator<string> {
  let rest = ''
  for await (const chunk of input) {
    const lines = (rest + chunk).split('\n')
    rest = lines.pop()!
    yield* lines
  }
  yield rest
}

function parseRow(line: string, where: string): Row {
  let value: unknown
  try {
    value = JSON.parse(line)
  } catch (cause) {
    throw new TouchstoneError('file-unreadable', 'not a line of JSON', {
      where,
      next: 'Each line holds one JSON object.',
      cause,
    })
  }
  if (value !== null && typeof value === 'object' && !Array.isArray(value)) return value as Row
  throw new TouchstoneError('file-unreadable', 'not a JSON object', { where, next: 'Each line holds one JSON object.' })
}
