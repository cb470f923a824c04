/** A fault of an imported report, at its place. */
export interface Fault {
  rule: string
  severity: 'error' | 'warning' | 'note'
  /** Place in the report as it was brought, as in `line 12` or `line 12, claim 3`. */
  field: string
  line: number
  message: string
  /** Ids of the claims it is about. */
  claims: string[]
  /** Reviewer of the panel who answers for it. */
  reviewer: string
}
