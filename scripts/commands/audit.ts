import type { Command } from 'commander'
import { type Finding, rules } from '../../src/core/audit/index.ts'
import { faultRules } from '../../src/core/reports/faults/index.ts'
import { summaryOf } from '../../src/core/reports/hold/findings.ts'
import { checkRules } from '../../src/core/reports/hold/rules.ts'
import { auditDir, auditFile } from '../audit-content.ts'
import type { ReadForm } from '../import/report-file.ts'
import { dayOf } from '../io/day.ts'
import { writeAtomic } from '../io/files.ts'
import { openProject } from '../io/project.ts'
import { correctedList } from '../stages/references/corrected-list.ts'
import { withChecking } from './checking.ts'
import { printFindings } from './print-findings.ts'

interface Options {
  json?: boolean
  strict?: boolean
  rules?: boolean
  content?: string
  online?: boolean
  library?: string
  corrected?: string
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
    .option(
      '--online',
      'look the references of a report file up in registries, and hold its sentences against what they have',
    )
    .option('--library <name>', 'hold its sentences against the papers of this question, or of a bibliographic file')
    .option('--corrected <file>', 'write its references as registries have them (.bib, .ris, .json)')
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
    const audited = await withChecking(options, openProject(options), (checking) => auditFile(file, today, checking))
    findings.push(...audited.findings)
    if (audited.read) read.push(audited.read)
    if (audited.cited && !options.json) console.log(audited.check?.summary ?? summaryOf(audited.cited, [], new Map()))
    if (options.corrected && audited.cited)
      await writeAtomic(
        options.corrected,
        correctedList(audited.cited, audited.check?.lookups ?? new Map(), options.corrected),
      )
  }
  if (slugs.length > 0 || files.length === 0)
    findings.push(...(await auditDir(openProject(options).content, slugs, today)))
  if (options.json) console.log(JSON.stringify({ findings, ...readTogether(files, read) }))
  else printFindings(findings)
  const failing = findings.filter(({ severity }) => severity === 'error' || (options.strict && severity === 'warning'))
  if (failing.length > 0) process.exitCode = 1
}

/** What was read of one file as it is; of several, under the name of each. */
function readTogether(files: readonly string[], read: readonly ReadForm[]): object {
  if (read.length === 0) return {}
  return read.length === 1 && files.length === 1
    ? read[0]!
    : { files: files.map((file, at) => ({ file, ...read[at] })) }
}

function listRules(json: boolean): void {
  const all = [...Object.entries(rules), ...Object.entries(faultRules), ...Object.entries(checkRules)].map(
    ([id, { severity, description }]) => ({
      id,
      severity,
      description,
    }),
  )
  if (json) console.log(JSON.stringify({ rules: all }))
  else
    for (const { id, severity, description } of all)
      console.log(`${id.padEnd(26)} ${severity.padEnd(8)} ${description}`)
}

function isFile(name: string): boolean {
  return /[/\\.]/.test(name)
}
