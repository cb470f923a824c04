/** One comparison of a benchmark: a figure, most often a ratio within this very run, with what it must keep to. */
export interface Check {
  /** What is compared, as in "cpu a page against bare Astro". */
  what: string
  value: number
  atMost?: number
  atLeast?: number
}

/** What one case of a benchmark measured. */
export interface BenchRow {
  /** The case, as in "10,000 records". */
  name: string
  /** What was measured, each under its name with its unit, ours and the peers'. */
  figures: Readonly<Record<string, number>>
  checks: readonly Check[]
}

/** A benchmark. It makes everything that it needs and reads nothing outside the project. */
export interface Benchmark {
  /** Permanent name, for `--only`. */
  name: string
  /** What is measured and beside which peers, in one sentence. */
  about: string
  run(context: BenchContext): Promise<BenchRow[]>
}

export interface BenchContext {
  /** The project's folder, where node_modules is. */
  root: string
  /** An empty folder below the project that is removed afterwards. */
  folder: string
  /** Told what happens, one line at a time. */
  log: (line: string) => void
}

/** Whether a figure keeps to its limits. */
export function keeps({ value, atMost, atLeast }: Check): boolean {
  return Number.isFinite(value) && value <= (atMost ?? value) && value >= (atLeast ?? value)
}

/**
 * The exponent of growth of cost with size, from a least-squares line through the logarithms: 1 is linear, 2 quadratic.
 * Needs two different sizes.
 */
export function growthExponent(points: readonly { size: number; cost: number }[]): number {
  const xs = points.map(({ size }) => Math.log(size))
  const ys = points.map(({ cost }) => Math.log(cost))
  const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length
  const [mx, my] = [mean(xs), mean(ys)]
  const above = xs.reduce((sum, x, at) => sum + (x - mx) * (ys[at]! - my), 0)
  return above / xs.reduce((sum, x) => sum + (x - mx) ** 2, 0)
}

/** A figure for tables and JSON: three digits that mean something. */
export function rounded(value: number): number {
  return Number.isInteger(value) ? value : Number(value.toPrecision(3))
}
