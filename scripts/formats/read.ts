import { extname } from 'node:path'
import { TouchstoneError } from '../../src/core/errors.ts'
import { saysNothing } from '../../src/core/papers/absent.ts'
import { safeUrl } from '../../src/core/papers/identifiers.ts'
import type { Rejection, SourceRecord } from '../../src/core/papers/record.ts'
import { plainText } from '../../src/core/text/plain-text.ts'
import { type NoWork, recordOf } from '../sources/work.ts'
import type { Format, LibraryWork } from './entry.ts'
import { formats } from './formats.ts'
import { sniff } from './sniff.ts'
import { openText, type TextFile } from './text-file.ts'

/** What a library file holds: every entry is a record or a rejection. */
export interface LibraryFile {
  name: string
  format: Format['id']
  records: SourceRecord[]
  rejected: Rejection[]
  /** What of an entry was not taken although the entry was. */
  left: Rejection[]
}

const source = 'library'

/**
 * Reads a bibliographic file in any of our formats. Its content decides the format; an ending that says otherwise is an error.
 * `keep` says what is kept of each record, for those who need little of a large file.
 * @throws TouchstoneError `file-missing`, `file-empty`, `file-too-large`, `file-format-mismatch`, `file-format-unknown`, `library-empty`
 */
export async function readLibraryFile(
  path: string,
  name: string,
  keep: (record: SourceRecord) => SourceRecord = (record) => record,
): Promise<LibraryFile> {
  const file = await openText(path, plainText(name) || 'library')
  const format = formatOf(file)
  const result: LibraryFile = { name: file.name, format: format.id, records: [], rejected: [], left: [] }
  let place = 0
  for await (const { line, work } of format.read(file)) {
    place += 1
    const record = 'rule' in work ? work : toRecord(work, file.name, place)
    if ('rule' in record) result.rejected.push({ file: file.name, line, reason: `${record.rule}: ${record.reason}` })
    else {
      result.records.push(keep(record))
      const lost = 'rule' in work ? null : lostDoi(work, record)
      if (lost) result.left.push({ file: file.name, line, reason: lost })
    }
  }
  if (place === 0)
    throw new TouchstoneError('library-empty', `the file holds no ${format.label} entry`, { where: file.name })
  return result
}

/** Endings that say nothing of what a file holds. */
const ofMany = new Set(['.txt', '.xml'])

/** The format of a file by its content, checked against its ending. */
export function formatOf(file: TextFile): Format {
  const ending = extname(file.name).toLowerCase()
  const named = ofMany.has(ending) ? undefined : formats.find(({ endings }) => endings.includes(ending))
  const found = sniff(file)
  const format = 'format' in found ? formats.find(({ id }) => id === found.format) : undefined
  if (format && (!named || format.endings.includes(ending))) return format
  const what = format ? `${format.label}` : 'other' in found ? found.other : 'something else'
  const next = format
    ? `Rename it to end in ${format.endings[0]}.`
    : 'other' in found && found.instead
      ? found.instead
      : `Bring a library as ${formats.map(({ label }) => label).join(', ')}.`
  if (named)
    throw new TouchstoneError('file-format-mismatch', `the name says ${named.label}, but the file holds ${what}`, {
      where: file.name,
      next,
    })
  throw new TouchstoneError('file-format-unknown', `the file holds ${what}`, { where: file.name, next })
}

function toRecord(work: LibraryWork, file: string, place: number): SourceRecord | NoWork {
  const record = recordOf(source, work, place)
  if ('rule' in record) return record
  const sections = noteSections(work.note ?? [])
  const readAt = (work.readAt ?? []).flatMap((address) => safeUrl(address) ?? [])
  return {
    ...record,
    id: `${source}:${file}#${place}`,
    ...(sections.length > 0 ? { text: { kind: 'note' as const, sections } } : {}),
    ...(readAt.length > 0 ? { readAt } : {}),
  }
}

/** Why a record has no DOI although its entry has something in the field for one. */
function lostDoi({ ids }: LibraryWork, record: SourceRecord): string | null {
  const said = plainText(ids.doi ?? '')
  if (said === '' || saysNothing(said) || record.ids.doi !== undefined) return null
  return `doi-malformed: ${JSON.stringify(said.slice(0, 80))} is no DOI; the record is taken without one`
}

function noteSections(note: readonly { section: string; text: string }[]): { name: string; text: string }[] {
  const seen = new Map<string, number>()
  return note.flatMap(({ section, text }) => {
    const plain = plainText(text)
    if (plain === '') return []
    const name = plainText(section) || 'Note'
    const times = (seen.get(name) ?? 0) + 1
    seen.set(name, times)
    return [{ name: times === 1 ? name : `${name} ${times}`, text: plain }]
  })
}
