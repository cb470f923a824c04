import { readFile } from 'node:fs/promises'
import type { PrintedRecord } from '../../../scripts/sources/printed.ts'
import { isOthers } from '../../../src/core/papers/names.ts'
import { readBy } from '../../../src/core/papers/question-text.ts'
import type { CslName, Paper } from '../../../src/schemas/paper.ts'
import { fixture } from '../../helpers/folders.ts'

/** What is right of one record, wherever it is read; what is not named is not compared. */
export interface Right {
  authors?: string
  /** A year, or what the source says of the date. */
  date?: number | string
  doi?: string | null
  pmid?: string
  page?: string
  type?: string
  venue?: string
  standing?: 'retracted' | 'concern'
  /** The standing that a notice of the same library gives it. */
  noticed?: 'corrected'
  notice?: 'retraction' | 'correction' | 'concern'
  /** How the text of which claims are made begins; null where there is none. */
  text?: string | null
  /** DOI of the book or supplement, which the record carries and which is none of the work's own. */
  container?: string
  /** The estimate in the plot of the report's page, and which end of its interval lies beyond the axis. */
  estimate?: string
  beyond?: 'low' | 'high'
  /** Year and letter of its reference and of the labels of its evidence. */
  label?: string
  /** What the ledger says agrees with the record of another tool, of the same work. */
  same?: string
}

/** A kind of fault, the file of the tool that shows it, the title of the record, and what is right. */
export type Row = readonly [kind: string, file: string, title: string, right: Right]

/** One row a line, by kind. */
export const rows = (await readFile(fixture('tools.jsonl'), 'utf8'))
  .trimEnd()
  .split('\n')
  .map((line) => JSON.parse(line) as Row)

/** A row by its words, as the name of its test. */
export const named = ([kind, file, title]: Row): string => `${kind}: ${file}, ${title}`

type Named = CslName & { 'non-dropping-particle'?: string }

/** A reference as citation-js reads it back from an export. */
export interface Reference {
  title?: string
  author?: Named[]
  issued?: { 'date-parts'?: number[][]; literal?: string; raw?: string }
  DOI?: string
  page?: string
}

const people = (names: readonly Named[]) => names.map(nameOf).join('; ')

/** A name as it is written; BibTeX's "others" comes back as a family of that name, and a particle beside its family. */
function nameOf(name: Named): string {
  if (isOthers(name) || ('family' in name && name.family === 'others')) return '…'
  if ('literal' in name) return name.literal
  const family = [name['non-dropping-particle'], name.family].filter(Boolean).join(' ')
  return [family, name.given].filter(Boolean).join(', ')
}

/** The same facts of a printed record, of a paper in content and of a reference in an export. */
export const ofRecord = (one: PrintedRecord): Right => ({
  authors: people(one.authors),
  date: one.year ?? one.dated ?? '',
  doi: one.doi,
  ...(one.ids.pmid ? { pmid: one.ids.pmid } : {}),
  type: one.type,
  venue: one.venue ?? '',
  ...(one.standing ? { standing: one.standing.state as 'retracted' } : {}),
  ...(one.notice ? { notice: one.notice.kind } : {}),
  text: one.abstract,
})

export const ofPaper = (paper: Paper): Right => {
  const { csl, ids, standing, text, notice } = readBy(paper, 'roofs')
  return {
    authors: people(csl.author),
    date: csl.issued?.['date-parts'][0][0] ?? csl.dated ?? '',
    doi: ids.doi ?? null,
    ...(ids.pmid ? { pmid: ids.pmid } : {}),
    page: csl.page ?? '',
    type: csl.type,
    venue: csl['container-title'] ?? csl['event-title'] ?? '',
    standing: standing.state as 'retracted',
    ...(notice ? { notice: notice.kind } : {}),
    text: text?.kind === 'abstract' ? text.sections.map((section) => section.text).join('\n') : null,
  }
}

export const ofReference = ({ author = [], issued, DOI, page }: Reference): Right => ({
  authors: people(author),
  date: issued?.['date-parts']?.[0]?.[0] ?? issued?.literal ?? issued?.raw ?? '',
  doi: DOI?.toLowerCase() ?? null,
  page: page?.replace(/[\u2013-]+/g, '-') ?? '',
})

/** Those of a title; of several, those of the same people, date and place. */
export function meant<T>(
  all: readonly T[],
  titleOf: (one: T) => string | undefined,
  of: (one: T) => Right,
  row: Row,
): T[] {
  const [, , title, { authors, date, page, venue }] = row
  const titled = all.filter((one) => titleOf(one) === title)
  if (titled.length < 2) return titled
  const said = Object.entries({ authors, date, page, venue }).filter(([, value]) => value !== undefined)
  return titled.filter((one) => {
    const found = of(one)
    return said.every(([name, value]) => !(name in found) || found[name as 'date'] === value)
  })
}
