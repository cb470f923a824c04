import type { Content, Finding } from '../../core/audit/content.ts'
import { readCitations } from '../../core/reports/citations/index.ts'
import type { KeyTable } from '../../core/reports/citations/resolve.ts'
import { reportFaults as textFaults } from '../../core/reports/faults/index.ts'
import { checkFindings, type LookupResult } from '../../core/reports/hold/findings.ts'
import type { HeldSentence } from '../../core/reports/hold/report.ts'
import { checkRules } from '../../core/reports/hold/rules.ts'
import { normaliseLines } from '../../core/reports/read/parse.ts'
import type { Standing } from '../../schemas/paper.ts'
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

type Imported = NonNullable<ReportSource['report']['imported']>

/** What its own text shows, as `audit FILE` tells it. */
function ownFaults(report: ReportSource['report'], claims: ReportSource['claims']): Finding[] {
  return textFaults(report, claims, report.date).map(({ rule, severity, field, message }) => ({
    ...{ rule, severity, file: `reports/${report.slug}.json`, field, message },
  }))
}

/** What its sources and the registries showed when they were asked. */
function checkedFaults({ slug, imported }: ReportSource['report']): Finding[] {
  if (!imported) return []
  const cited = readCitations(normaliseLines(imported.source), new Map(Object.entries(imported.keys ?? {})) as KeyTable)
  return checkFindings(cited, heldOf(imported), lookupsOf(imported)).map(({ rule, line, message }) => ({
    ...{ rule, severity: checkRules[rule]!.severity, file: `reports/${slug}.json`, field: `line ${line}`, message },
  }))
}

function heldOf({ sentences = [] }: Imported): HeldSentence[] {
  return sentences.map(({ outcome = 'cannot-be-read', source }) => ({
    ...{ outcome, n: source?.n ?? null, quote: source?.quote ?? null, why: source?.why ?? '' },
    confidence: source?.confidence ?? null,
  }))
}

function lookupsOf({ references }: Imported): Map<number, LookupResult> {
  return new Map(
    references.flatMap(({ n, lookup }): [number, LookupResult][] => {
      if (n === undefined || !lookup) return []
      const { outcome, fields, standing } = lookup
      const state = standing as Standing['state'] | undefined
      return [[n, { outcome, fields, asked: ['the registries asked'], ...(state ? { standing: { state } } : {}) }]]
    }),
  )
}
