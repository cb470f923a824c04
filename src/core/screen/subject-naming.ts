import type { Paper } from '../../schemas/paper.ts'
import type { Facet } from '../../schemas/question.ts'
import { coverage } from './coverage.ts'

/** What a passage has of a subject that holds all words of its name, if apart; see {@link coverage}. */
const scattered = 0.8

/** How many papers name one of the subjects by any name, or hold all words of its own name in one passage. */
export function namingSubject(
  papers: readonly Paper[],
  subjects: readonly Facet[],
  weight: (stem: string) => number,
): number {
  const passages = papers.flatMap(({ csl, text }, of) =>
    [csl.title, ...(text?.sections ?? []).flatMap((section) => section.text.split(/(?<=[.;!?])\s+|\n+/u))].map(
      (title) => ({ title, abstract: '', of }),
    ),
  )
  const shares = subjects.map((subject) => coverage(passages, [subject], weight))
  const naming = passages.filter((_, at) => shares.some((share) => share[at]! >= scattered - 0.001))
  return new Set(naming.map(({ of }) => of)).size
}
