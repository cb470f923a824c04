import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { z } from 'zod'
import type { Content, Finding } from '../../src/core/audit/content.ts'
import { sealHolds } from '../../src/core/audit/seal.ts'
import { TouchstoneError } from '../../src/core/errors.ts'
import { type ChangesFile, changesFile } from '../../src/schemas/change.ts'
import { type ClaimsFile, claimsFile } from '../../src/schemas/claim.ts'
import { type Ledger, ledger } from '../../src/schemas/ledger.ts'
import { migrate } from '../../src/schemas/migrations.ts'
import { paper } from '../../src/schemas/paper.ts'
import { type Report, report } from '../../src/schemas/report.ts'
import { type Site, site } from '../../src/schemas/site.ts'
import { readText } from './files.ts'
import { checkQuestionName, parseQuestion } from './question-file.ts'
import { describe, fieldName, readForm } from './yaml-form.ts'

/** Faults that have a rule of their own although the schema already finds them, by the end of the field's path. */
const named: readonly [RegExp, string][] = [
  [/(^|\.)confidence$/, 'confidence-range'],
  [/(^|\.)(date|searched|day|checked|since)$/, 'date-invalid'],
  [/^inputHash$/, 'hash-missing'],
  [/^engines/, 'engine-missing'],
]

/**
 * Reads a content folder, everything or the named questions with the papers they use.
 * Files that do not fit their schema are left out and told in `problems`.
 * @throws TouchstoneError `file-missing` where there is no such folder, `site-invalid` where site.yaml is wrong
 */
export async function readContent(dir: string, slugs?: readonly string[]): Promise<Content> {
  const names = await list(dir)
  if (names === null) throw new TouchstoneError('file-missing', 'there is no such content folder', { where: dir })
  const problems: Finding[] = []
  const wanted = slugs?.length ? new Set(slugs) : null
  const edited: string[] = []
  const strays: string[] = []
  const found = { problems, edited, strays }
  const kind = <T extends z.ZodType>(folder: string, schema: T) => readFolder(dir, folder, schema, found, wanted)
  const [claims, reports, ledgers, changes] = [
    await kind('claims', claimsFile),
    await kind('reports', report),
    await kind('ledger', ledger),
    await kind('changes', changesFile),
  ]
  const content = { questions: await readQuestions(dir, problems, wanted), claims, reports, ledgers, changes }
  const papers = await readFolder(dir, 'papers', paper, found, wanted && usedPapers(content))
  return { ...content, papers, site: await readSite(dir), ...found, partial: wanted !== null }
}

/**
 * The settings of `content/site.yaml`; the defaults where there is no such file.
 * @throws TouchstoneError `site-invalid` naming file, line, field, expected, received
 */
export async function readSite(dir: string): Promise<Site> {
  const path = join(dir, 'site.yaml')
  const next = 'Correct the field; public/schemas/site.json describes the form.'
  return readForm(site, (await readText(path)) ?? '', { file: path, firstLine: 1, code: 'site-invalid', next })
}

/** The report of a question as content holds it, or null where there is none or it does not fit its form. */
export async function readReport(dir: string, slug: string): Promise<Report | null> {
  const text = await readText(join(dir, 'reports', `${slug}.json`))
  return text === null ? null : (checkJson(report, text, `reports/${slug}.json`, []) ?? null)
}

/** The ledger of a question as content holds it, or null where there is none or it does not fit its form. */
export async function readLedger(dir: string, slug: string): Promise<Ledger | null> {
  const text = await readText(join(dir, 'ledger', `${slug}.json`))
  return text === null ? null : (checkJson(ledger, text, `ledger/${slug}.json`, []) ?? null)
}

/** The claims of a question as content holds them, or null where there are none or they do not fit their form. */
export async function readClaims(dir: string, slug: string): Promise<ClaimsFile | null> {
  const text = await readText(join(dir, 'claims', `${slug}.json`))
  return text === null ? null : (checkJson(claimsFile, text, `claims/${slug}.json`, []) ?? null)
}

/**
 * The history of a question, or null where nothing is recorded.
 * @throws TouchstoneError `content-invalid` where the file does not fit its form: history cannot be made again, so nothing goes over it
 */
