/** A row to learn from: named features, the truth, and how much it counts. */
export interface SparseRow {
  features: ReadonlyMap<string, number>
  truth: boolean
  weight: number
}

/** How a feature is held back: the larger, the nearer its weight stays to 0. */
export type Penalty = (name: string) => number

/** Logistic regression over the named features with a quadratic penalty, by Adagrad over whole passes. Deterministic. */
export function fitSparse(
  rows: readonly SparseRow[],
  names: readonly string[],
  penalty: Penalty,
  steps = 800,
): Record<string, number> {
  const place = new Map(names.map((name, at) => [name, at]))
  const compiled = rows.map((row) => compile(row, place))
  const held = names.map(penalty)
  const weights = new Float64Array(names.length)
  const history = new Float64Array(names.length).fill(1)
  for (let step = 0; step < steps; step++) {
    const slope = slopeOf(compiled, weights)
    for (let at = 0; at < weights.length; at++) {
      const pull = slope[at]! - held[at]! * weights[at]!
      history[at]! += pull * pull
      weights[at]! += pull / Math.sqrt(history[at]!)
    }
  }
  return Object.fromEntries(names.map((name, at) => [name, weights[at]!]))
}

interface Compiled {
  places: Uint32Array
  values: Float64Array
  truth: number
  weight: number
}

function compile({ features, truth, weight }: SparseRow, place: ReadonlyMap<string, number>): Compiled {
  const known = [...features].filter(([name]) => place.has(name))
  return {
    places: Uint32Array.from(known, ([name]) => place.get(name)!),
    values: Float64Array.from(known, ([, value]) => value),
    truth: truth ? 1 : 0,
    weight,
  }
}

function slopeOf(rows: readonly Compiled[], weights: Float64Array): Float64Array {
  const slope = new Float64Array(weights.length)
  for (const { places, values, truth, weight } of rows) {
    let sum = 0
    for (let at = 0; at < places.length; at++) sum += weights[places[at]!]! * values[at]!
    const error = weight * (truth - 1 / (1 + Math.exp(-sum)))
    for (let at = 0; at < places.length; at++) slope[places[at]!]! += error * values[at]!
  }
  return slope
}
