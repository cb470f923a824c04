import { composed } from './composed.ts'
import type { Content, Finding } from './content.ts'
import { counts } from './counts.ts'
import { dois } from './dois.ts'
import type { Family } from './family.ts'
import { findings as findingRules } from './findings.ts'
import { history } from './history.ts'
import { ids } from './ids.ts'
import { maps } from './maps.ts'
import { others } from './others.ts'
import { provenance } from './provenance.ts'
import { quotes } from './quotes.ts'
import { references } from './references.ts'
import { type RuleId, rules } from './rules.ts'
import { standing } from './standing.ts'
import { verdicts } from './verdicts.ts'

export type { Content, Finding } from './content.ts'
export { editedByHand } from './edited.ts'
export { type LinkAgain, recheckVerdicts, type Verifier } from './recheck.ts'
export { compareRemade, type Remade } from './remade.ts'
export { rules } from './rules.ts'

const families: readonly Family[] = [
  ids,
  quotes,
  references,
  counts,
  composed,
  dois,
  standing,
  provenance,
  history,
  others,
  verdicts,
  findingRules,
  maps,
]

/** Principles that an imported report may break: its findings there are told but never errors. */
const forgiven: ReadonlySet<number> = new Set([2, 3, 4])

/**
 * Everything that is wrong with content, by the rules of the table, in the order of files and rules.
 * `today` is the day of the check, `YYYY-MM-DD`; without it no day counts as future.
 */
export function auditContent(content: Content, today = '9999-12-31'): Finding[] {
  const findings: Finding[] = [...(content.problems ?? [])]
  const broken = new Set(findings.map((finding) => finding.file))
  const imported = new Set(
    [...content.reports].filter(([, report]) => report.origin === 'imported').map(([slug]) => slug),
  )
  const add = (rule: RuleId, file: string, field: string, message: string) => {
    const { severity, principle } = rules[rule]
    const slug = /^(?:reports|claims|ledger)\/(.+)\.json$/.exec(file)?.[1]
    const soft = severity === 'error' && slug !== undefined && imported.has(slug) && forgiven.has(principle)
    findings.push({ rule, severity: soft ? 'warning' : severity, file, field, message })
  }
  for (const family of families) family({ content, today, broken, add })
  return findings.sort(
    (a, b) =>
      compare(a.file, b.file) || compare(a.rule, b.rule) || compare(a.field, b.field) || compare(a.message, b.message),
  )
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
