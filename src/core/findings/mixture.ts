import { type BoostedTrees, boostedScores } from '../engines/lexical/trees.ts'

/** A logistic regression over standardised features. */
export interface Linear {
  mean: number[]
  spread: number[]
  /** One weight a feature, and the bias. */
  weights: number[]
}

/** A linear model and boosted trees over the same features; their log-odds are averaged. */
export interface Mixture {
  linear: Linear
  trees: BoostedTrees[]
}

/** Log-odds of a row. */
export function mixtureOdds({ linear, trees }: Mixture, row: ArrayLike<number>): number {
  let boosted = 0
  for (const one of trees) {
    const [no, yes] = boostedScores(one, row)
    boosted += yes! - no!
  }
  return (Math.max(linearOdds(linear, row), floor) + Math.max(boosted / trees.length, floor)) / 2
}

/** Below this one model's doubt says nothing more. */
const floor = -12

/** Log-odds by a logistic regression alone. */
export function linearOdds({ mean, spread, weights }: Linear, row: ArrayLike<number>): number {
  let sum = weights[mean.length]!
  for (let at = 0; at < mean.length; at++) sum += (weights[at]! * (row[at]! - mean[at]!)) / spread[at]!
  return sum
}
