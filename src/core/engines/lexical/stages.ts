/** Logistic regression in two stages over the features of a pair: is it enough to say, and if so, does it refute? */
export interface Stages {
  /** Mean and spread by which each feature is brought to one measure. */
  mean: number[]
  spread: number[]
  /** A weight for each feature, and the constant at the end. */
  neutral: number[]
  refute: number[]
}

const furthest = 4

/** The features of a row by their distance from the mean in spreads, none further than four. */
export function standardised({ mean, spread }: Pick<Stages, 'mean' | 'spread'>, row: ArrayLike<number>): Float64Array {
  return Float64Array.from(mean, (middle, at) =>
    Math.max(-furthest, Math.min(furthest, (row[at]! - middle) / spread[at]!)),
  )
}

/** Probabilities of support, refutation and "not enough", from the features as `standardised` gives them. */
export function stagedProbabilities(stages: Stages, values: Float64Array): number[] {
  const neutral = logistic(stages.neutral, values)
  const refute = logistic(stages.refute, values)
  return [(1 - neutral) * (1 - refute), (1 - neutral) * refute, neutral]
}

function logistic(weights: readonly number[], values: Float64Array): number {
  let sum = weights[values.length]!
  for (let at = 0; at < values.length; at++) sum += weights[at]! * values[at]!
  return 1 / (1 + Math.exp(-sum))
}
