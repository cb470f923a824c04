import type { Claim } from '../../../schemas/claim.ts'
import type { Report } from '../../../schemas/report.ts'
import type { Severity } from '../../audit/content.ts'
import type { ParsedReport } from '../read/parse.ts'
import type { StatedCount } from '../read/stated-counts.ts'
import type { StatedQuestion, StatedScore } from '../read/statements.ts'

/** What a rule is given: the report taken apart, what it states of itself, its claims, its topic, and the day of the check. */
export interface FaultInput {
  report: Report
  parsed: ParsedReport
  claims: readonly Claim[]
  /** Lines of the report as it was brought, first is line 1. */
  lines: readonly string[]
  counts: readonly StatedCount[]
  scores: readonly StatedScore[]
  questions: readonly StatedQuestion[]
  today: string
  /** Titles by DOI of papers that are known here, for references that print none. */
  titles?: ReadonlyMap<string, string>
}

/** What a rule finds at a line; `claim` is the place of the claim in the list, from 0. */
export interface Found {
  line: number
  message: string
  claim?: number
  claims?: readonly number[]
  severity?: Severity
}

/** A rule for faults of imported reports. */
export interface FaultRule {
  severity: Severity
  description: string
  reviewer: string
  find: (input: FaultInput) => Found[]
  /** Only of reports that state their making: those with a list of claims, or with a methods section and no citations. */
  synthesis?: true
}
