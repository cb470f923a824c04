import {
  calibrated,
  fitFavour,
  fitScaling,
  type Probabilities,
  type Scaling,
  type TextKind,
} from '../../src/core/engines/calibrate.ts'
import { brierScore, calibrationError } from '../evaluate/reliability.ts'
import { foldOf } from './groups.ts'

/** An answer of a model that had not seen the row. */
export interface Judged {
  raw: Probabilities
  truth: number
  kind: TextKind
  group: string
  set: string
}

/** Most confidence that is shown for each kind of text. */
const most: Readonly<Record<TextKind, number>> = { citing: 0.9, question: 0.8, abstract: 0.97, passage: 0.9, far: 0.42 }

/** Scaling and label weights of one kind of text. */
export function fitKind(kind: TextKind, judged: readonly Judged[]): Scaling {
  const scaling = fitScaling(judged)
  const rows = judged.map((one) => calibrated(one.raw, scaling))
  return {
    ...scaling,
    favour: kind === 'far' ? evenFavour(rows) : fitFavour(rows),
    most: most[kind],
    n: judged.length,
  }
}

/** Where the text is unlike all that was learned, its mixture of labels is unknown too: each label is given the same chance. */
function evenFavour(rows: readonly Probabilities[]): Probabilities {
  const mean = [0, 1, 2].map((k) => rows.reduce((sum, row) => sum + row[k]!, 0) / Math.max(1, rows.length))
  return mean.map((value) => Math.round((mean[0]! / value) * 1000) / 1000) as unknown as Probabilities
}

type Fit = (train: readonly Judged[]) => (raw: Probabilities) => Probabilities

const methods: readonly (readonly [string, Fit])[] = [
  ['as it is', () => (raw) => raw],
  ['temperature', temperature],
  ['vector scaling', (train) => withScaling(fitScaling(train))],
  ['isotonic', isotonic],
]

/** Compares methods of calibration on whole abstracts, each fold calibrated by what was fitted on the others. */
export function compareMethods(judged: readonly Judged[]) {
  const rows = judged.filter((one) => one.kind === 'abstract')
  return methods.map(([method, learn]) => {
    const scored = [0, 1, 2, 3, 4].flatMap((fold) => {
      const inFold = (one: Judged) => foldOf(`calibration ${one.group}`, 5) === fold
      const apply = learn(rows.filter((one) => !inFold(one)))
      return rows.filter(inFold).map(({ raw, truth }) => ({ probabilities: apply(raw), truth }))
    })
    const answers = scored.map(({ probabilities, truth }) => {
      const label = probabilities.indexOf(Math.max(...probabilities))
      return { confidence: probabilities[label]!, right: label === truth }
    })
    const loss = scored.reduce((sum, one) => sum - Math.log(Math.max(1e-6, one.probabilities[one.truth]!)), 0)
    return {
      method,
      ece: round(calibrationError(answers)),
      brier: round(brierScore(scored)),
      logLoss: round(loss / Math.max(1, scored.length)),
    }
  })
}

function withScaling(scaling: Pick<Scaling, 'scale' | 'bias'>) {
  return (raw: Probabilities) => calibrated(raw, scaling)
}

function temperature(train: readonly Judged[]) {
  const loss = (scale: number) => {
    const scaling = { scale: [scale, scale, scale], bias: [0, 0, 0] } as const
    return train.reduce((sum, one) => sum - Math.log(Math.max(1e-6, calibrated(one.raw, scaling)[one.truth]!)), 0)
  }
  const tried = Array.from({ length: 30 }, (_, at) => 0.4 + at * 0.05)
  const best = tried.reduce((least, scale) => (loss(scale) < loss(least) ? scale : least), 1)
  return withScaling({ scale: [best, best, best], bias: [0, 0, 0] })
}

/** Each label's probability read from a rising step curve (pool adjacent violators), then brought to the sum of one. */
function isotonic(train: readonly Judged[]) {
  const curves = [0, 1, 2].map((k) => pooled(train.map((one) => [one.raw[k]!, one.truth === k ? 1 : 0] as const)))
  return (raw: Probabilities) => {
    const values = raw.map((p, k) => Math.max(0.005, stepAt(curves[k]!, p)))
    const sum = values.reduce((total, value) => total + value, 0)
    return values.map((value) => value / sum) as unknown as Probabilities
  }
}

interface Pool {
  from: number
  sum: number
  n: number
}

function pooled(points: readonly (readonly [number, number])[]): Pool[] {
  const pools: Pool[] = []
  for (const [x, y] of [...points].sort((a, b) => a[0] - b[0])) {
    pools.push({ from: x, sum: y, n: 1 })
    while (pools.length > 1 && pools.at(-2)!.sum / pools.at(-2)!.n >= pools.at(-1)!.sum / pools.at(-1)!.n) {
      const last = pools.pop()!
      pools.at(-1)!.sum += last.sum
      pools.at(-1)!.n += last.n
    }
  }
  return pools
}

function stepAt(pools: readonly Pool[], x: number): number {
  const pool = pools.findLast((one) => one.from <= x) ?? pools[0]
  return pool ? pool.sum / pool.n : 0
}

function round(value: number): number {
  return Math.round(value * 10_000) / 10_000
}
