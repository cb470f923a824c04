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
    venue: csl['container-title'] ?? csl['event-title'] ?? null,
    type: csl.type,
    ids,
    url: csl.URL ?? null,
  }
}
