import { type HashedWeights, packHashed, unpackHashed } from '../../../src/core/findings/hashed.ts'
import type { StatementModel } from '../../../src/core/findings/links.ts'
import { fitMixture } from './fit-mixture.ts'
import { fitSparse } from './sparse-logistic.ts'

export const statementPlaces = 1 << 13

/** Statements of one library ready to learn from. */
export interface StatementSet {
  places: readonly (readonly number[])[]
  rows: readonly Float64Array[]
  truth: readonly boolean[]
}

const wordRidge = 15
const settings = { rounds: 60, depth: 3, rate: 0.09, rows: 0.7, features: 0.4, minWeight: 2, ridge: 5 }

/** Parts in which libraries are left out while words are learned. */
const parts = 5

/** Learns from several libraries; the score by words that the rest sees comes from models that had not seen the library. */
export function learnStatements(sets: readonly StatementSet[]): StatementModel {
  const scores = Array.from({ length: Math.min(parts, sets.length) }, (_, part) =>
    unpackHashed(fitWords(sets.filter((_, at) => at % parts !== part))),
  )
  const unseen = sets.map((set, at) => set.places.map(scores[at % parts]!))
  const rows = sets.flatMap((set, at) => set.rows.map((row, k) => Float64Array.of(...row, unseen[at]![k]!)))
  const truth = sets.flatMap(({ truth: own }) => own)
  return {
    words: fitWords(sets),
    mixture: fitMixture({ rows, truth, weights: truth.map(() => 1) }, 20, settings, 1),
  }
}

function fitWords(sets: readonly StatementSet[]): HashedWeights {
  const truth = sets.flatMap((set) => set.truth)
  const fitted = fitSparse({ places: sets.flatMap(({ places }) => places), width: statementPlaces }, truth, wordRidge)
  return packHashed(fitted.subarray(0, statementPlaces), fitted[statementPlaces]!)
}
