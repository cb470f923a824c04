/** Rows of a sparse table: the places of the ones of each row, and values of dense columns behind them. */
export interface SparseRows {
  places: readonly (readonly number[])[]
  /** Number of places. */
  width: number
}

const memory = 8
const mostSteps = 80

/**
 * Logistic regression over sparse rows of ones, by limited-memory BFGS with a backtracking line search. Deterministic.
 * @param ridge strength with which weights are drawn to zero; the bias is free
 * @returns the weights, the bias last
 */
export function fitSparse(
  { places, width }: SparseRows,
  truth: readonly (boolean | number)[],
  ridge: number,
  weights?: readonly number[],
): Float64Array {
  const slope = (at: Float64Array, out: Float64Array): number => {
    out.fill(0)
    let loss = 0
    for (let row = 0; row < places.length; row++) {
      let sum = at[width]!
      for (const place of places[row]!) sum += at[place]!
      const y = Number(truth[row])
      const w = weights ? weights[row]! : 1
      loss += w * (Math.log1p(Math.exp(-Math.abs(sum))) + Math.max(sum, 0) - y * sum)
      const error = w * (1 / (1 + Math.exp(-sum)) - y)
      for (const place of places[row]!) out[place]! += error
      out[width]! += error
    }
    for (let i = 0; i < width; i++) {
      loss += 0.5 * ridge * at[i]! * at[i]!
      out[i]! += ridge * at[i]!
    }
    return loss
  }
  return minimise(slope, width + 1)
}

/** The least point of a smooth convex function of so many numbers. */
export function minimise(slope: (at: Float64Array, out: Float64Array) => number, size: number): Float64Array {
  let at = new Float64Array(size)
  let gradient = new Float64Array(size)
  let value = slope(at, gradient)
  const history: { s: Float64Array; y: Float64Array; rho: number }[] = []
  for (let step = 0; step < mostSteps; step++) {
    const direction = descent(gradient, history)
    let fall = dot(direction, gradient)
    if (!(fall < 0)) break
    let length = step === 0 ? Math.min(1, 1 / Math.sqrt(dot(gradient, gradient))) : 1
    let next = at
    let nextGradient = new Float64Array(size)
    let nextValue = value
    for (let tries = 0; tries < 25; tries++, length /= 2) {
      next = at.map((x, i) => x + length * direction[i]!)
      nextValue = slope(next, nextGradient)
      if (nextValue <= value + 1e-4 * length * fall) break
      fall = Math.min(fall, -1e-300)
    }
    if (!(nextValue < value)) break
    const s = next.map((x, i) => x - at[i]!)
    const y = nextGradient.map((x, i) => x - gradient[i]!)
    const sy = dot(s, y)
    if (sy > 1e-12) history.push({ s, y, rho: 1 / sy })
    if (history.length > memory) history.shift()
    const gain = value - nextValue
    at = next
    gradient = nextGradient
    nextGradient = new Float64Array(size)
    value = nextValue
    if (gain < 1e-6 * Math.abs(value)) break
  }
  return at
}

function descent(
  gradient: Float64Array,
  history: readonly { s: Float64Array; y: Float64Array; rho: number }[],
): Float64Array {
  const q = gradient.map((x) => -x)
  const alphas: number[] = []
  for (let k = history.length - 1; k >= 0; k--) {
    const { s, y, rho } = history[k]!
    const alpha = rho * dot(s, q)
    alphas[k] = alpha
    for (let i = 0; i < q.length; i++) q[i]! -= alpha * y[i]!
  }
  const last = history.at(-1)
  if (last) {
    const scale = 1 / (last.rho * dot(last.y, last.y))
    for (let i = 0; i < q.length; i++) q[i]! *= scale
  }
  for (const [k, { s, y, rho }] of history.entries()) {
    const beta = rho * dot(y, q)
    for (let i = 0; i < q.length; i++) q[i]! += (alphas[k]! - beta) * s[i]!
  }
  return q
}

function dot(one: Float64Array, other: Float64Array): number {
  let sum = 0
  for (let i = 0; i < one.length; i++) sum += one[i]! * other[i]!
  return sum
}
