import { counted } from '../src/core/text/counts.ts'
import type { QueryRun } from '../src/schemas/ledger.ts'
import type { Report } from '../src/schemas/report.ts'

/** What a run did for one question. */
export interface Outcome {
  slug: string
  report: Report
  /** The searches that it rests on; absent where nothing was searched. */
  queries?: readonly QueryRun[]
  /** Files of content whose bytes changed. */
  written: string[]
}

/** The same in words. */
export function describeOutcome({ slug, report, written }: Outcome): string {
  const { counts, verdicts, panel, gate } = report
  const total = Object.values(verdicts).reduce((sum, n) => sum + n, 0)
  const told = Object.entries(verdicts)
    .filter(([, n]) => n > 0)
    .map(([name, n]) => `${n} ${name}`)
  const lines = [
    `${slug}: ${counted(counts.identified?.value ?? 0, 'record')}, ${counted(counts.screened?.value ?? 0, 'work')}, ${counts.included?.value ?? 0} included`,
    `  ${counted(total, 'claim')}${told.length ? `: ${told.join(', ')}` : ''}`,
    `  panel ${panel?.score ?? 'none'} of 10, ${gate.approved ? 'approved' : `not approved: ${gate.reasons.join(' ')}`}`,
    written.length === 0 ? '  nothing changed' : `  ${counted(written.length, 'file')} written`,
  ]
  return lines.join('\n')
}
