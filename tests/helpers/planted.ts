import { auditContent, type Content } from '../../src/core/audit/index.ts'
import type { RuleId } from '../../src/core/audit/rules.ts'
import type { ChangesFile } from '../../src/schemas/change.ts'
import type { Claim, Finding } from '../../src/schemas/claim.ts'
import type { Ledger } from '../../src/schemas/ledger.ts'
import type { Paper } from '../../src/schemas/paper.ts'
import type { Report } from '../../src/schemas/report.ts'
import { sampleContent } from './sample-content.ts'

/** The sample with its parts by name, to be spoiled. */
export interface Sample {
  content: Content
  papers: Paper[]
  claims: Claim[]
  findings: Finding[]
  report: Report
  ledger: Ledger
  history: ChangesFile
}

/** A fault by hand: the rule that has to tell it, where it lies, and how the sample is spoiled. */
export type Plant = [rule: RuleId, where: string, change: (sample: Sample) => void]

let sample: Content | undefined

/** What a rule says, line by line, of the sample after a change. The sample by itself breaks no rule. */
export function told(rule: RuleId, change: (sample: Sample) => void, today = '2026-05-04'): string[] {
  sample ??= sampleContent()
  const content = structuredClone(sample)
  const file = content.claims.get('tea')!
  change({
    content,
    papers: [...content.papers.values()],
    claims: file.claims,
    findings: file.findings,
    report: content.reports.get('tea')!,
    ledger: content.ledgers.get('tea')!,
    history: content.changes.get('tea')!,
  })
  return auditContent(content, today).flatMap((one) =>
    one.rule === rule ? [`${one.severity} ${one.file} ${one.field}: ${one.message}`] : [],
  )
}
