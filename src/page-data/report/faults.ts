import type { Content, Finding } from '../../core/audit/content.ts'
import { reportFaults as textFaults } from '../../core/reports/faults/index.ts'
import { checkRules } from '../../core/reports/hold/rules.ts'
import { storedFindings } from '../../core/reports/hold/stored.ts'
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
  // That nobody scored what came from elsewhere is no fault of it.
  const found = auditContent(content).filter(({ rule }) => rule !== 'gate-not-passed')
  return [...found, ...ownFaults(report, claims), ...checkedFaults(report)].sort(
    (a, b) => rank[a.severity] - rank[b.severity],
  )
}

/** What its own text shows, as `audit FILE` tells it. */
function ownFaults(report: ReportSource['report'], claims: ReportSource['claims']): Finding[] {
  return textFaults(report, claims, report.date).map(({ rule, severity, field, message }) => ({
    ...{ rule, severity, file: `reports/${report.slug}.json`, field, message },
  }))
}

/** What its sources and the registries showed when they were asked. */
function checkedFaults({ slug, imported }: ReportSource['report']): Finding[] {
  return (imported ? storedFindings(imported) : []).map(({ rule, line, message }) => ({
    ...{ rule, severity: checkRules[rule]!.severity, file: `reports/${slug}.json`, field: `line ${line}`, message },
  }))
}
