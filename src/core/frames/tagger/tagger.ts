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
    for (const clue of input.clues[i]!)
      for (let k = 0; k < d; k++) words[i * d + k]! += weights[at.clues + clue * d + k]!
    for (let k = 0; k < d; k++) words[i * d + k] = Math.max(0, words[i * d + k]!) * (masks?.words[i * d + k] ?? 1)
  }
  const forth = readOne(shape, layers.forth, weights, words, false)
  const back = readOne(shape, layers.back, weights, words, true)
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

/** Gates stand in the order in, keep, new, out.  */
function readOne(
  { width: d, hidden: m }: TaggerShape,
  layer: Layer,
  weights: Float64Array,
  words: Float64Array,
  reversed: boolean,
): Reading {
  const n = words.length / d
  const inputs = new Float64Array(n * (d + m))
  const gates = new Float64Array(n * 4 * m)
  const memory = new Float64Array(n * m)
  const told = new Float64Array(n * m)
  for (let t = 0; t < n; t++) {
    const word = (reversed ? n - 1 - t : t) * d
    inputs.set(words.subarray(word, word + d), t * (d + m))
  }
  for (let t = 0; t < n; t++) {
    const row = t * (d + m)
    if (t > 0) inputs.set(told.subarray((t - 1) * m, t * m), row + d)
    runRows(layer, weights, inputs, row, gates, t * 4 * m)
    for (let k = 0; k < m; k++) {
      const g = t * 4 * m + k
      gates[g] = sigmoid(gates[g]!)
      gates[g + m] = sigmoid(gates[g + m]!)
      gates[g + 2 * m] = Math.tanh(gates[g + 2 * m]!)
      gates[g + 3 * m] = sigmoid(gates[g + 3 * m]!)
      const before = t > 0 ? memory[(t - 1) * m + k]! : 0
      memory[t * m + k] = gates[g + m]! * before + gates[g]! * gates[g + 2 * m]!
      told[t * m + k] = gates[g + 3 * m]! * Math.tanh(memory[t * m + k]!)
    }
  }
  return { inputs, gates, memory, told }
}

/** Runs a layer, four outputs at a time: each input is read once for all four. */
function runRows(
  { weights: at, starts, inputs: n, outputs }: Layer,
  weights: Float64Array,
  input: Float64Array,
  from: number,
  output: Float64Array,
  to: number,
): void {
  for (let k = 0; k < outputs; k += 4) {
    let [one, two, three, four] = [0, 0, 0, 0]
    const first = at + k * n
    const second = first + n
    const third = second + n
    const fourth = third + n
    for (let j = 0; j < n; j++) {
      const value = input[from + j]!
      one += weights[first + j]! * value
      two += weights[second + j]! * value
      three += weights[third + j]! * value
      four += weights[fourth + j]! * value
    }
    output[to + k] = weights[starts + k]! + one
    output[to + k + 1] = weights[starts + k + 1]! + two
    output[to + k + 2] = weights[starts + k + 2]! + three
    output[to + k + 3] = weights[starts + k + 3]! + four
  }
}

function sigmoid(value: number): number {
  return 1 / (1 + Math.exp(-value))
}

/** The likeliest chain of labels by the scores of words and of steps from one label to the next (Viterbi). */
export function likeliestLabels(scores: Float64Array, steps: Float64Array, labels: number): number[] {
  const n = scores.length / labels
  if (n === 0) return []
  const from: Int32Array[] = []
  let best = scores.slice(0, labels)
  for (let i = 1; i < n; i++) {
    const next = new Float64Array(labels)
    const origin = new Int32Array(labels)
    for (let k = 0; k < labels; k++) {
      let top = 0
      for (let j = 1; j < labels; j++)
        if (best[j]! + steps[j * labels + k]! > best[top]! + steps[top * labels + k]!) top = j
      origin[k] = top
      next[k] = best[top]! + steps[top * labels + k]! + scores[i * labels + k]!
    }
    from.push(origin)
    best = next
  }
  let label = best.indexOf(Math.max(...best))
  const path = [label]
  for (const origin of from.reverse()) {
    label = origin[label]!
    path.push(label)
  }
  return path.reverse()
}
