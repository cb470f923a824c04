import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { importReport } from '../../../src/core/reports/import-report.ts'
import { day } from './library.ts'

/** What the panel gives a finished report that was brought; null where no claim could be read, so that nothing is scored. */
export async function scoreBrought(file: string): Promise<{ name: string; claims: number; score: number | null }> {
  const name = basename(file)
  const { report, claims } = importReport(await readFile(file, 'utf8'), name, day)
  return { name, claims: claims.claims.length, score: report.panel?.score ?? null }
}
