import type { Linear, Mixture } from '../../../src/core/findings/mixture.ts'
import { type BoostSettings, trainBoosted } from '../boost.ts'
import { scalingOf } from '../logistic.ts'
import { minimise } from './sparse-logistic.ts'

export interface Labelled {
  rows: readonly Float64Array[]
  truth: readonly boolean[]
  weights: readonly number[]
}

/** Logistic regression over standardised features. */
export function fitLinear({ rows, truth, weights }: Labelled, ridge: number): Linear {
  const { mean, spread } = scalingOf(rows)
  const width = mean.length
  const values = rows.map((row) => Float64Array.from(row, (value, at) => (value - mean[at]!) / spread[at]!))
  const fitted = minimise((at, out) => {
    out.fill(0)
    let loss = 0
    for (const [k, row] of values.entries()) {
      let sum = at[width]!
      for (let j = 0; j < width; j++) sum += at[j]! * row[j]!
      const y = truth[k] ? 1 : 0
      const w = weights[k]!
      loss += w * (Math.log1p(Math.exp(-Math.abs(sum))) + Math.max(sum, 0) - y * sum)
      const error = w * (1 / (1 + Math.exp(-sum)) - y)
      for (let j = 0; j < width; j++) out[j]! += error * row[j]!
      out[width]! += error
    }
    for (let j = 0; j < width; j++) {
      loss += 0.5 * ridge * at[j]! * at[j]!
      out[j]! += ridge * at[j]!
    }
    return loss
  }, width + 1)
  return { mean: [...mean], spread: [...spread], weights: [...fitted].map((value) => Number(value.toFixed(5))) }
}

/** A linear model and trees from several seeds over the same rows. */
export function fitMixture(data: Labelled, ridge: number, trees: Omit<BoostSettings, 'seed'>, seeds: number): Mixture {
  return {
    linear: fitLinear(data, ridge),
    trees: Array.from({ length: seeds }, (_, seed) =>
      trainBoosted({ rows: data.rows, labels: data.truth.map(Number), weights: data.weights }, 2, {
        ...trees,
        seed: seed + 1,
      }),
    ),
  }
}
