import type { Clause } from './clauses.ts'
import type { Kind } from './kinds.ts'
import type { Phrase } from './phrase.ts'
import type { Word } from './word.ts'

/** What a concept is in a question: for whom or where, what is done or met, against what, and what comes of it. */
export type Part = 'population' | 'exposure' | 'comparator' | 'outcome'

/** Where a phrase stands in its clause. */
export interface Place {
  phrase: Phrase
  clause: Clause
  words: readonly Word[]
  kind: Kind
  /** Words just before it, the nearest first, articles passed over. */
  before: readonly string[]
  previous: Phrase | undefined
  /** The part of the phrase before it in the clause. */
  last: Part | undefined
}
