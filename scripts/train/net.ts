import {
  type NetInput,
  type NetMasks,
  type NetShape,
  type NetSide,
  type NetText,
  netLayout,
  runNet,
} from '../../src/core/engines/lexical/net.ts'
import { softmax } from '../../src/core/engines/lexical/trees.ts'
import { seededRandom } from '../evaluate/random.ts'
import { adamW, backLayer, type DescentSettings, maskOf, normal, oneCycle, shuffle } from './descent.ts'

export interface NetSettings extends DescentSettings {
  epochs: number
  batch: number
  /** Share of numbers left out between words, and before the last layers. */
  dropWords: number
  dropJoined: number
  smoothing: number
  seed: number
}

export interface NetExample {
  input: NetInput
  label: number
  weight: number
}

const classes = 3
const taps = 3
const spreadOfWords = 0.3

/**
 * Trains the network with AdamW and a one-cycle schedule. Deterministic for a seed.
 * @param known vectors of spread one from which the first words start
 */
export function trainNet(
  shape: NetShape,
  examples: readonly NetExample[],
  settings: NetSettings,
  known: ArrayLike<number> = [],
): Float64Array {
  const random = seededRandom(settings.seed)
  const weights = startingWeights(shape, random)
  const { words } = netLayout(shape).at
  for (let i = 0; i < known.length; i++) weights[words + i] = spreadOfWords * known[i]!
  const optimiser = adamW(weights, settings)
  const gradient = new Float64Array(weights.length)
  const order = examples.map((_, at) => at)
  const steps = settings.epochs * Math.ceil(examples.length / settings.batch)
  let step = 0
  for (let epoch = 0; epoch < settings.epochs; epoch++) {
    shuffle(order, random)
    for (let from = 0; from < order.length; from += settings.batch) {
      const batch = order.slice(from, from + settings.batch).map((at) => examples[at]!)
      const total = batch.reduce((sum, one) => sum + one.weight, 0)
      gradient.fill(0)
      for (const { input, label, weight } of batch) {
        const masks = masksFor(shape, input, settings, random)
        addGradient(shape, weights, input, masks, label, weight / total, settings.smoothing, gradient)
      }
      optimiser(gradient, oneCycle(step++ / steps))
    }
  }
  return weights
}

/** Adds the slope of the loss of one example; returns the loss. */
export function addGradient(
  shape: NetShape,
  weights: Float64Array,
  input: NetInput,
  masks: NetMasks | undefined,
  label: number,
  weight: number,
  smoothing: number,
  gradient: Float64Array,
): number {
  const { layers } = netLayout(shape)
  const { width: d, digest: q, hidden: m } = shape
  const state = runNet(shape, weights, input, masks)
  const { claim, evidence, joined, hidden } = state
  const p = softmax([...state.scores])
  const wanted = p.map((_, k) => (k === label ? 1 - smoothing : 0) + smoothing / classes)
  const dScores = Float64Array.from(p, (value, k) => weight * (value - wanted[k]!))
  const dHidden = new Float64Array(m)
  backLayer(layers.out[input.head]!, weights, hidden, 0, dScores, 0, dHidden, 0, gradient)
  for (let k = 0; k < m; k++) if (hidden[k]! <= 0) dHidden[k] = 0
  const dJoined = new Float64Array(joined.length)
  backLayer(layers.hidden[input.head]!, weights, joined, 0, dHidden, 0, dJoined, 0, gradient)
  if (masks) for (let f = 0; f < dJoined.length; f++) dJoined[f]! *= masks.joined[f]!
  for (let k = 0; k < q; k++) if (joined[4 * d + k]! <= 0) dJoined[4 * d + k] = 0
  backLayer(layers.digest, weights, input.features, 0, dJoined, 4 * d, null, 0, gradient)
  const mine = backCompare(shape, weights, input.claim, claim, dJoined, 0, gradient)
  const theirs = backCompare(shape, weights, input.evidence, evidence, dJoined, 2 * d, gradient)
  const dClaim = new Float64Array(claim.h.length)
  const dEvidence = new Float64Array(evidence.h.length)
  backAttention(shape, input, state, mine, theirs, dClaim, dEvidence, gradient)
  backRead(shape, weights, input.claim, claim, mine.g, dClaim, masks?.claim, gradient)
  backRead(shape, weights, input.evidence, evidence, theirs.g, dEvidence, masks?.evidence, gradient)
  return -wanted.reduce((sum, share, k) => sum + share * Math.log(Math.max(p[k]!, 1e-12)), 0) * weight
}

interface Slopes {
  g: Float64Array
  a: Float64Array
}

function backCompare(
  shape: NetShape,
  weights: Float64Array,
  text: NetText,
  side: NetSide,
  dJoined: Float64Array,
  from: number,
  gradient: Float64Array,
): Slopes {
  const { compare } = netLayout(shape).layers
  const { width: d } = shape
  const { n, u, g, a, z } = side
  const back = { g: new Float64Array(n * d), a: new Float64Array(n * d) }
  const dU = new Float64Array(d)
  const dZ = new Float64Array(compare.inputs)
  for (let i = 0; i < n; i++) {
    const share = (text.weights[i]! + 0.05) / side.mass
    for (let k = 0; k < d; k++) {
      const value = share * dJoined[from + k]! + (side.top[k] === i ? dJoined[from + d + k]! : 0)
      dU[k] = u[i * d + k]! > 0 ? value : 0
    }
    dZ.fill(0)
    backLayer(compare, weights, z, i * compare.inputs, dU, 0, dZ, 0, gradient)
    for (let j = 0; j < d; j++) {
      back.g[i * d + j] = dZ[j]! + a[i * d + j]! * dZ[2 * d + j]!
      back.a[i * d + j] = dZ[d + j]! + g[i * d + j]! * dZ[2 * d + j]!
    }
  }
  return back
}

