import {
  type Reading,
  readStates,
  type TaggerInput,
  type TaggerLayout,
  type TaggerMasks,
  type TaggerShape,
  type TaggerStates,
  taggerLayout,
} from '../../../src/core/frames/tagger/tagger.ts'
import type { Layer } from '../../../src/core/layer.ts'
import { seededRandom } from '../../evaluate/random.ts'
import { adamW, backLayer, type DescentSettings, maskOf, normal, oneCycle, shuffle } from '../descent.ts'
import { addChainSlopes } from './chain-slopes.ts'

export interface TaggerSettings extends DescentSettings {
  epochs: number
  batch: number
  /** Share of numbers left out. */
  drop: number
  seed: number
}

/** A sentence with the label of each word. */
export interface TaggedSentence {
  input: TaggerInput
  labels: readonly number[]
}

/** Trains the tagger with AdamW and a one-cycle schedule. Deterministic for a seed. */
export function learnTagger(
  shape: TaggerShape,
  sentences: readonly TaggedSentence[],
  settings: TaggerSettings,
  log: (line: string) => void = () => {},
): Float64Array {
  const random = seededRandom(settings.seed)
  const layout = taggerLayout(shape)
  const weights = startingWeights(shape, layout, random)
  const optimiser = adamW(weights, settings)
  const gradient = new Float64Array(weights.length)
  const order = [...sentences]
  const steps = settings.epochs * Math.ceil(order.length / settings.batch)
  let step = 0
  for (let epoch = 0; epoch < settings.epochs; epoch++) {
    shuffle(order, random)
    let loss = 0
    for (let from = 0; from < order.length; from += settings.batch) {
      const batch = order.slice(from, from + settings.batch)
      gradient.fill(0)
      for (const one of batch) loss += addGradient(shape, layout, weights, one, settings.drop, random, gradient)
      for (let k = 0; k < gradient.length; k++) gradient[k]! /= batch.length
      optimiser(gradient, oneCycle(step++ / steps))
    }
    log(`pass ${epoch + 1} of ${settings.epochs}: loss ${(loss / order.length).toFixed(3)}`)
  }
  return weights
}

/** Random weights of a spread that keeps the size of what passes through; at first everything is kept in mind. */
function startingWeights(
  { width: d, hidden: m }: TaggerShape,
  { at, size, total }: TaggerLayout,
  random: () => number,
): Float64Array {
  const weights = new Float64Array(total)
  const spread = { clues: 0.1, vector: 0.15, forth: 1 / Math.sqrt(d + m), back: 1 / Math.sqrt(d + m), out: 0.08 }
  for (const [block, value] of Object.entries(spread) as [keyof typeof spread, number][])
    for (let k = 0; k < size[block]; k++) weights[at[block] + k] = value * normal(random)
  for (const start of [at.forthStart, at.backStart]) weights.fill(1, start + m, start + 2 * m)
  return weights
}

/** Adds the slope of the loss of one sentence; returns the loss. */
export function addGradient(
  shape: TaggerShape,
  layout: TaggerLayout,
  weights: Float64Array,
  { input, labels }: TaggedSentence,
  drop: number,
  random: () => number,
  gradient: Float64Array,
): number {
  const { vector, width: d, hidden: m } = shape
  const { at, layers } = layout
  const n = labels.length
  if (n === 0) return 0
  const masks: TaggerMasks | undefined =
    drop > 0
      ? {
          vectors: maskOf(n * vector, drop, random),
          words: maskOf(n * d, drop, random),
          kept: maskOf(n * 2 * m, drop, random),
        }
      : undefined
  const states = readStates(shape, layout, weights, input, masks)
  const dScores = new Float64Array(n * shape.labels)
  const steps = weights.subarray(at.steps, at.steps + shape.labels ** 2)
  const loss = addChainSlopes(
    states.scores,
    steps,
    labels,
    dScores,
    gradient.subarray(at.steps, at.steps + steps.length),
  )
  const dTold = new Float64Array(n * 2 * m)
  for (let i = 0; i < n; i++)
    backLayer(layers.out, weights, states.told, i * 2 * m, dScores, i * shape.labels, dTold, i * 2 * m, gradient)
  if (masks) for (let k = 0; k < dTold.length; k++) dTold[k]! *= masks.kept[k]!
  const dWords = new Float64Array(n * d)
  const [dForth, dBack] = [new Float64Array(n * m), new Float64Array(n * m)]
  for (let i = 0; i < n; i++)
    for (let k = 0; k < m; k++) {
      dForth[i * m + k] = dTold[i * 2 * m + k]!
      dBack[(n - 1 - i) * m + k] = dTold[i * 2 * m + m + k]!
    }
  backReading(shape, layers.forth, weights, states.forth, dForth, dWords, false, gradient)
  backReading(shape, layers.back, weights, states.back, dBack, dWords, true, gradient)
  backWords(shape, layout, weights, input, states, masks, dWords, gradient)
  return loss
}

