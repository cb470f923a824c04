import { type BoostedTrees, softmax, type Tree } from '../../src/core/engines/lexical/trees.ts'
import { seededRandom } from '../evaluate/random.ts'

export interface BoostSettings {
  rounds: number
  depth: number
  rate: number
  /** Share of rows and of features drawn for each tree. */
  rows: number
  features: number
  minWeight: number
  ridge: number
  seed: number
}

export interface TrainingSet {
  rows: readonly Float64Array[]
  labels: readonly number[]
  weights: readonly number[]
}

const bins = 48

interface Binned {
  columns: Uint8Array[]
  edges: number[][]
}

/** Gradient-boosted trees over binned features with the softmax loss. Deterministic for a seed. */
export function trainBoosted(data: TrainingSet, classes: number, settings: BoostSettings): BoostedTrees {
  const random = seededRandom(settings.seed)
  const binned = binColumns(data.rows)
  const base = priors(data, classes)
  const scores = data.rows.map(() => [...base])
  const trees: Tree[] = []
  for (let round = 0; round < settings.rounds; round++) {
    const probabilities = scores.map(softmax)
    const drawn = drawRows(data.rows.length, settings.rows, random)
    for (let k = 0; k < classes; k++) {
      const features = drawFeatures(binned.columns.length, settings.features, random)
      const { gradient, curvature } = slopes(data, probabilities, k)
      const { tree, codes } = growTree(binned, drawn, features, gradient, curvature, settings)
      trees.push(tree)
      for (let i = 0; i < scores.length; i++) scores[i]![k]! += walk(tree, codes, binned.columns, i)
    }
  }
  return { classes, base, trees }
}

function binColumns(rows: readonly Float64Array[]): Binned {
  const width = rows[0]?.length ?? 0
  const edges: number[][] = []
  const columns = Array.from({ length: width }, (_, feature) => {
    const values = Float64Array.from(rows, (row) => row[feature]!).sort()
    const cuts = new Set<number>()
    for (let bin = 1; bin < bins; bin++) cuts.add(values[Math.floor((bin * values.length) / bins)]!)
    if (values[values.length - 1] === [...cuts].at(-1)) cuts.delete(values[values.length - 1]!)
    edges[feature] = [...cuts]
    return Uint8Array.from(rows, (row) => codeOf(row[feature]!, edges[feature]!))
  })
  return { columns, edges }
}

function codeOf(value: number, edges: readonly number[]): number {
  let low = 0
  let high = edges.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (value <= edges[middle]!) high = middle
    else low = middle + 1
  }
  return low
}

function priors(data: TrainingSet, classes: number): number[] {
  const mass = new Array<number>(classes).fill(1)
  for (const [at, label] of data.labels.entries()) mass[label]! += data.weights[at]!
  const total = mass.reduce((sum, value) => sum + value, 0)
  return mass.map((value) => Math.log(value / total))
}

function slopes(data: TrainingSet, probabilities: readonly number[][], k: number) {
  const gradient = new Float64Array(data.labels.length)
  const curvature = new Float64Array(data.labels.length)
  for (let i = 0; i < gradient.length; i++) {
    const p = probabilities[i]![k]!
    gradient[i] = data.weights[i]! * ((data.labels[i] === k ? 1 : 0) - p)
    curvature[i] = data.weights[i]! * Math.max(p * (1 - p), 1e-6)
  }
  return { gradient, curvature }
}

function drawRows(n: number, share: number, random: () => number): Int32Array {
  return Int32Array.from(Array.from({ length: n }, (_, at) => at).filter(() => random() < share))
}

function drawFeatures(n: number, share: number, random: () => number): number[] {
  const chosen = Array.from({ length: n }, (_, at) => at).filter(() => random() < share)
  return chosen.length > 0 ? chosen : [0]
}

/** The tree and, beside each threshold, the bin below which a row goes left. */
function growTree(
  binned: Binned,
  rows: Int32Array,
  features: readonly number[],
  gradient: Float64Array,
  curvature: Float64Array,
  settings: BoostSettings,
) {
  const tree: Tree = { feature: [], threshold: [], left: [], right: [] }
  const codes: number[] = []
  const grow = (members: Int32Array, depth: number): number => {
    const node = tree.feature.length
    for (const list of [tree.left, tree.right, codes]) list.push(-1)
    tree.feature.push(-1)
    tree.threshold.push(0)
    const split = depth > 0 ? bestSplit(binned, members, features, gradient, curvature, settings) : null
    if (!split) {
      tree.threshold[node] = leaf(members, gradient, curvature, settings)
      return node
    }
    const column = binned.columns[split.feature]!
    tree.feature[node] = split.feature
    tree.threshold[node] = binned.edges[split.feature]![split.bin]!
    codes[node] = split.bin
    tree.left[node] = grow(
      members.filter((at) => column[at]! <= split.bin),
      depth - 1,
    )
    tree.right[node] = grow(
      members.filter((at) => column[at]! > split.bin),
      depth - 1,
    )
    return node
  }
  grow(rows, settings.depth)
  return { tree, codes }
}

function leaf(members: Int32Array, gradient: Float64Array, curvature: Float64Array, settings: BoostSettings): number {
  let g = 0
  let h = 0
  for (const at of members) {
    g += gradient[at]!
    h += curvature[at]!
  }
  return Number(((settings.rate * g) / (h + settings.ridge)).toFixed(5))
}

function bestSplit(
  binned: Binned,
  members: Int32Array,
  features: readonly number[],
  gradient: Float64Array,
  curvature: Float64Array,
  settings: BoostSettings,
) {
  const g = new Float64Array(bins + 1)
  const h = new Float64Array(bins + 1)
  let best: { feature: number; bin: number; gain: number } | null = null
  for (const feature of features) {
    const edges = binned.edges[feature]!
    if (edges.length === 0) continue
    g.fill(0)
    h.fill(0)
    const column = binned.columns[feature]!
    for (const at of members) {
      const bin = column[at]!
      g[bin]! += gradient[at]!
      h[bin]! += curvature[at]!
    }
    const found = scan(g, h, edges.length, settings)
    if (found && found.gain > (best?.gain ?? 1e-4)) best = { feature, ...found }
  }
  return best
}

function scan(
  g: Float64Array,
  h: Float64Array,
  edges: number,
  settings: BoostSettings,
): { bin: number; gain: number } | null {
  let allG = 0
  let allH = 0
  for (let bin = 0; bin <= edges; bin++) {
    allG += g[bin]!
    allH += h[bin]!
  }
  const whole = (allG * allG) / (allH + settings.ridge)
  let leftG = 0
  let leftH = 0
  let best: { bin: number; gain: number } | null = null
  for (let bin = 0; bin < edges; bin++) {
    leftG += g[bin]!
    leftH += h[bin]!
    const rightH = allH - leftH
    if (leftH < settings.minWeight || rightH < settings.minWeight) continue
    const rightG = allG - leftG
    const gain = (leftG * leftG) / (leftH + settings.ridge) + (rightG * rightG) / (rightH + settings.ridge) - whole
    if (gain > (best?.gain ?? 0)) best = { bin, gain }
  }
  return best
}

function walk(tree: Tree, codes: readonly number[], columns: readonly Uint8Array[], row: number): number {
  let node = 0
  while (tree.feature[node]! >= 0)
    node = columns[tree.feature[node]!]![row]! <= codes[node]! ? tree.left[node]! : tree.right[node]!
  return tree.threshold[node]!
}
