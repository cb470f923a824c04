import { type Layer, laidOut, runLayer } from '../../layer.ts'

/** Sizes of the tagger. */
export interface TaggerShape {
  /** Clues that have a row of their own. */
  clues: number
  /** Numbers of a word's vector. */
  vector: number
  /** Numbers of a word as the two readers take it in */
  width: number
  /** Numbers that each reader keeps in mind */
  hidden: number
  labels: number
}

/** Words of a sentence as the tagger takes them in: rows of their clues, and their vectors. */
export interface TaggerInput {
  clues: readonly Int32Array[]
  /** Vectors of all words, one after the other; zeros where a word has none. */
  vectors: Float64Array
}

type Block = 'clues' | 'vector' | 'start' | 'forth' | 'forthStart' | 'back' | 'backStart' | 'out' | 'outStart' | 'steps'

/** Where each block of weights begins, in the order in which they are stored, and how many there are. */
export interface TaggerLayout {
  at: Readonly<Record<Block, number>>
  size: Readonly<Record<Block, number>>
  total: number
  layers: Readonly<Record<'vector' | 'forth' | 'back' | 'out', Layer>>
}

/** The layout of a tagger of this shape. */
export function taggerLayout({ clues, vector, width: d, hidden: m, labels }: TaggerShape): TaggerLayout {
  const size: Record<Block, number> = {
    clues: clues * d,
    vector: vector * d,
    start: d,
    forth: (d + m) * 4 * m,
    forthStart: 4 * m,
    back: (d + m) * 4 * m,
    backStart: 4 * m,
    out: 2 * m * labels,
    outStart: labels,
    steps: labels * labels,
  }
  const { at, total } = laidOut(size)
  const layer = (block: Block, start: Block, inputs: number, outputs: number) => ({
    weights: at[block],
    starts: at[start],
    inputs,
    outputs,
  })
  return {
    ...{ at, size, total },
    layers: {
      vector: layer('vector', 'start', vector, d),
      forth: layer('forth', 'forthStart', d + m, 4 * m),
      back: layer('back', 'backStart', d + m, 4 * m),
      out: layer('out', 'outStart', 2 * m, labels),
    },
  }
}

/** Numbers left out while learning, a factor for each: of vectors, of words taken in, of what the readers keep. */
export interface TaggerMasks {
  vectors: Float64Array
  words: Float64Array
  kept: Float64Array
}

/** One reader on its way through a sentence: its gates, what it keeps and what it tells, word by word in its own order. */
export interface Reading {
  /** Words taken in, each with what was told of the one before. */
  inputs: Float64Array
  gates: Float64Array
  memory: Float64Array
  told: Float64Array
}

/** A sentence on its way through the tagger. */
export interface TaggerStates {
  n: number
  vectors: Float64Array
  words: Float64Array
  forth: Reading
  back: Reading
  /** What both readers tell of each word. */
  told: Float64Array
  /** Score of each label for each word. */
  scores: Float64Array
}

/** Reads a sentence with two readers, from its front and from its end (long short-term memory, Hochreiter and Schmidhuber 1997). */
export function readStates(
  shape: TaggerShape,
  { at, layers }: TaggerLayout,
  weights: Float64Array,
  input: TaggerInput,
  masks?: TaggerMasks,
): TaggerStates {
  const { vector, width: d, hidden: m, labels } = shape
  const n = input.clues.length
  const vectors = masked(input.vectors, masks?.vectors)
  const words = new Float64Array(n * d)
  for (let i = 0; i < n; i++) {
    runLayer(layers.vector, weights, vectors, i * vector, words, i * d)
    for (const clue of input.clues[i]!) {
      const row = at.clues + clue * d
      for (let k = 0; k < d; k++) words[i * d + k]! += weights[row + k]!
    }
  }
  for (let k = 0; k < words.length; k++) if (words[k]! < 0) words[k] = 0
  if (masks) for (let k = 0; k < words.length; k++) words[k]! *= masks.words[k]!
  const [ahead, behind] = gatesOfWords(shape, layers, weights, words)
  const forth = readOne(shape, layers.forth, weights, words, ahead, false)
  const back = readOne(shape, layers.back, weights, words, behind, true)
  const told = new Float64Array(n * 2 * m)
  for (let i = 0; i < n; i++)
    for (let k = 0; k < m; k++) {
      told[i * 2 * m + k] = forth.told[i * m + k]!
      told[i * 2 * m + m + k] = back.told[(n - 1 - i) * m + k]!
    }
  if (masks) for (let k = 0; k < told.length; k++) told[k]! *= masks.kept[k]!
  const scores = new Float64Array(n * labels)
  for (let i = 0; i < n; i++) runLayer(layers.out, weights, told, i * 2 * m, scores, i * labels)
  return { n, vectors, words, forth, back, told, scores }
}

function masked(values: Float64Array, mask: Float64Array | undefined): Float64Array {
  return mask ? values.map((value, k) => value * mask[k]!) : values
}

