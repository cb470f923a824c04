import { type Layer, laidOut, runLayer } from '../../layer.ts'

/** Sizes of the network. */
export interface NetShape {
  /** Rows of the table of word vectors. */
  words: number
  /** Numbers per word; even. */
  width: number
  /** Marks per word (negation, direction and so on). */
  marks: number
  /** Features of the whole pair. */
  features: number
  /** Width of what is kept of those features. */
  digest: number
  hidden: number
  /** Outputs kept apart: claims, citing sentences, questions. */
  heads: number
}

/** One text as the network reads it. */
export interface NetText {
  /** Row of the word's vector. */
  ids: Int32Array
  /** Marks of each word, one after the other. */
  marks: Float64Array
  /** Share of each word in the means. */
  weights: Float64Array
}

export interface NetInput {
  claim: NetText
  evidence: NetText
  /** 1 where word i of the claim is word j of the evidence; row by row. */
  same: Uint8Array
  /** Features of the whole pair, brought to mean 0 and spread 1. */
  features: Float64Array
  head: number
}

const taps = 3
const classes = 3
type Part =
  | 'words'
  | 'marks'
  | 'start'
  | 'near'
  | 'nearStart'
  | 'match'
  | 'compare'
  | 'compareStart'
  | 'digest'
  | 'digestStart'
  | 'hidden'
  | 'hiddenStart'
  | 'out'
  | 'outStart'

/** Where each block of weights begins, in the order in which they are stored, and how many there are. */
export interface NetLayout {
  at: Readonly<Record<Part, number>>
  size: Readonly<Record<Part, number>>
  total: number
  layers: Readonly<{ near: Layer; compare: Layer; digest: Layer; hidden: readonly Layer[]; out: readonly Layer[] }>
}

const layouts = new WeakMap<NetShape, NetLayout>()

/** The layout of a network of this shape. */
export function netLayout(shape: NetShape): NetLayout {
  const known = layouts.get(shape)
  if (known) return known
  const { width: d, digest: q, hidden: m, heads } = shape
  const joined = 4 * d + q
  const size: Record<Part, number> = {
    words: shape.words * d,
    marks: shape.marks * d,
    start: d,
    near: taps * d * d,
    nearStart: d,
    match: 1,
    compare: (3 * d + 2) * d,
    compareStart: d,
    digest: shape.features * q,
    digestStart: q,
    hidden: heads * joined * m,
    hiddenStart: heads * m,
    out: heads * m * classes,
    outStart: heads * classes,
  }
  const { at, total } = laidOut(size)
  const layer = (
    part: 'near' | 'compare' | 'digest' | 'hidden' | 'out',
    inputs: number,
    outputs: number,
    head = 0,
  ) => ({
    weights: at[part] + head * inputs * outputs,
    starts: at[`${part}Start`] + head * outputs,
    inputs,
    outputs,
  })
  const each = (part: 'hidden' | 'out', inputs: number, outputs: number) =>
    Array.from({ length: heads }, (_, head) => layer(part, inputs, outputs, head))
  const layers = {
    near: layer('near', taps * d, d),
    compare: layer('compare', 3 * d + 2, d),
    digest: layer('digest', shape.features, q),
    hidden: each('hidden', joined, m),
    out: each('out', m, classes),
  }
  const layout = { at, size, total, layers }
  layouts.set(shape, layout)
  return layout
}

/** One text on its way through the network. */
export interface NetSide {
  n: number
  /** Word vectors with their marks, an empty one before the first and after the last. */
  h: Float64Array
  /** The same with what their neighbours add. */
  g: Float64Array
  /** What the neighbours add. */
  r: Float64Array
  /** What the other text has for each word. */
  a: Float64Array
  /** 1 where the other text has the word. */
  found: Float64Array
  /** What is compared, word by word: its vector, what the other has for it, their product, whether it is found, its weight. */
  z: Float64Array
  /** The comparison of the two. */
  u: Float64Array
  /** Word with the largest number, for each of the numbers. */
  top: Int32Array
  mass: number
}

export interface NetState {
  claim: NetSide
  evidence: NetSide
  /** Shares of attention, from each word of the claim, and from each word of the evidence; both row by row of the claim. */
  toEvidence: Float64Array
  toClaim: Float64Array
  joined: Float64Array
  hidden: Float64Array
  scores: Float64Array
}

/** Factors for what is left out in training: absent where the network is used. */
export interface NetMasks {
  claim: Float64Array
  evidence: Float64Array
  joined: Float64Array
}

/**
 * A small network of decomposable attention (Parikh et al. 2016, https://aclanthology.org/D16-1244) over two texts: each
 * word looks for its like in the other text, the two are compared, and what the comparisons say is joined with the
 * features of the pair. Gives the scores of the classes with all steps between.
 */
export function runNet(shape: NetShape, weights: Float64Array, input: NetInput, masks?: NetMasks): NetState {
  const { at, layers } = netLayout(shape)
  const { width: d, digest: q, hidden: m } = shape
  const claim = readSide(shape, weights, input.claim, masks?.claim)
  const evidence = readSide(shape, weights, input.evidence, masks?.evidence)
  const { toEvidence, toClaim } = attend(input, claim, evidence, weights[at.match]!, d)
  const joined = new Float64Array(4 * d + q)
  compareSide(shape, weights, input.claim, claim, joined, 0)
  compareSide(shape, weights, input.evidence, evidence, joined, 2 * d)
  runLayer(layers.digest, weights, input.features, 0, joined, 4 * d)
  for (let k = 4 * d; k < joined.length; k++) if (joined[k]! < 0) joined[k] = 0
  if (masks) for (let k = 0; k < joined.length; k++) joined[k]! *= masks.joined[k]!
  const hidden = new Float64Array(m)
  runLayer(layers.hidden[input.head]!, weights, joined, 0, hidden, 0)
  for (let k = 0; k < m; k++) if (hidden[k]! < 0) hidden[k] = 0
  const scores = new Float64Array(classes)
  runLayer(layers.out[input.head]!, weights, hidden, 0, scores, 0)
  return { claim, evidence, toEvidence, toClaim, joined, hidden, scores }
}

