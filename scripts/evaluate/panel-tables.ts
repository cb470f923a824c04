import type { CanaryResult, FalseAlarms } from './canaries/measure.ts'
import type { scoreBrought } from './degraded/brought.ts'
import type { LadderResult } from './degraded/index.ts'
import type { SlipResult } from './planted/measure.ts'

/** Errors planted into reports, audited whole. */
export function plantedTable(results: readonly CanaryResult[], alarms: FalseAlarms): string {
  const rows = results.map(({ id, planted, caught, accused, beside, rules }) => [
    ...[id, String(planted), String(caught), percent(caught, planted), percent(accused, beside)],
    byTimes(rules),
  ])
  return [
    aligned([['planted error', 'planted', 'caught', 'rate', 'alarms', 'caught by'], ...rows]),
    `sound claims accused in the reports as they are: ${alarms.accused} of ${alarms.claims}`,
  ].join('\n')
}

/** Slips in single claims, held against the claim's own quote and paper. */
export function slipTable({
  claims,
  accused,
  kinds,
}: {
  claims: number
  accused: number
  kinds: readonly SlipResult[]
}): string {
  const rows = kinds.map((kind) => [
    ...[kind.id, String(kind.planted), String(kind.caught), percent(kind.caught, kind.planted)],
    ...[String(kind.restated), percent(kind.accused, kind.restated), byTimes(kind.checks)],
  ])
  return [
    aligned([['slip', 'planted', 'caught', 'rate', 'reworded soundly', 'accused', 'caught by'], ...rows]),
    `sound claims accused: ${accused} of ${claims}`,
  ].join('\n')
}

/** Scores of damaged reports, a row a step and a column a library. */
export function degradedTable(
  ladders: readonly LadderResult[],
  brought: readonly Awaited<ReturnType<typeof scoreBrought>>[],
): string {
  const tables = ladders.map(({ label, steps, scores, means, rankCorrelation, pooled }) => {
    const names = Object.keys(scores)
    const rows = steps.map((step, at) => [
      `${Math.round(step * 100)} %`,
      ...names.map((name) => String(scores[name]![at] ?? 'none')),
      means[at]!.toFixed(2),
    ])
    return `${aligned([[label, ...names, 'mean'], ...rows])}\nrank correlation of damage and loss of score: ${rankCorrelation.toFixed(2)} within a library, ${pooled.toFixed(2)} over all`
  })
  const reports = brought.map(({ name, claims, score }) => [
    name,
    String(claims),
    score === null ? 'none' : String(score),
  ])
  return [...tables, ...(reports.length ? [aligned([['report brought', 'claims', 'score'], ...reports])] : [])].join(
    '\n\n',
  )
}

function aligned(rows: readonly (readonly string[])[]): string {
  const widths = rows[0]!.map((_, at) => Math.max(...rows.map((row) => row[at]!.length)))
  return rows
    .map((row) =>
      row
        .map((cell, at) => (at === 0 || at === row.length - 1 ? cell.padEnd(widths[at]!) : cell.padStart(widths[at]!)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

function byTimes(counts: Readonly<Record<string, number>>): string {
  const sorted = Object.entries(counts).sort(([, a], [, b]) => b - a)
  return sorted.map(([name, times]) => `${name} ${times}`).join(', ')
}

function percent(part: number, whole: number): string {
  return whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)}%`
}
