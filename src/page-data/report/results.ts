import { type BenchmarkRow, type OutcomeRow, resultsTable } from '../../core/quantities/results-table.ts'
import { writtenIn } from '../../core/quantities/written.ts'
import type { Claim } from '../../schemas/claim.ts'
import type { PaperOf } from '../claim/view.ts'
import { shown } from '../content/shown.ts'
import { shortName } from '../names.ts'

/** Where a result is said. */
interface Said {
  name: string
  href: string
  struck: boolean
}

export interface BenchmarkView extends Said {
  method: string
  dataset: string
  metric: string
  value: string
  /** Share of the greatest score of the same metric, as a width; empty where the values are not scores to compare. */
  width: string
}

export interface OutcomeView extends Said {
  outcome: string
  groups: string
  measure: string
  value: string
  check: string
  agrees: boolean
}

/** A report's results in numbers: benchmarks by data set and metric, the best first; outcomes by what was counted. */
export interface ResultsView {
  benchmarks: BenchmarkView[]
  outcomes: OutcomeView[]
}

/** The results in numbers of a report's claims. */
export function resultsView(claims: readonly Claim[], paperOf: PaperOf): ResultsView {
  const { benchmarks, outcomes } = resultsTable(claims)
  const said = ({ claim, paper }: { claim: string; paper: string }): Said => ({
    name: shortName(paperOf(paper).csl),
    href: `#e-${claim.slice(2)}-1`,
    struck: paperOf(paper).standing.state === 'retracted',
  })
  return {
    benchmarks: onceEach(benchmarks)
      .sort(byDataset)
      .map((row) => ({ ...said(row), ...benchmarkView(row) })),
    outcomes: eachOutcome(outcomes).map((row) => ({ ...said(row), ...outcomeView(row) })),
  }
}

/** A result that several claims of a paper repeat is listed once. */
function onceEach(rows: readonly BenchmarkRow[]): BenchmarkRow[] {
  const seen = new Map<string, BenchmarkRow>()
  for (const row of rows) {
    const { paper, method, dataset, metric, value, high, change } = row
    const key = [paper, method, dataset, metric, value, high, change].join('|')
    if (!seen.has(key)) seen.set(key, row)
  }
  return [...seen.values()]
}

/** The same of outcomes: what a claim and another that holds its sentence both tell. */
function eachOutcome(rows: readonly OutcomeRow[]): OutcomeRow[] {
  const seen = new Map<string, OutcomeRow>()
  for (const row of rows) {
    const { paper, outcome, arm, comparator, measure, value, unit, low, high } = row
    const key = [paper, outcome, arm, comparator, measure, value, unit, low, high].join('|')
    if (!seen.has(key)) seen.set(key, row)
  }
  return [...seen.values()]
}

/** Kinds of values that their unit tells by itself. */
const plainKinds: ReadonlySet<string> = new Set(['percentage', 'fraction', 'measure'])

function byDataset(a: BenchmarkRow, b: BenchmarkRow): number {
  const key = ({ change, dataset, task, metric, unit }: BenchmarkRow) =>
    [change ? 1 : 0, dataset ?? (task === null ? '\uffff' : `\ufffe${task}`), metric, unit ?? ''].join('\t')
  const [x, y] = [key(a), key(b)]
  return x < y ? -1 : x > y ? 1 : b.value - a.value
}

function benchmarkView(row: BenchmarkRow): Omit<BenchmarkView, keyof Said> {
  const { method, task, dataset, metric, value, high, unit, change } = row
  const whole = unit === '%' ? 100 : 1
  const share = value / whole
  const as = writtenIn(row.text)
  return {
    method: shown(method ?? 'Not named'),
    dataset: shown(dataset ?? task ?? ''),
    metric: change ? `${metric}, change` : metric,
    value: `${high === null ? as(value) : `${as(value)} to ${as(high)}`}${unit ? ` ${shown(unit)}` : ''}`,
    width: !change && share >= 0 && share <= 1 ? `${Math.round(share * 100)}%` : '',
  }
}

/** A unit as the text writes it: mmHg, °C. */
function unitIn(text: string, unit: string): string {
  const at = text.toLowerCase().indexOf(unit.toLowerCase())
  return at < 0 ? unit : text.slice(at, at + unit.length)
}

function outcomeView(row: OutcomeRow): Omit<OutcomeView, keyof Said> {
  const {
    outcome,
    arm,
    comparator,
    followUp,
    measure,
    value,
    unit,
    low,
    high,
    numerator,
    denominator,
    p,
    check,
    agrees,
  } = row
  const as = writtenIn(row.text)
  const end = writtenIn(row.text, true)
  const ends = [low === null ? '−∞' : end(low), high === null ? '∞' : end(high)].join(' to ')
  const interval = low === null && high === null ? '' : ` (${ends})`
  const parts = numerator !== null && denominator !== null ? `, ${numerator} of ${denominator}` : ''
  return {
    outcome: shown(outcome ?? ''),
    groups: [arm, comparator && `against ${comparator}`, followUp && `at ${followUp}`]
      .filter((part) => part !== null && part !== '')
      .map((part) => shown(String(part)))
      .join(', '),
    measure: plainKinds.has(measure) ? '' : measure,
    value: `${as(value)}${unit ? ` ${shown(unitIn(row.text, unit))}` : ''}${interval}${parts}${p ? `, p ${p}` : ''}`,
    check: shown(check ?? ''),
    agrees: agrees !== false,
  }
}