function backAttention(
  shape: NetShape,
  input: NetInput,
  { claim, evidence, toEvidence, toClaim }: ReturnType<typeof runNet>,
  mine: Slopes,
  theirs: Slopes,
  dClaim: Float64Array,
  dEvidence: Float64Array,
  gradient: Float64Array,
): void {
  const { at } = netLayout(shape)
  const { width: d } = shape
  const [nc, ne] = [claim.n, evidence.n]
  const scale = 1 / Math.sqrt(d)
  const dThere = new Float64Array(nc * ne)
  const dBack = new Float64Array(nc * ne)
  for (let i = 0; i < nc; i++) {
    for (let j = 0; j < ne; j++) {
      const there = toEvidence[i * ne + j]!
      const back = toClaim[i * ne + j]!
      let one = 0
      let other = 0
      for (let k = 0; k < d; k++) {
        const a = mine.a[i * d + k]!
        const b = theirs.a[j * d + k]!
        one += a * evidence.g[j * d + k]!
        other += b * claim.g[i * d + k]!
        theirs.g[j * d + k]! += there * a
        mine.g[i * d + k]! += back * b
      }
      dThere[i * ne + j] = one
      dBack[i * ne + j] = other
    }
  }
  backShares(toEvidence, dThere, nc, ne, ne, 1)
  backShares(toClaim, dBack, ne, nc, 1, ne)
  let match = 0
  for (let i = 0; i < nc; i++) {
    for (let j = 0; j < ne; j++) {
      const slope = dThere[i * ne + j]! + dBack[i * ne + j]!
      if (input.same[i * ne + j]) match += slope
      const scaled = slope * scale
      for (let k = 0; k < d; k++) {
        dClaim[(i + 1) * d + k]! += scaled * evidence.h[(j + 1) * d + k]!
        dEvidence[(j + 1) * d + k]! += scaled * claim.h[(i + 1) * d + k]!
      }
    }
  }
  gradient[at.match]! += match
}

/** Turns slopes of shares into slopes of the scores before them, in place. */
function backShares(p: Float64Array, slope: Float64Array, rows: number, n: number, stride: number, step: number): void {
  for (let row = 0; row < rows; row++) {
    let mean = 0
    for (let i = 0; i < n; i++) mean += p[row * stride + i * step]! * slope[row * stride + i * step]!
    for (let i = 0; i < n; i++) {
      const at = row * stride + i * step
      slope[at] = p[at]! * (slope[at]! - mean)
    }
  }
}

function backRead(
  shape: NetShape,
  weights: Float64Array,
  text: NetText,
  { n, h, r }: NetSide,
  dG: Float64Array,
  dH: Float64Array,
  mask: Float64Array | undefined,
  gradient: Float64Array,
): void {
  const { at, layers } = netLayout(shape)
  const { width: d, marks: f } = shape
  for (let i = 0; i < n * d; i++) {
    dH[d + i]! += dG[i]!
    if (r[i]! <= 0) dG[i] = 0
  }
  for (let i = 0; i < n; i++) backLayer(layers.near, weights, h, i * d, dG, i * d, dH, i * d, gradient)
  for (let i = 0; i < n; i++) {
    const word = at.words + text.ids[i]! * d
    const row = (i + 1) * d
    for (let k = 0; k < d; k++) {
      const factor = mask ? mask[i * d + k]! : 1
      const slope = factor === 0 ? 0 : dH[row + k]! * factor * (1 - Math.abs(h[row + k]! / factor)) ** 2
      dH[row + k] = slope
      gradient[word + k]! += slope
      gradient[at.start + k]! += slope
    }
    for (let j = 0; j < f; j++) {
      const mark = text.marks[i * f + j]!
      if (mark !== 0) for (let k = 0; k < d; k++) gradient[at.marks + j * d + k]! += mark * dH[row + k]!
    }
  }
}

/** Random weights of a spread that keeps the size of what passes through. */
export function startingWeights(shape: NetShape, random: () => number): Float64Array {
  const { at, size, total } = netLayout(shape)
  const { width: d, digest: q } = shape
  const weights = new Float64Array(total)
  const spread = {
    words: spreadOfWords,
    marks: 0.4,
    near: Math.sqrt(1 / (taps * d)),
    compare: Math.sqrt(2 / (3 * d)),
    digest: Math.sqrt(1 / shape.features),
    hidden: Math.sqrt(2 / (4 * d + q)),
    out: Math.sqrt(1 / shape.hidden),
  }
  for (const [part, value] of Object.entries(spread) as [keyof typeof spread, number][])
    for (let i = 0; i < size[part]; i++) weights[at[part] + i] = value * normal(random)
  weights[at.match] = 3
  return weights
}

function masksFor(
  shape: NetShape,
  { claim, evidence }: NetInput,
  { dropWords, dropJoined }: NetSettings,
  random: () => number,
): NetMasks {
  return {
    claim: maskOf(claim.ids.length * shape.width, dropWords, random),
    evidence: maskOf(evidence.ids.length * shape.width, dropWords, random),
    joined: maskOf(4 * shape.width + shape.digest, dropJoined, random),
  }
}
