import type { Content, Finding } from '../../core/audit/content.ts'
import type { ReportSource } from './page.ts'

/** What the audit finds wrong with a report that was brought in: its faults are shown, and never stop a build. */
export async function reportFaults({ report, claims, shared, papers, ledger, site }: ReportSource): Promise<Finding[]> {
  const { slug } = report
  const content: Content = {
    questions: new Map(),
    papers,
    claims: new Map([[slug, { schema: 1, question: slug, claims, ...shared }]]),
    reports: new Map([[slug, report]]),
    ledgers: new Map(ledger ? [[slug, ledger]] : []),
    changes: new Map(),
    site,
    partial: true,
  }
  const { auditContent } = await import('../../core/audit/index.ts')
  const rank = { error: 0, warning: 1, note: 2 }
  return auditContent(content).sort((a, b) => rank[a.severity] - rank[b.severity])
}
