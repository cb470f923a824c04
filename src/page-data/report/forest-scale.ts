import type { ForestGroup } from '../../core/quantities/forest.ts'

/** How much wider than half of the rows need the axis may be; what goes beyond is an arrow. */
const widest = 4

/**
 * The part of the axis that is drawn: all intervals, unless a few are so wide that they would press the others together.
 * A ratio of zero or less has no place on a logarithmic axis: it is beyond its end.
 */
function span(none: number, rows: ForestGroup['rows'], logarithmic: boolean): { low: number; high: number } {
  const to = (value: number) => (logarithmic ? Math.log(value) : value)
  const from = (value: number) => (logarithmic ? Math.exp(value) : value)
  const known = (values: number[]) => values.filter((value) => !logarithmic || value > 0).map(to)
  const reach = (values: readonly number[]) => values.map((value) => Math.abs(value - to(none))).sort((a, b) => a - b)
  const values = known(rows.map(({ value }) => value))
  const ends = known(rows.flatMap(({ low, high }) => [low, high]))
  const far = reach(ends)
  const usual = Math.max(far[Math.floor((far.length - 1) / 2)] ?? 0, ...reach(values), logarithmic ? Math.log(1.5) : 0)
  const within = ends.filter((end) => Math.abs(end - to(none)) <= widest * usual || usual === 0)
  const drawn = [to(none), ...values, ...within]
  return { low: from(Math.min(...drawn)), high: from(Math.max(...drawn)) }
}

/** The drawn axis of a plot: places across as percentages of its width. */
export interface Scale {
  isBelow(value: number): boolean
  isAbove(value: number): boolean
  at(value: number): string
  ticks: number[]
}

/** Figures closer than this to an end of the axis are at it. */
const slack = 1e-9

const decades = [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000]

const between = [0.25, 0.5, 0.6, 0.7, 0.8, 0.9, 1, 1.1, 1.25, 1.5, 2, 3, 4]

function logScale(low: number, high: number): Scale {
  const from = Math.log(low) - 0.15
  const to = Math.log(high) + 0.15
  const within = (values: readonly number[]) => values.filter((value) => value >= low * 0.9 && value <= high * 1.1)
  const inside = within(decades).length < 3 ? within(between) : within(decades)
  const share = (value: number) => (Math.log(value) - from) / (to - from)
  const ticks = apart(inside, share)
  return {
    at: (value) => place(value > 0 ? share(value) : 0),
    isBelow: (value) => value < low * (1 - slack),
    isAbove: (value) => value > high * (1 + slack),
    ticks: ticks.length ? ticks : [1],
  }
}

/** Those that leave each other room on a phone, the 1 before all others. */
function apart(ticks: readonly number[], share: (value: number) => number): number[] {
  const kept: number[] = []
  for (const value of [...ticks].sort((a, b) => Math.abs(Math.log(a)) - Math.abs(Math.log(b))))
    if (kept.every((other) => Math.abs(share(other) - share(value)) > 0.11)) kept.push(value)
  return kept.sort((a, b) => a - b)
}

function linearScale(low: number, high: number): Scale {
  const pad = (high - low || 1) * 0.06
  const [from, to] = [low - pad, high + pad]
  const rough = (to - from) / 5
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = [1, 2, 5, 10].map((one) => one * power).find((one) => one >= rough) ?? rough
  const ticks: number[] = []
  for (let value = Math.ceil(from / step) * step; value <= to; value += step) ticks.push(Number(value.toPrecision(12)))
  return {
    at: (value) => place((value - from) / (to - from)),
    isBelow: (value) => value < low - slack,
    isAbove: (value) => value > high + slack,
    ticks,
  }
}

function place(share: number): string {
  return `${Math.round(Math.min(1, Math.max(0, share)) * 1000) / 10}%`
}

/** The axis on which the estimates of a group are drawn. */
export function scaleOf({ none, rows, logarithmic }: ForestGroup): Scale {
  const { low, high } = span(none, rows, logarithmic)
  return logarithmic ? logScale(low, high) : linearScale(low, high)
}
