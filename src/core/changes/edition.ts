import type { Basis } from '../../schemas/change.ts'
import type { Claim, Finding } from '../../schemas/claim.ts'
import type { Ledger } from '../../schemas/ledger.ts'
import type { Paper } from '../../schemas/paper.ts'
import type { Report } from '../../schemas/report.ts'

/** One state of a question's content: what a run left, or is about to leave. */
export interface Edition {
  report: Report
  claims: readonly Claim[]
  findings: readonly Finding[]
  /** null where there is none, as for an imported report. */
  ledger: Ledger | null
  /** Papers of the question by id. */
  papers: ReadonlyMap<string, Paper>
  /** What the run rested on; null where an older program left no note of it. */
  basis: Basis | null
}

/** Two editions of one question that are compared. */
export interface Pair {
  before: Edition
  after: Edition
}
