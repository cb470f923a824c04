import { join } from 'node:path'
import type { Content, Finding } from '../core/audit/content.ts'
import { sealHolds } from '../core/audit/seal.ts'
import { TouchstoneError } from '../core/errors.ts'
import { checkJson, type FileOf, forms, type Kind } from './form.ts'
import { checkQuestionName, parseQuestion } from './question-file.ts'
import { readSite } from './site.ts'
import { namedFiles, namesIn, textOf } from './text.ts'

/** What reading a folder of content finds besides its entries. */
interface Beside {
  problems: Finding[]
  edited: string[]
  strays: string[]
}

/**
 * Reads a content folder, everything or the named questions with the papers they use.
 * Files that do not fit their schema are left out and told in `problems`.
 * @throws TouchstoneError `file-missing` where there is no such folder, `site-invalid` where site.yaml is wrong
 */
export async function readContent(dir: string, slugs?: readonly string[]): Promise<Content> {
  if (namesIn(dir) === null)
    throw new TouchstoneError('file-missing', 'there is no such content folder', { where: dir })
  const problems: Finding[] = []
  const wanted = slugs?.length ? new Set(slugs) : null
  const edited: string[] = []
  const strays: string[] = []
  const found = { problems, edited, strays }
  const read = <K extends Kind>(kind: K) => readFolder(dir, kind, found, wanted)
  const [claims, reports, ledgers, changes] = [read('claims'), read('reports'), read('ledger'), read('changes')]
  const content = { questions: readQuestions(dir, problems, wanted), claims, reports, ledgers, changes }
  const papers = readFolder(dir, 'papers', found, wanted && usedPapers(content))
  return { ...content, papers, site: await readSite(dir), ...found, partial: wanted !== null }
}

function readFolder<K extends Kind>(
  dir: string,
  kind: K,
  { problems, edited, strays }: Beside,
  only: ReadonlySet<string> | null,
): Map<string, FileOf<K>> {
  const entries = new Map<string, FileOf<K>>()
  for (const name of namesIn(join(dir, kind)) ?? []) {
    const key = name.replace(/\.json$/, '')
    const file = `${kind}/${name}`
    if (key === name && !name.startsWith('.') && !name.endsWith('.tmp')) strays.push(file)
    if (key === name || (only && !only.has(key))) continue
    const text = textOf(join(dir, kind, name)) ?? ''
    const value = checkJson(forms[kind], text, file, problems)
    if (value === undefined) continue
    entries.set(key, value as FileOf<K>)
    if (!sealHolds(JSON.parse(text))) edited.push(file)
  }
  return entries
}

/** The questions of content, in code-unit order. */
export async function allQuestions(dir: string): Promise<string[]> {
  return namedFiles(join(dir, 'questions'), '.md')
}

function readQuestions(dir: string, problems: Finding[], only: ReadonlySet<string> | null): Content['questions'] {
  const questions: Content['questions'] = new Map()
  for (const slug of namedFiles(join(dir, 'questions'), '.md')) {
    const name = `${slug}.md`
    if (only && !only.has(slug)) continue
    try {
      checkQuestionName(`questions/${name}`)
      const text = textOf(join(dir, 'questions', name)) ?? ''
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
    for (const claim of claims)
      for (const { paper: id } of [...claim.sources, ...claim.evidence, ...claim.likewise]) used.add(id)
  }
  for (const { references } of content.reports.values()) for (const { paper: id } of references) used.add(id)
  for (const { records } of content.ledgers.values()) for (const { paper: id } of records) used.add(id)
  return used
}
