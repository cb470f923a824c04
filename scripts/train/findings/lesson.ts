import type { Pairs } from '../../../src/core/findings/candidates.ts'
import type { Close } from '../../../src/core/findings/close-features.ts'
import type { Library } from '../../../src/core/findings/library.ts'
import type { StatementSet } from './learn-statements.ts'

/** A labelled library read for learning. */
export interface Lesson {
  name: string
  library: Library
  pairs: Pairs
  rows: Float64Array[]
  result: StatementSet
  shared: StatementSet
  /** Of each pair: the two say the same; one says or denies what the other says. */
  agrees: boolean[]
  speaks: boolean[]
  /** Looks at a pair closely. */
  look: (pair: number, link: Float64Array) => Close
}
