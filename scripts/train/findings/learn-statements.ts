import { placeGrams, sentenceGrams } from '../../../src/core/findings/grams.ts'
import { type HashedWeights, packHashed, placesOf, unpackHashed } from '../../../src/core/findings/hashed.ts'
import type { Statement } from '../../../src/core/findings/library.ts'
import { type Mixture, mixtureOdds } from '../../../src/core/findings/mixture.ts'
import { fitMixture } from './fit-mixture.ts'
import { fitSparse } from './sparse-logistic.ts'

export const statementPlaces = 1 << 13

/** What says of a statement whether it is of a kind: its words, and what is measured of it. */
export interface StatementModel {
  words: HashedWeights
  mixture: Mixture
}

/** Statements of one library ready to learn from. */
export interface StatementSet {
  places: number[][]
  rows: Float64Array[]
  truth: boolean[]
}

export function placesOfStatement(statement: Statement): number[] {
  const { analysis, place, of, heading } = statement
  return placesOf([...sentenceGrams(analysis), ...placeGrams(place, of, heading)], statementPlaces)
}

const wordRidge = 15
const settings = { rounds: 70, depth: 3, rate: 0.08, rows: 0.7, features: 0.4, minWeight: 2, ridge: 5 }

/** Learns from several libraries; the score by words that the rest sees comes from models that had not seen the library. */
export function learnStatements(sets: readonly StatementSet[]): StatementModel {
  const unseen = sets.map((set, at) => {
    const score = unpackHashed(fitWords(sets.filter((_, other) => other !== at)))
    return set.places.map(score)
  })
  const rows = sets.flatMap((set, at) => set.rows.map((row, k) => Float64Array.of(...row, unseen[at]![k]!)))
  const truth = sets.flatMap(({ truth: own }) => own)
  return {
    words: fitWords(sets),
    mixture: fitMixture({ rows, truth, weights: truth.map(() => 1) }, 20, settings, 2),
  }
}

function fitWords(sets: readonly StatementSet[]): HashedWeights {
  const truth = sets.flatMap((set) => set.truth)
  const fitted = fitSparse({ places: sets.flatMap(({ places }) => places), width: statementPlaces }, truth, wordRidge)
  return packHashed(fitted.subarray(0, statementPlaces), fitted[statementPlaces]!)
}

/** Log-odds of the statements of a library. */
export function scoreStatements({ words, mixture }: StatementModel, set: Omit<StatementSet, 'truth'>): Float64Array {
  const score = unpackHashed(words)
  return Float64Array.from(set.rows, (row, at) => mixtureOdds(mixture, Float64Array.of(...row, score(set.places[at]!))))
}
