import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { auditReportFile } from '../../import/report-file.ts'
import type { Evaluation } from '../task.ts'
import { formats } from './documents.ts'
import { type Draft, partsOf } from './draft.ts'
import own from './drafts.json' with { type: 'json' }
import { plantedFaults } from './kinds.ts'

const drafts: readonly Draft[] = own

/** What was found of one kind of planted fault in one format, over all reports. */
export interface PlantedRow {
  kind: string
  format: string
  reports: number
  caught: number
  /** Faults printed, notes left out, and those of them that were planted. */
  printed: number
  right: number
}

/** The kind of the reports into which nothing was planted. */
export const sound = 'no fault'

/** Plants each kind of fault into sound reports, writes them in each format that is `wanted` and reads them as anybody's file. */
export async function plantedRows(
  reports = drafts,
  wanted: (kind: string, format: string) => boolean = () => true,
): Promise<PlantedRow[]> {
  const folder = await mkdtemp(join(tmpdir(), 'touchstone-planted-'))
  try {
    const rows: PlantedRow[] = []
    for (const kind of [sound, ...Object.keys(plantedFaults)])
      for (const format of Object.keys(formats).filter((one) => wanted(kind, one)))
        rows.push(await rowOf(kind, format, join(folder, `report.${format}`), reports))
    return rows
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** The first of the reports, for a quick look. */
export const firstDraft: readonly Draft[] = drafts.slice(0, 1)

async function rowOf(kind: string, format: string, file: string, reports: readonly Draft[]): Promise<PlantedRow> {
  const row = { kind, format, reports: reports.length, caught: 0, printed: 0, right: 0 }
  const planted = plantedFaults[kind]
  for (const draft of reports) {
    await writeFile(file, formats[format]!(partsOf(planted?.into(draft) ?? draft)))
    const { findings } = await auditReportFile(file, '2026-01-01')
    const isRight = ({ rule }: { rule: string }) => planted?.rules.includes(rule) ?? false
    const printed = findings.filter(({ severity }) => severity !== 'note')
    if (findings.some(isRight)) row.caught++
    row.printed += printed.length
    row.right += printed.filter(isRight).length
  }
  return row
}

/** `evaluate planted`: ten kinds of faults in five formats. */
export async function planted(): Promise<Evaluation> {
  const rows = await plantedRows()
  const faulty = rows.filter(({ kind }) => kind !== sound)
  return {
    table: tableOf(rows),
    json: {
      task: 'planted',
      n: sum(faulty, 'reports'),
      caught: share(sum(faulty, 'caught'), sum(faulty, 'reports')),
      right: share(sum(rows, 'right'), sum(rows, 'printed')),
      rows,
    },
    predictions: rows.map((row) => ({ id: `${row.kind} ${row.format}`, ...row })),
  }
}

/** One column of rows added up. */
export function sum(rows: readonly PlantedRow[], key: 'reports' | 'caught' | 'printed' | 'right'): number {
  return rows.reduce((total, row) => total + row[key], 0)
}

function share(part: number, whole: number): number | null {
  return whole === 0 ? null : Math.round((1000 * part) / whole) / 1000
}

function tableOf(rows: readonly PlantedRow[]): string {
  const endings = Object.keys(formats)
  const lines = [...Map.groupBy(rows, ({ kind }) => kind)].map(([kind, all]) => [
    kind,
    ...endings.map((format) => {
      const row = all.find((one) => one.format === format)!
      return kind === sound ? `${row.printed} printed` : `${row.caught}/${row.reports}`
    }),
    String(sum(all, 'printed') - sum(all, 'right')),
  ])
  return [['planted', ...endings, 'wrong'], ...lines]
    .map((cells) => cells.map((cell, at) => (at === 0 ? cell.padEnd(18) : cell.padStart(11))).join(''))
    .join('\n')
}
