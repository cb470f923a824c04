import type { Exact } from '../../../src/core/engines/engine.ts'
import { candidatePairs, type Pairs } from '../../../src/core/findings/candidates.ts'
import { type Close, closely } from '../../../src/core/findings/close-features.ts'
import { type Library, readLibrary } from '../../../src/core/findings/library.ts'
import { comparePairs, placesOfStatement, type Reader } from '../../../src/core/findings/links.ts'
import { independenceGroups } from '../../../src/core/papers/independence.ts'
import { type Label, type LabelledLibrary, labelsOf } from './gold.ts'
import { type StatementSet, statementPlaces } from './learn-statements.ts'

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
  /** The finding that both of a pair say, by its place; -1 where they say none together. */
  finding: number[]
  /** Group of each paper: papers of one group do not speak independently. */
  groups: string[]
  /** Looks at a pair closely. */
  look: (pair: number, link: Float64Array) => Close | null
}

/** Reads a labelled library into what is learned from. */
export function lessonOf(
  labelled: LabelledLibrary,
  { table, general }: Pick<Reader, 'table' | 'general'>,
  exact: Exact,
): Lesson {
  const library = readLibrary(labelled.papers, table, general)
  const pairs = candidatePairs(library)
  const { rows, statements } = comparePairs(library, pairs)
  const { said, result } = labelsOf(labelled, library)
  const places = library.statements.map((statement) => placesOfStatement(statement, statementPlaces))
  const groups = independenceGroups(library.papers)
  const both = (same: (a: string, b: string) => boolean) =>
    Array.from(pairs.first, (first, at) =>
      said[first]!.some((one) =>
        said[pairs.second[at]!]!.some((other) => one.finding === other.finding && same(one.stance, other.stance)),
      ),
    )
  return {
    name: labelled.name,
    ...{ library, pairs, rows },
    result: { places, rows: statements, truth: result },
    shared: { places, rows: statements, truth: said.map((own) => own.length > 0) },
    agrees: both((a, b) => a === b),
    finding: Array.from(pairs.first, (first, at) => commonOf(said[first]!, said[pairs.second[at]!]!)),
    groups: library.papers.map(({ id }) => groups.get(id)!),
    speaks: both(() => true),
    look: remembered(closely(library, pairs, rows, exact)),
  }
}

function commonOf(one: readonly Label[], other: readonly Label[]): number {
  const agreed = one.find((a) => other.some((b) => a.finding === b.finding && a.stance === b.stance))
  return agreed?.finding ?? -1
}

/** What a close look adds to the features of a pair is worked out once; only what is known of its statements changes. */
function remembered(look: Lesson['look']): Lesson['look'] {
  const known = new Map<number, (Omit<Close, 'features'> & { tail: Float64Array }) | null>()
  return (pair, link) => {
    const found = known.get(pair)
    if (found === null) return null
    if (found) return { ...found, features: Float64Array.of(...link, ...found.tail) }
    const made = look(pair, link)
    known.set(pair, made && { ...made, tail: made.features.slice(link.length) })
    return made
  }
}
