import { join } from 'node:path'
import { sealed } from '../../src/core/audit/seal.ts'
import { TouchstoneError } from '../../src/core/errors.ts'
import { checkRules } from '../../src/core/reports/hold/rules.ts'
import { storedFindings } from '../../src/core/reports/hold/stored.ts'
import type { ImportedReport } from '../../src/core/reports/import-report.ts'
import { stableJson } from '../../src/core/stable-json.ts'
import { readReport } from '../../src/reader/entries.ts'
import { slug as slugForm } from '../../src/schemas/common.ts'
import { readText } from '../io/files.ts'
import { importedHistory } from '../io/imported-history.ts'
import { openShelf } from '../io/shelf.ts'
import type { FileSummary, ImportRequest, IncomingFile, Plan, Write } from './incoming.ts'
import { auditReportFile } from './report-file.ts'

/** What finished reports become in content: `reports/<slug>.json`, `claims/<slug>.json` and their history. */
export async function planReports(files: readonly IncomingFile[], request: ImportRequest): Promise<Plan> {
  if (files.length > 1 && request.question !== undefined)
    throw new TouchstoneError('usage', `one name cannot stand for ${files.length} reports`, {
      where: '--question',
      next: 'Leave it away, so that each is named after its title, or bring them one at a time.',
    })
  const done: Plan = { files: [], writes: [], said: [] }
  for (const file of files) {
    const one = await planReport(file, request)
    const twice = one.writes.find(({ path }) => done.writes.some((write) => write.path === path))
    if (twice)
      throw new TouchstoneError('question-exists', `another of these reports is kept as ${twice.path} too`, {
        where: file.given,
        next: 'Bring them one at a time, each with --question SLUG.',
      })
    done.files.push(...one.files)
    done.writes.push(...one.writes)
    done.said.push(...one.said)
  }
  return done
}

async function planReport({ given, text: file }: IncomingFile, request: ImportRequest): Promise<Plan> {
  const audited = await auditReportFile(file.path, request.today, wantedSlug(request))
  const checked = await request.check?.(audited)
  const imported = checked ? { ...audited, report: { ...audited.report, imported: checked } } : audited
  const { slug } = imported.report
  const paths = { report: `reports/${slug}.json`, claims: `claims/${slug}.json` }
  const same = (await isThere(slug, imported.report, request)) && !checked
  const writes: Write[] = same
    ? []
    : [
        { path: paths.claims, text: stableJson(sealed(imported.claims)), replace: true },
        { path: paths.report, text: stableJson(sealed(imported.report)), replace: true },
        { ...(await historyOf(imported, request)), replace: true },
      ]
  const shown = checked ? storedFindings(checked).map(({ rule }) => checkRules[rule]!.severity) : []
  const errors = [...imported.findings.map(({ severity }) => severity), ...shown].filter(
    (one) => one === 'error',
  ).length
  const references = imported.report.imported?.references ?? []
  const dois = new Set(references.flatMap(({ doi }) => doi ?? []))
  const withoutDoi = references.filter(({ doi }) => doi === null).length
  const summary: FileSummary = {
    file: given,
    read: references.length,
    works: dois.size + withoutDoi,
    merged: references.length - dois.size - withoutDoi,
    rejected: 0,
    withoutDoi,
    withoutAbstract: dois.size + withoutDoi,
    kept: paths.report,
    rejections: [],
    report: { slug, claims: imported.claims.claims.length, errors, score: imported.report.panel?.score ?? null },
  }
  const said = [
    same ? `${given} is there already as ${paths.report}: nothing changed.` : '',
    `What is wrong with it, line by line: npm run audit -- ${slug}`,
    `Check its claims against a library: npm run generate -- ${slug} --library QUESTION`,
  ].filter(Boolean)
  return { files: [summary], writes, said }
}

async function historyOf(
  { report, claims }: Pick<ImportedReport, 'report' | 'claims'>,
  { project, today }: ImportRequest,
): Promise<{ path: string; text: string }> {
  const run = { project, today, shelf: await openShelf(project.content) }
  const [path, text] = await importedHistory(run, { report, claims: claims.claims })
  return { path, text }
}

function wantedSlug({ question }: ImportRequest): string | undefined {
  if (question === undefined || slugForm.safeParse(question).success) return question
  throw new TouchstoneError('usage', `"${question.slice(0, 80)}" is no name of a report`, {
    where: '--question',
    next: 'Names have small letters, digits and single hyphens, at most 80 characters, as in "coffee-sleep".',
  })
}

/**
 * Whether the same report was brought before. A newer version of a file replaces the older one.
 * @throws TouchstoneError `question-exists` where the name belongs to a report of our own or to another report
 */
async function isThere(
  slug: string,
  incoming: { imported?: { source: string; file: string } | undefined },
  { project }: ImportRequest,
) {
  const there = await readReport(project.content, slug)
  const refuse = (what: string): never => {
    throw new TouchstoneError('question-exists', what, {
      where: slug,
      next: 'Nothing was imported. Give the report another name with --question SLUG.',
    })
  }
  if (there?.origin === 'generated') refuse('this name belongs to a report of our own')
  if ((await readText(join(project.content, 'questions', `${slug}.md`))) !== null)
    refuse('this name belongs to a question of our own')
  if (!there) {
    const files = await Promise.all(
      ['reports', 'claims', 'ledger'].map((kind) => readText(join(project.content, kind, `${slug}.json`))),
    )
    return files.some((text) => text !== null)
      ? refuse('this name belongs to files that are no imported report')
      : false
  }
  if (there.imported?.source === incoming.imported?.source) return true
  if (there.imported?.file !== incoming.imported?.file)
    refuse(`this name belongs to another report, brought from "${there.imported?.file ?? 'elsewhere'}"`)
  return false
}