export async function readChanges(dir: string, slug: string): Promise<ChangesFile | null> {
  const text = await readText(join(dir, 'changes', `${slug}.json`))
  if (text === null) return null
  const problems: Finding[] = []
  const read = checkJson(changesFile, text, `changes/${slug}.json`, problems)
  if (read) return read
  throw new TouchstoneError('content-invalid', `${problems[0]?.field ?? ''} ${problems[0]?.message ?? ''}`.trim(), {
    where: join(dir, 'changes', `${slug}.json`),
    next: 'This file is the history of the question and cannot be made again: restore it from git.',
  })
}

async function list(dir: string): Promise<string[] | null> {
  return readdir(dir).then(
    (names) => names.sort(),
    () => null,
  )
}

async function readFolder<T extends z.ZodType>(
  dir: string,
  folder: string,
  schema: T,
  { problems, edited, strays }: { problems: Finding[]; edited: string[]; strays: string[] },
  only: ReadonlySet<string> | null,
): Promise<Map<string, z.output<T>>> {
  const entries = new Map<string, z.output<T>>()
  for (const name of (await list(join(dir, folder))) ?? []) {
    const key = name.replace(/\.json$/, '')
    const file = `${folder}/${name}`
    if (key === name && !name.startsWith('.') && !name.endsWith('.tmp')) strays.push(file)
    if (key === name || (only && !only.has(key))) continue
    const text = (await readText(join(dir, folder, name))) ?? ''
    const value = checkJson(schema, text, file, problems)
    if (value === undefined) continue
    entries.set(key, value)
    if (!sealHolds(JSON.parse(text))) edited.push(file)
  }
  return entries
}

/**
 * The checked value of a JSON file in its present form, or undefined with its faults added to `problems`.
 * @throws TouchstoneError `content-newer` where a newer program wrote it
 */
export function checkJson<T extends z.ZodType>(
  schema: T,
  text: string,
  file: string,
  problems: Finding[],
): z.output<T> | undefined {
  let value: unknown
  try {
    value = migrate(file, JSON.parse(text))
  } catch (error) {
    if (error instanceof TouchstoneError) throw error
    const message = `is not JSON (${(error as Error).message}): restore the file or run generate again`
    problems.push({ rule: 'schema-invalid', severity: 'error', file, field: '', message })
    return undefined
  }
  const checked = schema.safeParse(value, { reportInput: true })
  if (checked.success) return checked.data
  for (const issue of checked.error.issues) {
    const field = fieldName(issue.path)
    const rule = named.find(([pattern]) => pattern.test(field))?.[1] ?? 'schema-invalid'
    problems.push({
      rule,
      severity: 'error',
      file,
      field,
      message: `${describe(issue, value)}: correct it or run generate again`,
    })
  }
  return undefined
}

async function readQuestions(
  dir: string,
  problems: Finding[],
  only: ReadonlySet<string> | null,
): Promise<Content['questions']> {
  const questions: Content['questions'] = new Map()
  for (const name of (await list(join(dir, 'questions'))) ?? []) {
    const slug = name.replace(/\.md$/, '')
    if (slug === name || (only && !only.has(slug))) continue
    try {
      checkQuestionName(`questions/${name}`)
      const text = (await readText(join(dir, 'questions', name))) ?? ''
      questions.set(slug, parseQuestion(text, `questions/${name}`).question)
    } catch (error) {
      if (!(error instanceof TouchstoneError)) throw error
      problems.push({
        rule: 'question-invalid',
        severity: 'error',
        file: `questions/${name}`,
        field: '',
        message: error.message,
      })
    }
  }
  return questions
}

/** Ids of all papers that claims, reports and ledgers name. */
function usedPapers(content: Pick<Content, 'claims' | 'reports' | 'ledgers'>): Set<string> {
  const used = new Set<string>()
  for (const { claims } of content.claims.values()) {
    for (const claim of claims) for (const { paper: id } of [...claim.sources, ...claim.evidence, ...claim.likewise]) used.add(id)
  }
  for (const { references } of content.reports.values()) for (const { paper: id } of references) used.add(id)
  for (const { records } of content.ledgers.values()) for (const { paper: id } of records) used.add(id)
  return used
}
