import type { Layer } from '../../src/core/layer.ts'

/** How a network goes down its slope. */
export interface DescentSettings {
  /** Highest step of the one-cycle schedule. */
  rate: number
  decay: number
}

/** Adds what a layer's outputs' slopes mean for its weights and, where wanted, for its inputs. */
export function backLayer(
  { weights: at, starts, inputs, outputs }: Layer,
  weights: Float64Array,
  input: Float64Array,
  from: number,
  slopes: Float64Array,
  slopesFrom: number,
  dInput: Float64Array | null,
  dFrom: number,
  gradient: Float64Array,
): void {
  for (let k = 0; k < outputs; k++) {
    const slope = slopes[slopesFrom + k]!
    if (slope === 0) continue
    gradient[starts + k]! += slope
    const row = at + k * inputs
    for (let j = 0; j < inputs; j++) gradient[row + j]! += input[from + j]! * slope
    if (dInput) for (let j = 0; j < inputs; j++) dInput[dFrom + j]! += weights[row + j]! * slope
  }
}

/** AdamW (Loshchilov and Hutter 2019) with the slope clipped to the length two; takes a slope and the share of the highest step. */
export function adamW(weights: Float64Array, { rate, decay }: DescentSettings) {
  const first = new Float64Array(weights.length)
  const second = new Float64Array(weights.length)
  let t = 0
  return (gradient: Float64Array, share: number) => {
    t++
    let norm = 0
    for (let i = 0; i < gradient.length; i++) norm += gradient[i]! * gradient[i]!
    const clip = Math.min(1, 2 / Math.sqrt(norm + 1e-12))
    const step = rate * share
    const correct1 = 1 - 0.9 ** t
    const correct2 = 1 - 0.999 ** t
    for (let i = 0; i < weights.length; i++) {
      const g = gradient[i]! * clip
      first[i] = 0.9 * first[i]! + 0.1 * g
      second[i] = 0.999 * second[i]! + 0.001 * g * g
      weights[i]! -= step * (first[i]! / correct1 / (Math.sqrt(second[i]! / correct2) + 1e-8) + decay * weights[i]!)
    }
  }
}

/** Share of the highest step at a point of the training: up over the first three tenths, then down to nothing. */
export function oneCycle(done: number): number {
  return done < 0.3
    ? 0.04 + 0.96 * (0.5 - 0.5 * Math.cos((Math.PI * done) / 0.3))
    : 0.5 + 0.5 * Math.cos((Math.PI * (done - 0.3)) / 0.7)
}

/** A number of the normal distribution. */
export function normal(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
}

/** Factors that leave a share of numbers out and keep the sum of the others. */
export function maskOf(n: number, drop: number, random: () => number): Float64Array {
  const kept = 1 / (1 - drop)
  const mask = new Float64Array(n)
  for (let at = 0; at < n; at++) mask[at] = random() < drop ? 0 : kept
  return mask
}

/** Shuffles in place. */
export function shuffle<T>(values: T[], random: () => number): void {
  for (let i = values.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1))
    const kept = values[i]!
    values[i] = values[j]!
    values[j] = kept
  }
}
