import directionWords from './lists/directions.json' with { type: 'json' }
import hedgeWords from './lists/hedges.json' with { type: 'json' }
import negationWords from './lists/negations.json' with { type: 'json' }
import relations from './lists/relations.json' with { type: 'json' }
import { rowsUnder, stemSet, wordSet } from './word-list.ts'

/** Words that turn what follows in their clause into its contrary. */
export const negations = wordSet(negationWords.anywhere, negationWords.clauses)

/** Words by which an author holds back. */
export const hedges = wordSet(hedgeWords.strong, hedgeWords.weak)

/** Hedges whose loss changes what a claim says; words such as "potential" are too often part of a name. */
export const strongHedges = wordSet(hedgeWords.strong)

/** Direction of a stem: 1 upward, -1 downward. */
export const directions: ReadonlyMap<string, 1 | -1> = new Map<string, 1 | -1>([
  ...[...directed('raising')].map((word): [string, 1 | -1] => [word, 1]),
  ...[...directed('lowering')].map((word): [string, 1 | -1] => [word, -1]),
])

/** Stems of verbs that say one thing brings another about. */
export const causal = stemSet(relations.causal)

/** Stems of words that only say two things go together. */
export const associational = stemSet(relations.associational)

/** Words after which another statement begins. */
export const clauseWords = wordSet(relations.clauses)

function directed(way: 'raising' | 'lowering'): ReadonlySet<string> {
  const { use: _use, source: _source, ...words } = directionWords
  return stemSet(rowsUnder(words, [way]))
}
