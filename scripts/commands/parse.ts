import type { Command } from 'commander'
import { TouchstoneError } from '../../src/core/errors.ts'
import type { Rejection, SourceRecord } from '../../src/core/papers/record.ts'
import { readLibraryFile } from '../formats/read.ts'
import { openText } from '../formats/text-file.ts'
import { adapterOf, parseBody } from '../sources/index.ts'
import { printed } from '../sources/printed.ts'

interface Read {
  records: SourceRecord[]
  rejected: Rejection[]
}

const largestBody = 200_000_000

/** `npm run parse -- --source NAME FILE…` */
export function register(program: Command): void {
  program
    .command('parse')
    .description('Print the works in raw responses of a database, or in library files, as a JSON array.')
    .argument('<file...>', 'files with one response body each, or library files')
    .requiredOption(
      '--source <name>',
      'a database, doi (CSL-JSON of doi.org), or library (files of a reference manager)',
    )
    .action(parse)
}

/** Reads every file. Where one cannot be read, each such file is told and nothing is printed. */
async function parse(files: readonly string[], { source }: { source: string }): Promise<void> {
  if (source !== 'library') adapterOf(source)
  const records: SourceRecord[] = []
  const failed: TouchstoneError[] = []
  for (const file of files) {
    try {
      const read = source === 'library' ? await readLibraryFile(file, file) : await readBody(source, file)
      records.push(...read.records)
      for (const { line, reason } of read.rejected) console.error(`rejected ${file}:${line}: ${reason}`)
    } catch (error) {
      if (!(error instanceof TouchstoneError)) throw error
      failed.push(error)
    }
  }
  for (const error of failed.slice(1)) console.error(`error ${error.code}: ${error.message}`)
  if (failed[0]) throw failed[0]
  console.log(JSON.stringify(records.map(printed), null, 2))
}

async function readBody(source: string, path: string): Promise<Read> {
  const file = await openText(path, path)
  if (file.size > largestBody)
    throw new TouchstoneError(
      'file-too-large',
      `the file has ${file.size} bytes; no response has more than ${largestBody}`,
      {
        where: path,
      },
    )
  let body = ''
  for await (const chunk of file.chunks()) body += chunk
  return parseBody(source, body, path)
}
