/** Points of a curve from a raw score to a probability, both rising. */
export type Curve = readonly (readonly [score: number, probability: number])[]

/** What turns an engine's raw scores into probabilities: data of the project, measured, with where it came from. */
export interface Calibration {
  version: string
  /** Id of the engine it was fitted for. */
  engine: string
  method: string
  /** The data it was fitted on, and which part was held out. */
  source: string
  curves: { support: Curve; refute: Curve; rule: Curve }
  /** Probability that two papers merged into one claim both say it. */
  stated: number
  /** Probability that the source says what a reported claim says: in its own words, and reworded. */
  reported: { verbatim: number; reworded: number }
  /** Below `least` nothing matches; below `home` the text is unlike what the engine learned from. */
  coverage: { least: number; home: number }
  caps: { note: number; outOfDomain: number; possible: number; most: number }
  /** Probability below which a stance does not count. */
  thresholds: { support: number; refute: number }
}

/** Reads a curve at a score, straight between its points and level beyond them. */
export function readCurve(curve: Curve, score: number): number {
  const first = curve[0]
  if (!first || score <= first[0]) return first?.[1] ?? 0
  for (let i = 1; i < curve.length; i++) {
    const [x, y] = curve[i]!
    if (score > x) continue
    const [fromX, fromY] = curve[i - 1]!
    return x === fromX ? y : fromY + ((score - fromX) / (x - fromX)) * (y - fromY)
  }
  return curve.at(-1)![1]
}

/**
 * Fits a rising curve to scored answers: the answers are put in order and pooled into bins of equal size, neighbours
 * that fall are joined (pool adjacent violators), and each bin is drawn towards the whole by two answers.
 */
export function fitCurve(answers: readonly { score: number; right: boolean }[], bins = 8): Curve {
  if (answers.length === 0) return [[0, 0]]
  const ordered = [...answers].sort((a, b) => a.score - b.score)
  const overall = ordered.filter((answer) => answer.right).length / ordered.length
  const size = Math.max(1, Math.ceil(ordered.length / bins))
  const pools: { scores: number; right: number; n: number }[] = []
  for (let at = 0; at < ordered.length; at += size) {
    const slice = ordered.slice(at, at + size)
    pools.push({
      scores: slice.reduce((sum, answer) => sum + answer.score, 0),
      right: slice.filter((answer) => answer.right).length,
      n: slice.length,
    })
    while (pools.length > 1 && rate(pools.at(-2)!, overall) >= rate(pools.at(-1)!, overall)) merge(pools)
  }
  return pools.map((pool) => [round(pool.scores / pool.n), round(rate(pool, overall))] as const)
}

function rate(pool: { right: number; n: number }, overall: number): number {
  return (pool.right + 2 * overall) / (pool.n + 2)
}

function merge(pools: { scores: number; right: number; n: number }[]): void {
  const last = pools.pop()!
  const into = pools.at(-1)!
  into.scores += last.scores
  into.right += last.right
  into.n += last.n
}

function round(value: number): number {
  return Math.round(value * 10_000) / 10_000
}
