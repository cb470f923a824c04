import { ceilings, reviewers } from '../../core/panel/index.ts'

/** A score, or the most that can be had, and what it says. */
export interface ScoreRow {
  score: string
  words: string
}

/** What a report is worth to a reader at each score. */
export const scoreRows: ScoreRow[] = [
  {
    score: '9 and 10',
    words:
      'Independent papers support most findings, registries were asked whether the papers stand, two or more databases were searched, and the limits of the search are told.',
  },
  {
    score: '8',
    words: 'Independent papers support a quarter of the findings or more, and every claim says what its paper says.',
  },
  { score: '7', words: 'Independent papers support a tenth of the findings or more. The rest are single reports.' },
  { score: '6', words: 'Some findings, three or more, are supported; nearly all rest on one paper each.' },
  {
    score: '5',
    words:
      'Hardly anything is corroborated: what papers say, quoted exactly, to be read as a list and not as an answer.',
  },
  {
    score: '3 and 4',
    words: 'It does not answer its question, rests on few papers alone, or says in places what its papers do not.',
  },
  { score: '1 and 2', words: 'Much of it is not what its papers say. It should not be relied on.' },
]

/** What holds a score down, the lowest first. */
export function ceilingRows(): ScoreRow[] {
  return ceilings.map(({ score, words }) => ({ score: String(score), words }))
}

/** The reviewers with the steps of their rubrics. */
export function reviewerRows(): { label: string; duty: string; steps: ScoreRow[] }[] {
  return reviewers.map(({ label, duty, rubric }) => ({
    label,
    duty,
    steps: rubric.map(({ score, words }) => ({ score: String(score), words })),
  }))
}
