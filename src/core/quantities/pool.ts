import { t975 } from './t-quantile.ts'

/** An estimate on the scale on which it is pooled (ratios by their logarithm), with its standard error. */
export interface Effect {
  value: number
  error: number
}

/** A pooled estimate on the same scale, with how far the studies differ. */
export interface Pooled {
  value: number
  /** Ends of the 95 % interval. */
  low: number
  high: number
  /** Variance between studies, and the share of variation beyond chance in percent. */
  tau2: number
  i2: number
  /** Cochran's Q, with one degree of freedom less than studies. */
  q: number
}

/** What pages say of the method. */
export const poolingMethod =
  'random effects; variance between studies by restricted maximum likelihood; interval by Hartung and Knapp, never narrower than without'

const steps = 200
const close = 1e-10

/**
 * Pools effects of independent studies in a random-effects model: the variance between studies by restricted maximum likelihood
 * (Viechtbauer 2005, doi:10.3102/10769986030003261), the interval after Hartung and Knapp (2001, doi:10.1002/sim.791) and
 * Sidik and Jonkman (2002, doi:10.1002/sim.1262) with their factor never below 1 (Knapp and Hartung 2003,
 * doi:10.1002/sim.1482), as chapter 10 of the Cochrane Handbook and IntHout and others (2014, doi:10.1186/1471-2288-14-25) advise
 * for few studies. Null with fewer than two effects, or where an error is not above 0.
 */
export function pool(effects: readonly Effect[]): Pooled | null {
  if (effects.length < 2 || effects.some(({ value, error }) => !Number.isFinite(value) || !(error > 0))) return null
  const freedom = effects.length - 1
  const tau2 = restrictedTau2(effects)
  const weights = weightsOf(effects, tau2)
  const value = meanOf(effects, weights)
  const total = sum(weights)
  const factor = Math.max(1, sum(effects.map((effect, at) => weights[at]! * (effect.value - value) ** 2)) / freedom)
  const reach = t975(freedom) * Math.sqrt(factor / total)
  return { value, low: value - reach, high: value + reach, tau2, ...heterogeneity(effects, tau2) }
}

/** Fisher scoring from the estimate of Hedges; the variance stays at or above 0. */
function restrictedTau2(effects: readonly Effect[]): number {
  const plain = sum(effects.map(({ value }) => value)) / effects.length
  const spread = sum(effects.map(({ value }) => (value - plain) ** 2)) / (effects.length - 1)
  let tau2 = Math.max(0, spread - sum(effects.map(({ error }) => error ** 2)) / effects.length)
  for (let step = 0; step < steps; step++) {
    const weights = weightsOf(effects, tau2)
    const mean = meanOf(effects, weights)
    const [one, two] = [sum(weights), sum(weights.map((w) => w ** 2))]
    const three = sum(weights.map((w) => w ** 3))
    const score = sum(effects.map(({ value }, at) => weights[at]! ** 2 * (value - mean) ** 2)) - (one - two / one)
    const information = two - (2 * three) / one + (two / one) ** 2
    const next = Math.max(0, tau2 + score / information)
    if (Math.abs(next - tau2) < close) return next
    tau2 = next
  }
  return tau2
}

/** I² by the variance between studies against their typical own variance (Higgins and Thompson 2002, doi:10.1002/sim.1186). */
function heterogeneity(effects: readonly Effect[], tau2: number): { i2: number; q: number } {
  const weights = weightsOf(effects, 0)
  const mean = meanOf(effects, weights)
  const total = sum(weights)
  const typical = ((effects.length - 1) * total) / (total ** 2 - sum(weights.map((w) => w ** 2)))
  const q = sum(effects.map(({ value }, at) => weights[at]! * (value - mean) ** 2))
  return { i2: (100 * tau2) / (tau2 + typical), q }
}

const weightsOf = (effects: readonly Effect[], tau2: number) => effects.map(({ error }) => 1 / (error ** 2 + tau2))

const meanOf = (effects: readonly Effect[], weights: readonly number[]) =>
  sum(effects.map(({ value }, at) => weights[at]! * value)) / sum(weights)

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)
