import type { Claim, Quantity } from '../../schemas/claim.ts'
import { measureOf } from './measures.ts'

/** A result of a benchmark, as its claim states it. */
export interface BenchmarkRow {
  claim: string
  paper: string
  method: string | null
  task: string | null
  dataset: string | null
  metric: string
  value: number
  /** Upper end, where the text gives a range; `value` is its lower end. */
  high: number | null
  unit: string | null
  /** A change rather than a score. */
  change: boolean
  text: string
}

/** A share of a group to which something happened, or another effect in numbers. */
export interface OutcomeRow {
  claim: string
  paper: string
  outcome: string | null
  arm: string | null
  comparator: string | null
  followUp: string | null
  /** What is given, as in "risk ratio" or "percentage". */
  measure: string
  value: number
  unit: string | null
  low: number | null
  high: number | null
  numerator: number | null
  denominator: number | null
  p: string | null
  /** What recomputing it found; null where it cannot be recomputed. */
  check: string | null
  agrees: boolean | null
  text: string
}

export interface ResultsTable {
  benchmarks: BenchmarkRow[]
  outcomes: OutcomeRow[]
}

type Source = Pick<Claim, 'id' | 'sources' | 'quantities'>

/** The results in numbers of a report's claims, in the order of the claims: benchmarks, and effects and shares. */
export function resultsTable(claims: readonly Source[]): ResultsTable {
  const table: ResultsTable = { benchmarks: [], outcomes: [] }
  for (const { id, sources, quantities } of claims) {
    const paper = sources[0]?.paper
    if (paper === undefined) continue
    for (const quantity of quantities) {
      if (isBenchmark(quantity)) table.benchmarks.push(benchmarkRow(id, paper, quantity))
      else if (isOutcome(quantity)) table.outcomes.push(outcomeRow(id, paper, quantity))
    }
  }
  return table
}

function isBenchmark({ kind, measure }: Quantity): boolean {
  return (kind === 'score' || kind === 'difference') && measureOf(measure)?.kind === 'score'
}

function isOutcome({ kind, outcome }: Quantity): boolean {
  return outcome !== undefined && /^(?:ratio|difference|percentage|fraction|measure)$/.test(kind)
}

function benchmarkRow(claim: string, paper: string, quantity: Quantity): BenchmarkRow {
  const { method, task, dataset, measure, value, high, unit, kind, text } = quantity
  return {
    ...{ claim, paper, value, text },
    method: method ?? null,
    task: task ?? null,
    dataset: dataset ?? null,
    metric: measureOf(measure)?.label ?? measure ?? kind,
    high: high ?? null,
    unit: unit ?? null,
    change: kind === 'difference',
  }
}

function outcomeRow(claim: string, paper: string, quantity: Quantity): OutcomeRow {
  const { outcome, arm, comparator, followUp, measure, kind, value, unit, low, high, text } = quantity
  return {
    ...{ claim, paper, value, text },
    outcome: outcome ?? null,
    arm: arm ?? null,
    comparator: comparator ?? null,
    followUp: followUp ?? null,
    measure: measureOf(measure)?.label ?? kind,
    unit: unit ?? null,
    low: low ?? null,
    high: high ?? null,
    numerator: quantity.numerator ?? null,
    denominator: quantity.denominator ?? null,
    p: quantity.p === undefined ? null : `${quantity.pRelation ?? '='} ${quantity.p}`,
    check: quantity.check ?? null,
    agrees: quantity.agrees ?? null,
  }
}
