import { independenceGroups } from '../../core/papers/independence.ts'
import { findingFigures } from '../../core/quantities/finding-figures.ts'
import { type ForestGroup, forestGroups } from '../../core/quantities/forest.ts'
import type { PooledFigure } from '../../core/quantities/pooled-figure.ts'
import type { Claim } from '../../schemas/claim.ts'
import type { Paper } from '../../schemas/paper.ts'
import type { PaperOf } from '../claim/view.ts'
import { shown } from '../content/shown.ts'
import { shortName } from '../names.ts'
import { scaleOf } from './forest-scale.ts'

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
  // Only what may be pooled asks whose papers belong together, and that is costly to tell.
  let groups: Map<string, string> | undefined
  const groupOf = (paper: string) => (groups ??= independenceGroups(papers)).get(paper) ?? paper
  return findingFigures(claims, groupOf).map((figure) => {
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
  const severalPapers = ({ rows }: ForestGroup) => new Set(rows.map(({ paper }) => paper)).size > 1
  return forestGroups(claims)
    .filter(severalPapers)
    .map((group) => forestView(group, paperOf))
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

/** A number as it stands in the text: no digits are added. */
function number(value: number): string {
  return String(Number(value.toPrecision(6))).replace('-', '\u2212')
}
