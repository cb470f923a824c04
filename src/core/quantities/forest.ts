import type { Claim, Quantity } from '../../schemas/claim.ts'
import { measureOf } from './measures.ts'
import { phraseKey } from './phrases.ts'
import { writtenIn } from './written.ts'

/** One estimate of a forest plot. */
export interface ForestRow {
  claim: string
  paper: string
  value: number
  low: number
  high: number
  level: number | null
  arm: string | null
  followUp: string | null
  /** The words of the quote that carry it. */
  text: string
  /** The numbers as the quote writes them, with the zeros behind their decimals. */
  written: { value: string; low: string; high: string }
}

/** Estimates that can stand in one plot: same measure, outcome, group and comparator. They are not pooled. */
export interface ForestGroup {
  /** Permanent within a report, safe as an HTML id. */
  id: string
  measure: string
  /** What readers call the measure, as in "risk ratio". */
  label: string
  unit: string | null
  /** Where there is no effect: 1 for ratios, 0 for differences. */
  none: number
  /** Ratios are drawn on a logarithmic scale. */
  logarithmic: boolean
  arm: string | null
  outcome: string | null
  comparator: string | null
  rows: ForestRow[]
}

type Source = Pick<Claim, 'id' | 'sources' | 'quantities'>

/**
 * Comparable estimates of effect of a report's claims, in groups of at least `least` papers' rows, the largest group first.
 * An estimate that does not agree with its own interval is left out, and one that a paper tells twice counts once.
 */
export function forestGroups(claims: readonly Source[], least = 2): ForestGroup[] {
  const groups = new Map<string, ForestGroup>()
  for (const claim of claims)
    for (const quantity of claim.quantities) {
      const paper = claim.sources[0]?.paper
      const row = paper === undefined ? null : rowOf(claim.id, paper, quantity)
      if (!row) continue
      const group = groupFor(groups, quantity)
      if (!group.rows.some((other) => sameRow(other, row))) group.rows.push(row)
    }
  return [...groups.values()]
    .filter(({ rows }) => rows.length >= least)
    .toSorted((a, b) => b.rows.length - a.rows.length || (a.id < b.id ? -1 : 1))
}

function rowOf(claim: string, paper: string, quantity: Quantity): ForestRow | null {
  const { value, low, high, level, arm, followUp, text, agrees, measure, outcome } = quantity
  const none = measureOf(measure)?.none
  if (low === undefined || high === undefined || agrees === false || none === null || none === undefined || !outcome)
    return null
  const as = writtenIn(text)
  const end = writtenIn(text, true)
  return {
    claim,
    paper,
    value,
    low,
    high,
    level: level ?? null,
    arm: arm ?? null,
    followUp: followUp ?? null,
    text,
    written: { value: as(value), low: end(low), high: end(high) },
  }
}

function groupFor(groups: Map<string, ForestGroup>, quantity: Quantity): ForestGroup {
  const measure = measureOf(quantity.measure)!
  const parts = [quantity.arm, quantity.outcome, quantity.comparator].map(phraseKey)
  const id = ['forest', measure.id, ...parts, quantity.unit ?? '']
    .join(' ')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/-+$/, '')
  const known = groups.get(id)
  if (known) return known
  const made: ForestGroup = {
    id,
    measure: measure.id,
    label: measure.label,
    unit: quantity.unit ?? null,
    none: measure.none!,
    logarithmic: measure.kind === 'ratio',
    arm: quantity.arm ?? null,
    outcome: quantity.outcome ?? null,
    comparator: quantity.comparator ?? null,
    rows: [],
  }
  groups.set(id, made)
  return made
}

const sameRow = (a: ForestRow, b: ForestRow) =>
  a.paper === b.paper && a.value === b.value && a.low === b.low && a.high === b.high
