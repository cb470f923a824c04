import type { Question } from '../../../schemas/question.ts'

/** A criterion of a protocol by the name that an answer must give. */
export interface Criterion {
  name: string
  says: string
  kind: 'subject' | 'exclude'
  /** Names that say so. */
  terms: readonly string[]
}

/** The criteria of a question that a reader judges: its subjects and the topics that it leaves out. Years, types and languages are exact rules. */
export function criteriaOf({ facets, exclude }: Pick<Question, 'facets' | 'exclude'>): Criterion[] {
  return [
    ...facets
      .filter(({ role }) => role === 'subject')
      .map(({ id, label, terms }) => ({
        name: `subject:${id}`,
        says: `A record must be about ${label}`,
        kind: 'subject' as const,
        terms,
      })),
    ...exclude.map(({ id, reason, terms }) => ({
      name: `exclude:${id}`,
      says: reason,
      kind: 'exclude' as const,
      terms,
    })),
  ]
}
