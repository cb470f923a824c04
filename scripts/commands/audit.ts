import type { Command } from 'commander'
import { auditContent, editedByHand, type Finding, rules } from '../../src/core/audit/index.ts'
import { TouchstoneError } from '../../src/core/errors.ts'
import { faultRules, reportFaults } from '../../src/core/reports/faults/index.ts'
import { importReport } from '../../src/core/reports/read/index.ts'
import { type Report, report as reportForm } from '../../src/schemas/report.ts'
import { auditReportFile, type ReadForm, readForm } from '../audit/report-file.ts'
import { checkJson, readContent } from '../io/content.ts'
import { readText } from '../io/files.ts'
import { openProject } from '../io/project.ts'
import { recheckContent } from '../stages/recheck.ts'
import { dayOf } from './day.ts'

interface Options {
  json?: boolean
  strict?: boolean
  rules?: boolean
  content?: string
  date?: string
}

/** `npm run audit [-- slug…|file…]` */
export function register(program: Command): void {
  program
    .command('audit')
    .description('Check content against the integrity rules, and reports against the rules for faults.')
    .argument(
      '[what...]',
      'slugs of questions, or report files (.md, .txt, .docx, .html, .pdf, .json) that need not be in content; all where absent',
    )
    .option(
      '--json',
      'print one JSON object: {findings: [{rule, severity, file, field, message, line}], references, sentences}',
    )
    .option('--strict', 'exit with 1 on warnings too')
    .option('--rules', 'list every rule and end')
    .option('--content <folder>', 'another content folder')
    .option('--date <YYYY-MM-DD>', 'the day of the check, instead of today')
    .action((what: string[], options: Options) => audit(what, options))
}

async function audit(what: readonly string[], options: Options): Promise<void> {
  if (options.rules) return listRules(options.json ?? false)
  const today = dayOf(options.date)
  const files = what.filter(isFile)
  const slugs = what.filter((one) => !isFile(one))
  const findings: Finding[] = []
  const read: ReadForm[] = []
  for (const file of files) {
    const audited = await auditFile(file, today)
    findings.push(...audited.findings)
    if (audited.read) read.push(audited.read)
  }
  if (slugs.length > 0 || files.length === 0)
    findings.push(...(await auditDir(openProject(options).content, slugs, today)))
  if (options.json) console.log(JSON.stringify({ findings, ...readTogether(files, read) }))
  else printFindings(findings)
  const failing = findings.filter(({ severity }) => severity === 'error' || (options.strict && severity === 'warning'))
  if (failing.length > 0) process.exitCode = 1
}

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
  const findings = [...auditContent(content, today), ...(await recheckContent(content, openProject({ content: dir })))]
  for (const [slug, report] of content.reports) {
    if (report.origin !== 'imported') continue
    const faults = faultsOf(report, content.claims.get(slug)?.claims ?? [], `reports/${slug}.json`, today)
    findings.push(...faults.map((fault) => (named.includes(slug) ? fault : softened(fault))))
  }
  return [...findings, ...editedByHand(content, findings)]
}

/** What was read of one file as it is; of several, under the name of each. */
function readTogether(files: readonly string[], read: readonly ReadForm[]): object {
  if (read.length === 0) return {}
  return read.length === 1 && files.length === 1
    ? read[0]!
    : { files: files.map((file, at) => ({ file, ...read[at] })) }
}

/** Faults of a report file that is not in content, of any kind that is read, or the JSON of a report. */
async function auditFile(path: string, today: string): Promise<{ findings: Finding[]; read?: ReadForm }> {
  if (!/\.json$/i.test(path)) return auditReportFile(path, today)
  const text = await readText(path)
  if (text === null) throw new TouchstoneError('file-missing', 'there is no such file', { where: path })
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

function faultsOf(report: Report, claims: Parameters<typeof reportFaults>[1], file: string, today: string): Finding[] {
  return reportFaults(report, claims, today).map(({ rule, severity, field, message, line }) => ({
    ...{ rule, severity, file, field, message, line },
  }))
}

function softened(finding: Finding): Finding {
  return finding.severity === 'error' ? { ...finding, severity: 'warning' } : finding
}

/** Prints findings, one line each: severity, file, field, rule, what to do. */
export function printFindings(findings: readonly Finding[]): void {
  for (const { severity, file, field, rule, message } of findings) {
    console.log(`${severity} ${file}${field ? ` ${field}` : ''} [${rule}] ${message.replace(/\s*\n\s*/g, ' ')}`)
  }
  const of = (severity: Finding['severity']) => findings.filter((finding) => finding.severity === severity).length
  console.log(`${of('error')} errors, ${of('warning')} warnings, ${of('note')} notes`)
}

function listRules(json: boolean): void {
  const all = [...Object.entries(rules), ...Object.entries(faultRules)].map(([id, { severity, description }]) => ({
    id,
    severity,
    description,
  }))
  if (json) console.log(JSON.stringify({ rules: all }))
  else
    for (const { id, severity, description } of all)
      console.log(`${id.padEnd(26)} ${severity.padEnd(8)} ${description}`)
}

function isFile(name: string): boolean {
  return /[/\\.]/.test(name)
}
