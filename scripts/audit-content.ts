import { auditContent, type Content, editedByHand, type Finding } from '../src/core/audit/index.ts'
import { TouchstoneError } from '../src/core/errors.ts'
import type { CitedReport } from '../src/core/reports/citations/index.ts'
import { reportFaults } from '../src/core/reports/faults/index.ts'
import { checkRules } from '../src/core/reports/hold/rules.ts'
import { importReport } from '../src/core/reports/import-report.ts'
import { readContent } from '../src/reader/content.ts'
import { checkJson } from '../src/reader/form.ts'
import { type Report, report as reportForm } from '../src/schemas/report.ts'
import { type AuditedFile, auditReportFile, type ReadForm, readForm } from './import/report-file.ts'
import { dayOf } from './io/day.ts'
import { readText } from './io/files.ts'
import { openProject } from './io/project.ts'
import { missingFile } from './io/system-error.ts'
import { ofAnotherRelease, recheckContent } from './stages/recheck.ts'
import { type CheckedReport, type Checking, checkReport } from './stages/references/check-report.ts'

/**
 * Everything wrong with a content folder, or with the named questions in it. Faults of imported reports are warnings,
 * because they never stop a build, unless the report is named by a person (`named`).
 * @throws TouchstoneError `question-unknown` where nothing of a name is there
 */
export async function auditDir(
  dir: string,
  slugs: readonly string[] = [],
  today = dayOf(),
  named = slugs,
): Promise<Finding[]> {
  const content = await readContent(dir, slugs)
  for (const slug of slugs) {
    const files = [`questions/${slug}.md`, `claims/${slug}.json`, `reports/${slug}.json`, `ledger/${slug}.json`]
    const there =
      content.questions.has(slug) || content.reports.has(slug) || content.claims.has(slug) || content.ledgers.has(slug)
    if (there || content.problems?.some((problem) => files.includes(problem.file))) continue
    throw new TouchstoneError('question-unknown', 'there is neither a question nor a report of this name', {
      where: slug,
      next: `Names are those of the files in ${dir}/questions and ${dir}/reports.`,
    })
  }
  const found = [...auditContent(content, today), ...(await recheckContent(content, openProject({ content: dir })))]
  const findings = await asOfTheirRelease(content, found)
  for (const [slug, report] of content.reports) {
    if (report.origin !== 'imported') continue
    const faults = faultsOf(report, content.claims.get(slug)?.claims ?? [], `reports/${slug}.json`, today)
    findings.push(...faults.map((fault) => (named.includes(slug) ? fault : softened(fault))))
  }
  return [...findings, ...editedByHand(content, findings)]
}

/** Faults of a report file that is not in content, of any kind that is read, or the JSON of a report; with what was read of it. */
export async function auditFile(path: string, today: string, checking?: Checking): Promise<AuditedPath> {
  if (!/\.json$/i.test(path)) {
    const audited = await auditReportFile(path, today)
    return checking ? checked(audited, path, checking) : audited
  }
  const text = await readText(path)
  if (text === null) throw missingFile(path)
  const problems: Finding[] = []
  const report = checkJson(reportForm, text, path, problems)
  if (!report) return { findings: problems }
  if (report.imported) {
    const again = importReport(report.imported.source, report.imported.file, today)
    const findings = faultsOf({ ...report, imported: again.report.imported }, again.claims.claims, path, today)
    return { findings, read: readForm(again) }
  }
  const content = await readContent(openProject().content, [])
  const alone = { ...content, reports: new Map([[report.slug, report]]), problems: [] }
  const findings = auditContent(alone, today)
    .filter((finding) => finding.file === `reports/${report.slug}.json`)
    .map((finding) => ({ ...finding, file: path }))
  return { findings }
}

/** What a file gave: findings, what was read of it, and what its sources say. */
export interface AuditedPath {
  findings: Finding[]
  read?: ReadForm
  cited?: CitedReport
  check?: CheckedReport
}

async function checked(audited: AuditedFile, path: string, checking: Checking): Promise<AuditedPath> {
  const { cited, read } = audited
  const check = await checkReport(cited, checking)
  const found = check.findings.map(({ rule, line, message }) => ({
    ...{ rule, severity: checkRules[rule]!.severity, file: path, field: `line ${line}`, message, line },
  }))
  const references = read.references.map((one) => {
    const looked = check.lookups.get(one.n)
    const said = check.standings.get(one.n)
    const told = said ? { ...one, standing: said.state } : one
    if (!looked) return told
    const { outcome, fields, standing } = looked
    return { ...told, lookup: { outcome, fields, ...(standing ? { standing: standing.state } : {}) } }
  })
  const sentences = read.sentences.map((one, at) => {
    const held = check.held[at]
    const beside = check.others[at] ? { others: check.others[at] } : {}
    return held
      ? {
          ...one,
          outcome: held.outcome,
          source: { n: held.n, quote: held.quote, why: held.why, ...sure(held) },
          ...beside,
        }
      : one
  })
  return { findings: [...audited.findings, ...found], read: { references, sentences }, cited, check }
}

/** The probability of an outcome, where one was learned. */
function sure({ confidence }: { confidence: number | null }): { confidence?: number } {
  return confidence === null ? {} : { confidence }
}

function faultsOf(report: Report, claims: Parameters<typeof reportFaults>[1], file: string, today: string): Finding[] {
  return reportFaults(report, claims, today).map(({ rule, severity, field, message, line }) => ({
    ...{ rule, severity, file, field, message, line },
  }))
}

/** Rules that hold content against what this release makes of the same library. */
const madeAgain = new Set([
  ...['record-differs', 'provenance-differs', 'ledger-differs', 'claim-differs', 'quantity-mismatch'],
  ...['panel-differs', 'gate-differs', 'report-differs', 'claim-off-question', 'verdict-differs', 'finding-unfounded'],
])

/** What another release made stands as it is until the next run: where this one would say otherwise is a warning. */
async function asOfTheirRelease(content: Content, findings: readonly Finding[]): Promise<Finding[]> {
  const others = await ofAnotherRelease(content)
  const isTheirs = ({ file }: Finding) =>
    file.startsWith('papers/') ? others.size > 0 : others.has(file.replace(/^[a-z]+\/|\.json$/g, ''))
  return findings.map((one) => (madeAgain.has(one.rule) && isTheirs(one) ? softened(one) : one))
}

function softened(finding: Finding): Finding {
  return finding.severity === 'error' ? { ...finding, severity: 'warning' } : finding
}
