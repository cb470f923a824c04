import type { Claim } from '../../schemas/claim.ts'
import type { Report } from '../../schemas/report.ts'
import type { Severity } from '../integrity/content.ts'

/** A fault of an imported report, at its place. */
export interface Fault {
  rule: string
  severity: Severity
  /** Place in the report as it was brought, as in `line 12` or `line 12, claim 3`. */
  field: string
  line: number
  message: string
  /** Ids of the claims it is about. */
  claims: string[]
  /** Reviewer of the panel who answers for it. */
  reviewer: string
}

/** What a rule is given: the imported report, its claims, its lines, and the day of the check. */
export interface FaultInput {
  report: Report
  claims: readonly Claim[]
  lines: readonly string[]
  today: string
}

/** What a rule finds; the table adds name, severity and reviewer. */
export type Found = { line: number; message: string; claims?: string[]; claim?: number; severity?: Severity }