/** Lets each word look for its like in the other text; what it finds is written to the sides. */
function attend(input: NetInput, claim: NetSide, evidence: NetSide, match: number, d: number) {
  const [nc, ne] = [claim.n, evidence.n]
  const toEvidence = new Float64Array(nc * ne)
  const scale = 1 / Math.sqrt(d)
  for (let i = 0; i < nc; i++) {
    for (let j = 0; j < ne; j++) {
      const [a, b] = [(i + 1) * d, (j + 1) * d]
      let one = 0
      let two = 0
      for (let k = 0; k < d; k += 2) {
        one += claim.h[a + k]! * evidence.h[b + k]!
        two += claim.h[a + k + 1]! * evidence.h[b + k + 1]!
      }
      const same = input.same[i * ne + j]!
      if (same) claim.found[i] = evidence.found[j] = 1
      toEvidence[i * ne + j] = (one + two) * scale + (same ? match : 0)
    }
  }
  const toClaim = toEvidence.slice()
  for (let i = 0; i < nc; i++) shares(toEvidence, i * ne, 1, ne)
  for (let j = 0; j < ne; j++) shares(toClaim, j, ne, nc)
  for (let i = 0; i < nc; i++) {
    for (let j = 0; j < ne; j++) {
      const there = toEvidence[i * ne + j]!
      const back = toClaim[i * ne + j]!
      for (let k = 0; k < d; k++) {
        claim.a[i * d + k]! += there * evidence.g[j * d + k]!
        evidence.a[j * d + k]! += back * claim.g[i * d + k]!
      }
    }
  }
  return { toEvidence, toClaim }
}

function readSide(shape: NetShape, weights: Float64Array, text: NetText, mask?: Float64Array): NetSide {
  const { at, layers } = netLayout(shape)
  const { width: d, marks: f } = shape
  const n = text.ids.length
  const h = new Float64Array((n + 2) * d)
  for (let i = 0; i < n; i++) {
    const word = at.words + text.ids[i]! * d
    const row = (i + 1) * d
    for (let k = 0; k < d; k++) h[row + k] = weights[word + k]! + weights[at.start + k]!
    for (let j = 0; j < f; j++) {
      const mark = text.marks[i * f + j]!
      if (mark !== 0) for (let k = 0; k < d; k++) h[row + k]! += mark * weights[at.marks + j * d + k]!
    }
    for (let k = 0; k < d; k++) {
      const x = h[row + k]!
      h[row + k] = (x / (1 + Math.abs(x))) * (mask ? mask[i * d + k]! : 1)
    }
  }
  const r = new Float64Array(n * d)
  const g = new Float64Array(n * d)
  for (let i = 0; i < n; i++) runLayer(layers.near, weights, h, i * d, r, i * d)
  for (let i = 0; i < g.length; i++) {
    if (r[i]! < 0) r[i] = 0
    g[i] = h[d + i]! + r[i]!
  }
  return {
    n,
    h,
    g,
    r,
    a: new Float64Array(n * d),
    found: new Float64Array(n),
    z: new Float64Array(n * (3 * d + 2)),
    u: new Float64Array(n * d),
    top: new Int32Array(d),
    mass: 0,
  }
}

function shares(values: Float64Array, from: number, step: number, n: number): void {
  let most = Number.NEGATIVE_INFINITY
  for (let i = 0; i < n; i++) most = Math.max(most, values[from + i * step]!)
  let sum = 0
  for (let i = 0; i < n; i++) {
    const raised = Math.exp(values[from + i * step]! - most)
    values[from + i * step] = raised
    sum += raised
  }
  for (let i = 0; i < n; i++) values[from + i * step]! /= sum
}

/** Compares each word with what it found, and writes the weighted mean and the largest of each number. */
function compareSide(
  shape: NetShape,
  weights: Float64Array,
  text: NetText,
  side: NetSide,
  joined: Float64Array,
  to: number,
): void {
  const { compare } = netLayout(shape).layers
  const { width: d } = shape
  const { u, g, a, z, n } = side
  side.mass = 0
  for (let k = 0; k < d; k++) joined[to + d + k] = Number.NEGATIVE_INFINITY
  for (let i = 0; i < n; i++) {
    const row = i * compare.inputs
    for (let j = 0; j < d; j++) {
      const mine = g[i * d + j]!
      const theirs = a[i * d + j]!
      z[row + j] = mine
      z[row + d + j] = theirs
      z[row + 2 * d + j] = mine * theirs
    }
    z[row + 3 * d] = side.found[i]!
    z[row + 3 * d + 1] = text.weights[i]!
    runLayer(compare, weights, z, row, u, i * d)
    const share = text.weights[i]! + 0.05
    side.mass += share
    for (let k = 0; k < d; k++) {
      if (u[i * d + k]! < 0) u[i * d + k] = 0
      const value = u[i * d + k]!
      joined[to + k]! += share * value
      if (value > joined[to + d + k]!) {
        joined[to + d + k] = value
        side.top[k] = i
      }
    }
  }
  for (let k = 0; k < d; k++) joined[to + k]! /= side.mass
}
