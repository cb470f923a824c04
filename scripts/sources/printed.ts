import type { SourceRecord } from '../../src/core/papers/record.ts'
import type { CslName, Ids } from '../../src/schemas/paper.ts'

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
  ids: Ids
  url: string | null
}

/** The parts of a record that `npm run parse` prints. A reading note is no abstract. */
export function printed({ csl, ids, text }: SourceRecord): PrintedRecord {
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
    ids,
    url: csl.URL ?? null,
  }
}
