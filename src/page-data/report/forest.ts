import { independenceGroups } from '../../core/papers/independence.ts'
import { findingFigures } from '../../core/quantities/finding-figures.ts'
import { type ForestGroup, forestGroups } from '../../core/quantities/forest.ts'
import type { PooledFigure } from '../../core/quantities/pooled-figure.ts'
import type { Claim } from '../../schemas/claim.ts'
import type { Paper } from '../../schemas/paper.ts'
import type { PaperOf } from '../claim/view.ts'
import { shown } from '../content/shown.ts'
import { shortName } from '../names.ts'

/** Comparable estimates drawn under each other; places across are percentages of the width of the plot. */
export interface ForestView {
  id: string
  title: string
  subtitle: string
  level: string
  /** Where there is no effect, and what lies on either side. */
  none: string
  ticks: { x: string; words: string }[]
  rows: {
    name: string
    more: string
    href: string
    struck: boolean
    estimate: string
    from: string
    to: string
    at: string
    beyond: Beyond
    text: string
  }[]
  /** What the estimates say together, where they may be pooled; null where they may not, or nobody asked. */
  pooled: { estimate: string; from: string; to: string; at: string; words: string; beyond: Beyond } | null
  /** Why they are not pooled; empty where they are, or nobody asked. */
  why: string
}

/** Ends of an interval that lie beyond the axis and are drawn as arrows. */
interface Beyond {
  low: boolean
  high: boolean
}

/** The estimates of the claims of one finding, with a pooled line where they may be pooled. */
export function findingForests(claims: readonly Claim[], papers: readonly Paper[], paperOf: PaperOf): ForestView[] {
  const groups = independenceGroups(papers)
  return findingFigures(claims, (paper) => groups.get(paper) ?? paper).map((figure) => {
    const view = forestView(figure, paperOf)
    if (!figure.pooled) return { ...view, why: `Not pooled: ${shown(figure.why)}.` }
    return { ...view, pooled: pooledView(figure, figure.pooled) }
  })
}

function pooledView(group: ForestGroup, pooled: PooledFigure): ForestView['pooled'] {
  const scale = scaleOf(group)
  const { value, low, high, i2, papers, method } = pooled
  const short = (one: number) => number(Number(one.toPrecision(3)))
  return {
    estimate: `${short(value)} (${short(low)} to ${short(high)})`,
    from: scale.at(low),
    to: scale.at(high),
    at: scale.at(value),
    words: `Pooled of ${papers} papers by ${method}; ${Math.round(i2)}\u202f% of the variation between them is beyond chance (I²).`,
    beyond: { low: scale.isBelow(low), high: scale.isAbove(high) },
  }
}

/** The forest plots of a report: one for each group of comparable estimates, from two papers' rows on. */
export function forestViews(claims: readonly Claim[], paperOf: PaperOf): ForestView[] {
  return forestGroups(claims).map((group) => forestView(group, paperOf))
}

function forestView(group: ForestGroup, paperOf: PaperOf): ForestView {
  const { id, label, unit, none, arm, outcome, comparator, rows } = group
  const scale = scaleOf(group)
  const levels = [...new Set(rows.flatMap(({ level }) => level ?? []))]
  const name = `${label.slice(0, 1).toUpperCase()}${label.slice(1)}`
  return {
    id,
    title: outcome ? `${name}: ${shown(outcome)}` : name,
    subtitle: [arm && shown(arm), comparator && `against ${shown(comparator)}`].filter(Boolean).join(' '),
    level: levels.length === 1 ? `${levels[0]} % interval` : 'interval',
    none: scale.at(none),
    ticks: scale.ticks.map((value) => ({ x: scale.at(value), words: `${number(value)}${unit === '%' ? ' %' : ''}` })),
    rows: rows
      .map((row) => ({ row, paper: paperOf(row.paper) }))
      .sort((a, b) => (shortYear(a.paper) < shortYear(b.paper) ? -1 : 1))
      .map(({ row, paper }) => ({
        name: shortName(paper.csl),
        more: [row.arm !== arm && row.arm, row.followUp].filter(Boolean).map(String).map(shown).join(', '),
        href: `#e-${row.claim.slice(2)}-1`,
        struck: paper.standing.state === 'retracted',
        estimate: `${row.written.value} (${row.written.low} to ${row.written.high})`,
        from: scale.at(row.low),
        to: scale.at(row.high),
        at: scale.at(row.value),
        beyond: { low: scale.isBelow(row.low), high: scale.isAbove(row.high) },
        text: shown(row.text),
      })),
    pooled: null,
    why: '',
  }
}

function shortYear({ csl }: ReturnType<PaperOf>): string {
  return String(csl.issued?.['date-parts'][0][0] ?? 9999)
}

function scaleOf({ none, rows, logarithmic }: ForestGroup): Scale {
  const { low, high } = span(none, rows, logarithmic)
  return logarithmic ? logScale(low, high) : linearScale(low, high)
}

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

interface Scale {
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

/** A number as it stands in the text: no digits are added. */
function number(value: number): string {
  return String(Number(value.toPrecision(6))).replace('-', '\u2212')
}
