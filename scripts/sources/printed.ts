import type { SourceRecord } from '../../src/core/papers/record.ts'
import type { Notice } from '../../src/core/papers/said-standing.ts'
import type { CslName, Ids, Standing } from '../../src/schemas/paper.ts'

/** A record as `npm run parse` prints it. What the source did not give is null. */
export interface PrintedRecord {
  title: string
  doi: string | null
  /** Year of publication. */
  year: number | null
  authors: CslName[]
  abstract: string | null
  /** What a search engine shows around its hits; it is no abstract. Absent where there is none. */
  snippet?: string
  /** What the source says of the date where it names no year. */
  dated?: string
  venue: string | null
  /** Type in CSL's words. */
  type: string
  /** Where the source itself says that the work is retracted, corrected, doubted or superseded. */
  standing?: Standing
  /** Where the record is itself a notice, and its words are no subject: what it does, and to which work. */
  notice?: Notice
  ids: Ids
  url: string | null
}

/** The parts of a record that `npm run parse` prints. A reading note is no abstract. */
export function printed({ csl, ids, text, standing, notice }: SourceRecord): PrintedRecord {
  return {
    title: csl.title,
    doi: ids.doi ?? null,
    year: csl.issued?.['date-parts'][0][0] ?? null,
    authors: csl.author,
    abstract: text?.kind === 'abstract' ? text.sections.map((section) => section.text).join('\n') : null,
    ...(text?.kind === 'snippet' ? { snippet: text.sections.map((section) => section.text).join('\n') } : {}),
    ...(csl.dated ? { dated: csl.dated } : {}),
    venue: csl['container-title'] ?? csl['event-title'] ?? null,
    type: csl.type,
    ...(standing ? { standing } : {}),
    ...(notice?.sure ? { notice } : {}),
    ids,
    url: csl.URL ?? null,
  }
}
