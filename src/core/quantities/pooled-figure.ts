import { counted } from '../text/counts.ts'
import type { ForestGroup, ForestRow } from './forest.ts'
import { type Effect, pool, poolingMethod } from './pool.ts'
import { normalPoint } from './t-quantile.ts'

/** The pooled line of a forest plot, on the scale of its estimates. */
export interface PooledFigure {
  value: number
  /** Ends of the 95 % interval. */
  low: number
  high: number
  /** Share of variation beyond chance in percent, variance between studies on the scale of pooling, Cochran's Q. */
  i2: number
  tau2: number
  q: number
  papers: number
  method: string
}

/** A pooled line, or why there is none, in words. */
export type Pooling = { pooled: PooledFigure; why: null } | { pooled: null; why: string }

/** Fewest papers that are pooled: of two, the interval by Student's t with one degree of freedom says next to nothing. */
const leastPapers = 3
/** How far an estimate may stand from the middle of its interval, as a share of the interval's half, for the interval to give its error. */
const leastEven = 0.2

/**
 * Pools the estimates of a group where measure, group, comparator and outcome are all named and the same, each by papers that speak
 * independently; otherwise says what stands against it.
 */
export function poolGroup(group: ForestGroup, source: (paper: string) => string): Pooling {
  const why = against(group, source)
  if (why !== null) return { pooled: null, why }
  const reduces = isReduction(group)
  const logarithmic = group.logarithmic || reduces
  const effects = group.rows.flatMap((row) => effectOf(reduces ? remaining(row) : row, logarithmic) ?? [])
  const pooled = effects.length === group.rows.length ? pool(effects) : null
  if (!pooled) return { pooled: null, why: 'not every interval tells the error of its estimate' }
  const back = (value: number) => {
    const plain = logarithmic ? Math.exp(value) : value
    return reduces ? 100 * (1 - plain) : plain
  }
  const { value, i2, tau2, q } = pooled
  const [low, high] = reduces ? [back(pooled.high), back(pooled.low)] : [back(pooled.low), back(pooled.high)]
  const figure = { value: back(value), low, high, i2, tau2, q, papers: effects.length }
  return { pooled: { ...figure, method: poolingMethod }, why: null }
}

function against({ arm, comparator, outcome, rows }: ForestGroup, source: (paper: string) => string): string | null {
  const missing = [
    arm ? [] : ['what was given'],
    comparator ? [] : ['what it was held against'],
    outcome ? [] : ['the outcome'],
  ].flat()
  if (missing.length > 0) return `not every sentence says ${missing.join(' or ')}`
  if (rows.length < leastPapers) return `${counted(rows.length, 'estimate is', 'estimates are')} too few`
  if (new Set(rows.map(({ paper }) => source(paper))).size < rows.length)
    return 'some come from the same authors or data'
  const times = new Set(rows.flatMap(({ followUp }) => followUp ?? []))
  return times.size > 1 ? `they were measured at different times: ${[...times].join(', ')}` : null
}

/** Reductions in percent: 1 less the ratio of risks, on whose logarithm they are pooled. */
const isReduction = ({ measure }: ForestGroup) => measure === 'RRR' || measure === 'PE'

/** The ratio of risks that a reduction leaves. */
function remaining(row: ForestRow): ForestRow {
  const rest = (percent: number) => 1 - percent / 100
  return { ...row, value: rest(row.value), low: rest(row.high), high: rest(row.low) }
}

function effectOf({ value, low, high, level }: ForestRow, logarithmic: boolean): Effect | null {
  const point = normalPoint(level)
  if (point === undefined || (logarithmic && !(low > 0 && value > 0))) return null
  const [at, from, to] = logarithmic ? [Math.log(value), Math.log(low), Math.log(high)] : [value, low, high]
  const half = (to - from) / 2
  if (!(half > 0) || Math.abs(at - (from + to) / 2) > leastEven * half) return null
  return { value: at, error: half / point }
}