/**
 * What the words of a sentence add to the gates of both readers, in the order in which each reads. Most numbers of a word are zero and
 * are passed over; those that are left are read once for four gates of each reader.
 */
function gatesOfWords(
  { width: d, hidden: m }: TaggerShape,
  { forth, back }: TaggerLayout['layers'],
  weights: Float64Array,
  words: Float64Array,
): [Float64Array, Float64Array] {
  const n = words.length / d
  const [ahead, behind] = [new Float64Array(n * 4 * m), new Float64Array(n * 4 * m)]
  const apart = back.weights - forth.weights
  const places = new Int32Array(d)
  const values = new Float64Array(d)
  for (let i = 0; i < n; i++) {
    let count = 0
    for (let j = 0; j < d; j++) {
      const value = words[i * d + j]!
      if (value === 0) continue
      places[count] = j
      values[count++] = value
    }
    for (let k = 0; k < 4 * m; k += 4) {
      const a1 = forth.weights + k * (d + m)
      const a2 = a1 + d + m
      const a3 = a2 + d + m
      const a4 = a3 + d + m
      let one = 0
      let two = 0
      let three = 0
      let four = 0
      let five = 0
      let six = 0
      let seven = 0
      let eight = 0
      for (let at = 0; at < count; at++) {
        const j = places[at]!
        const value = values[at]!
        one += weights[a1 + j]! * value
        two += weights[a2 + j]! * value
        three += weights[a3 + j]! * value
        four += weights[a4 + j]! * value
        five += weights[apart + a1 + j]! * value
        six += weights[apart + a2 + j]! * value
        seven += weights[apart + a3 + j]! * value
        eight += weights[apart + a4 + j]! * value
      }
      setFour(ahead, i * 4 * m + k, one, two, three, four)
      setFour(behind, (n - 1 - i) * 4 * m + k, five, six, seven, eight)
    }
  }
  return [ahead, behind]
}

/** Reads on from what the words add to the gates, which stand in the order in, keep, new, out.  */
function readOne(
  { width: d, hidden: m }: TaggerShape,
  layer: Layer,
  weights: Float64Array,
  words: Float64Array,
  gates: Float64Array,
  reversed: boolean,
): Reading {
  const n = words.length / d
  const inputs = new Float64Array(n * (d + m))
  const memory = new Float64Array(n * m)
  const told = new Float64Array(n * m)
  for (let t = 0; t < n; t++) {
    const word = (reversed ? n - 1 - t : t) * d
    inputs.set(words.subarray(word, word + d), t * (d + m))
    if (t > 0) {
      inputs.set(told.subarray((t - 1) * m, t * m), t * (d + m) + d)
      addTold(layer, weights, told, (t - 1) * m, m, gates, t * 4 * m)
    }
    for (let k = 0; k < m; k++) {
      const g = t * 4 * m + k
      const start = layer.starts + k
      const into = sigmoid(weights[start]! + gates[g]!)
      const keep = sigmoid(weights[start + m]! + gates[g + m]!)
      const fresh = tanh(weights[start + 2 * m]! + gates[g + 2 * m]!)
      const out = sigmoid(weights[start + 3 * m]! + gates[g + 3 * m]!)
      const now = (t > 0 ? keep * memory[(t - 1) * m + k]! : 0) + into * fresh
      gates[g] = into
      gates[g + m] = keep
      gates[g + 2 * m] = fresh
      gates[g + 3 * m] = out
      memory[t * m + k] = now
      told[t * m + k] = out * tanh(now)
    }
  }
  return { inputs, gates, memory, told }
}

/** Adds to gates what was told of the word before, four gates at a time: each number of it is read once for all four. */
function addTold(
  { weights: at, inputs: n, outputs }: Layer,
  weights: Float64Array,
  told: Float64Array,
  from: number,
  m: number,
  gates: Float64Array,
  to: number,
): void {
  for (let k = 0; k < outputs; k += 4) {
    const first = at + (k + 1) * n - m
    const second = first + n
    const third = second + n
    const fourth = third + n
    let one = gates[to + k]!
    let two = gates[to + k + 1]!
    let three = gates[to + k + 2]!
    let four = gates[to + k + 3]!
    for (let j = 0; j < m; j++) {
      const value = told[from + j]!
      one += weights[first + j]! * value
      two += weights[second + j]! * value
      three += weights[third + j]! * value
      four += weights[fourth + j]! * value
    }
    setFour(gates, to + k, one, two, three, four)
  }
}

function setFour(values: Float64Array, at: number, one: number, two: number, three: number, four: number): void {
  values[at] = one
  values[at + 1] = two
  values[at + 2] = three
  values[at + 3] = four
}

function sigmoid(value: number): number {
  return 1 / (1 + Math.exp(-value))
}

/** By the sigmoid, which takes half the time of Math.tanh. */
function tanh(value: number): number {
  return 2 * sigmoid(2 * value) - 1
}
