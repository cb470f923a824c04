import type { QuestionState } from '../../core/question/state.ts'
import { type Verdict, verdicts } from '../../schemas/claim.ts'
import type { PaperEntry } from '../content/entries.ts'
import type { Listed } from '../content/site-index.ts'
import type { QuestionRow } from './question-list.ts'

/**
 * What the filters of long lists fetch on demand: tables instead of objects, since they hold every question or paper of
 * the site. Rows stand in the order of the list.
 */
export interface QuestionIndex {
  topics: string[]
  verdicts: Verdict[]
  /** Address below the base path, title, place of its topic, state, findings by verdict, papers, panel score, day, remarks. */
  rows: [
    slug: string,
    title: string,
    topic: number,
    state: QuestionState,
    findings: number[],
    papers: number,
    score: string | null,
    date: string,
    remarks: string,
  ][]
}

/** The columns of a reference: id, title, authors, year, venue, DOI, claims that name it, what its standing says. */
export type ReferenceIndex = [string, string, string, number | null, string, string | null, number, string][]

/** More references than this are searched on the search page: their index would be too long for a phone. */
export const mostIndexed = 20_000

/** Every question for the filter of the home page. */
export function questionIndex(rows: readonly QuestionRow[]): QuestionIndex {
  const topics = [...new Set(rows.map(({ topic }) => topic.name))]
  const places = new Map(topics.map((name, place) => [name, place]))
  return {
    topics,
    verdicts: [...verdicts],
    rows: rows.map(({ slug, title, topic, state, bar, papers, score, date, imported, approved }) => [
      ...([slug, title, places.get(topic.name)!, state.id] as const),
      verdicts.map((verdict) => bar.counts.find((one) => one.verdict === verdict)?.value ?? 0),
      ...([papers, score, date] as const),
      [imported ? 'Brought in' : '', approved ? '' : 'Not approved'].filter(Boolean).join(', '),
    ]),
  }
}

/** Every reference for the filter of the references page; null where there are too many. */
export function referenceIndex(
  papers: readonly Listed<PaperEntry>[],
  claimsOf: (id: string) => number,
): ReferenceIndex | null {
  if (papers.length > mostIndexed) return null
  return papers.map(({ id, title, authors, year, venue, doi, standing }) => [
    ...([id, title, authors, year, venue, doi, claimsOf(id), standing] as const),
  ])
}