/** Back through one reader in time; what its weights and words are told is added up when all slopes of its gates are known. */
function backReading(
  { width: d, hidden: m }: TaggerShape,
  layer: TaggerLayout['layers']['forth'],
  weights: Float64Array,
  { inputs, gates, memory }: Reading,
  dTold: Float64Array,
  dWords: Float64Array,
  reversed: boolean,
  gradient: Float64Array,
): void {
  const n = dTold.length / m
  const dMemory = new Float64Array(m)
  const dGates = new Float64Array(n * 4 * m)
  const dBefore = new Float64Array(m)
  for (let t = n - 1; t >= 0; t--) {
    for (let k = 0; k < m; k++) {
      const g = t * 4 * m + k
      const [into, keep, fresh, out] = [gates[g]!, gates[g + m]!, gates[g + 2 * m]!, gates[g + 3 * m]!]
      const bent = Math.tanh(memory[t * m + k]!)
      const slope = dTold[t * m + k]! + dBefore[k]!
      dMemory[k]! += slope * out * (1 - bent * bent)
      const before = t > 0 ? memory[(t - 1) * m + k]! : 0
      dGates[g] = dMemory[k]! * fresh * into * (1 - into)
      dGates[g + m] = dMemory[k]! * before * keep * (1 - keep)
      dGates[g + 2 * m] = dMemory[k]! * into * (1 - fresh * fresh)
      dGates[g + 3 * m] = slope * bent * out * (1 - out)
      dMemory[k]! *= keep
    }
    dBefore.fill(0)
    addBack(layer, weights, dGates, t * 4 * m, { first: d, count: m }, dBefore, 0)
  }
  for (let t = 0; t < n; t++)
    addBack(layer, weights, dGates, t * 4 * m, { first: 0, count: d }, dWords, (reversed ? n - 1 - t : t) * d)
  addOuter(layer, dGates, inputs, gradient)
}

/** Adds what slopes of a layer's outputs mean for some of its inputs, four outputs at a time. */
function addBack(
  { weights: at, inputs, outputs }: Layer,
  weights: Float64Array,
  slopes: Float64Array,
  from: number,
  { first, count }: { first: number; count: number },
  into: Float64Array,
  to: number,
): void {
  for (let k = 0; k < outputs; k += 4) {
    const [one, two, three, four] = [
      slopes[from + k]!,
      slopes[from + k + 1]!,
      slopes[from + k + 2]!,
      slopes[from + k + 3]!,
    ]
    const a1 = at + k * inputs + first
    const a2 = a1 + inputs
    const a3 = a2 + inputs
    const a4 = a3 + inputs
    for (let j = 0; j < count; j++)
      into[to + j]! +=
        weights[a1 + j]! * one + weights[a2 + j]! * two + weights[a3 + j]! * three + weights[a4 + j]! * four
  }
}

/** Adds what slopes of a layer's outputs mean for its weights; a row of weights is taken through all words before the next. */
function addOuter(
  { weights: at, starts, inputs, outputs }: Layer,
  slopes: Float64Array,
  input: Float64Array,
  gradient: Float64Array,
): void {
  const n = slopes.length / outputs
  for (let k = 0; k < outputs; k++) {
    const row = at + k * inputs
    let t = 0
    for (; t + 3 < n; t += 4) {
      const s = t * outputs + k
      const [one, two, three, four] = [
        slopes[s]!,
        slopes[s + outputs]!,
        slopes[s + 2 * outputs]!,
        slopes[s + 3 * outputs]!,
      ]
      const x1 = t * inputs
      const x2 = x1 + inputs
      const x3 = x2 + inputs
      const x4 = x3 + inputs
      for (let j = 0; j < inputs; j++)
        gradient[row + j]! +=
          input[x1 + j]! * one + input[x2 + j]! * two + input[x3 + j]! * three + input[x4 + j]! * four
      gradient[starts + k]! += one + two + three + four
    }
    for (; t < n; t++) {
      const slope = slopes[t * outputs + k]!
      for (let j = 0; j < inputs; j++) gradient[row + j]! += input[t * inputs + j]! * slope
      gradient[starts + k]! += slope
    }
  }
}

function backWords(
  { vector, width: d }: TaggerShape,
  { at, layers }: TaggerLayout,
  weights: Float64Array,
  { clues }: TaggerInput,
  { n, vectors, words }: TaggerStates,
  masks: TaggerMasks | undefined,
  dWords: Float64Array,
  gradient: Float64Array,
): void {
  for (let k = 0; k < n * d; k++) dWords[k] = words[k]! > 0 ? dWords[k]! * (masks?.words[k] ?? 1) : 0
  for (let i = 0; i < n; i++) {
    backLayer(layers.vector, weights, vectors, i * vector, dWords, i * d, null, 0, gradient)
    for (const clue of clues[i]!) for (let k = 0; k < d; k++) gradient[at.clues + clue * d + k]! += dWords[i * d + k]!
  }
}
