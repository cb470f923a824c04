import { basename, join } from 'node:path'
import { TouchstoneError } from '../../src/core/errors.ts'
import { comparedText } from '../../src/core/merge/abstract.ts'
import { countWorks } from '../../src/core/merge/index.ts'
import type { SourceRecord } from '../../src/core/papers/record.ts'
import { parseQuestion } from '../../src/reader/question-file.ts'
import { slug as slugForm } from '../../src/schemas/common.ts'
import { columnsOf } from '../formats/csv-columns.ts'
import { formats } from '../formats/formats.ts'
import { type LibraryFile, readLibraryFile } from '../formats/read.ts'
import { readText } from '../io/files.ts'
import { createQuestion } from './created.ts'
import { safeFileName } from './file-name.ts'
import type { FileSummary, ImportRequest, IncomingFile, Kind, Plan, Write } from './incoming.ts'
import { placeFor } from './shelf.ts'

/** Bibliographic files: kept as they are in `content/library/<slug>/`, where the pipeline reads them. */
export const library: Kind = {
  id: 'library',
  label: 'a library',
  takes: async () => true,
  plan,
}

async function plan(files: readonly IncomingFile[], request: ImportRequest): Promise<Plan> {
  const slug = slugOf(request)
  const isNew = await isNewQuestion(slug, request)
  const summaries: FileSummary[] = []
  const writes: Write[] = []
  const said: string[] = []
  const all: SourceRecord[] = []
  const folder = join('library', slug)
  for (const file of files) {
    const read = await readLibraryFile(file.text.path, basename(file.given), isNew ? forScreening : forMerging)
    const { records } = read
    for (const record of records) all.push(record)
    const endings = endingsOf(read.format, file.text.head)
    const name = safeFileName(basename(file.given), endings)
    const place = await placeFor(request.project.content, folder, name, file.text.path, writes)
    if (place.isNew) writes.push({ path: place.path, from: file.text.path })
    if (place.note) said.push(place.note)
    summaries.push(summaryOf(file.given, read, records, place.path))
  }
  if (files.length > 1) said.push(`Together: ${all.length} records of ${countWorks(all)} works.`)
  if (isNew) {
    const { today, asking, proposing } = request
    const made = { slug, today, records: all, asking, proposing }
    const { path, text, said: told } = await createQuestion(request.create!, made)
    writes.push({ path, text })
    said.push(
      `Wrote ${path}. What was understood:`,
      ...told,
      all.length > 0
        ? `Correct ${path} where this is wrong, then run: npm run generate -- ${slug}`
        : `No record could be taken, so there is nothing to generate from. Mend the file where it is told above, then bring it again: npm run import -- FILE --question ${slug}`,
    )
  }
  return { files: summaries, writes, said }
}

/** Endings of a format, the one that the file deserves first: a table with tabs is a `.tsv`, whatever it was called. */
function endingsOf(format: LibraryFile['format'], head: string): readonly string[] {
  const endings = formats.find(({ id }) => id === format)?.endings ?? []
  return format === 'csv' && columnsOf(head)?.delimiter === '\t' ? ['.tsv', '.tab'] : endings
}

/** The slug a library is brought for. */
function slugOf({ question }: ImportRequest): string {
  if (question === undefined)
    throw new TouchstoneError('usage', 'a library is brought for a question', {
      where: '--question',
      next: 'Name it: npm run import -- FILE --question SLUG',
    })
  const checked = slugForm.safeParse(question)
  if (checked.success) return checked.data
  throw new TouchstoneError('usage', `"${question.slice(0, 80)}" is no name of a question`, {
    where: '--question',
    next: 'Names have small letters, digits and single hyphens, at most 80 characters, as in "coffee-sleep".',
  })
}

/** Whether a question file is to be written: there is none, and its text was given. */
async function isNewQuestion(slug: string, { project, create }: ImportRequest): Promise<boolean> {
  const path = join('questions', `${slug}.md`)
  const there = await readText(join(project.content, path))
  if (there === null) {
    if (create !== undefined) return true
    throw new TouchstoneError('question-unknown', 'there is no question of this name, so nothing was imported', {
      where: slug,
      next: `Add --create "Question…" to make one, or name one of ${join('content', 'questions')}.`,
    })
  }
  const { question } = parseQuestion(there, path)
  if (create === undefined || question.question === create.trim()) return false
  throw new TouchstoneError('question-exists', `this name belongs to another question: "${question.question}"`, {
    where: slug,
    next: 'Leave --create away to add to that question, or choose another --question name.',
  })
}

/**
 * What merging compares: bibliographic facts and the beginning of the text. A copy, since parts of a text keep the piece of
 * the file that they were cut from in memory, and a large library must fit.
 */
function forMerging(record: SourceRecord): SourceRecord {
  const { keyword: _, ...csl } = record.csl
  return shortened({ ...record, csl }, comparedText)
}

/** What screening reads of a record as well: key words and the whole of an abstract. */
export function forScreening(record: SourceRecord): SourceRecord {
  return shortened(record, screenedText)
}

/** Longest abstract that is read before a run, in letters. */
const screenedText = 6000

function shortened(record: SourceRecord, letters: number): SourceRecord {
  const sections = (record.text?.sections ?? [])
    .slice(0, 1)
    .map(({ name, text }) => ({ name, text: text.slice(0, letters) }))
  return JSON.parse(JSON.stringify({ ...record, text: record.text && { kind: record.text.kind, sections } }))
}

function summaryOf(
  file: string,
  { rejected, left }: LibraryFile,
  records: readonly SourceRecord[],
  kept: string,
): FileSummary {
  const works = countWorks(records)
  return {
    file,
    read: records.length + rejected.length,
    works,
    merged: records.length - works,
    rejected: rejected.length,
    withoutDoi: records.filter(({ ids }) => ids.doi === undefined).length,
    withoutAbstract: records.filter(({ text }) => text === null).length,
    kept,
    rejections: rejected.map(({ line, reason }) => ({ line, reason })),
    ...(left.length > 0 ? { left: left.map(({ line, reason }) => ({ line, reason })) } : {}),
  }
}
