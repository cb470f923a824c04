import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { daysBetween } from '../../src/core/days.ts'
import { sha256 } from '../../src/core/hash.ts'
import { isDue } from '../../src/core/papers/standing-rank.ts'
import { readClaims, readLedger, readReport } from '../../src/reader/entries.ts'
import { readQuestion } from '../../src/reader/question-file.ts'
import { readSite } from '../../src/reader/site.ts'
import type { Paper } from '../../src/schemas/paper.ts'
import { absent, readText, writeAtomic } from '../io/files.ts'
import type { Outcome } from '../outcome.ts'
import { type Run, runSettings } from '../run.ts'
import { usedPapers } from './ledger.ts'

/** What is kept of a run that came to its end: its papers, and the hash of all that it read and left. */
interface Done {
  papers: string[]
  /** Other questions whose library it reads. */
  libraries: string[]
  key: string
}

/**
 * Runs the pipeline for a question, unless every file that it would read and write is byte for byte what its last run
 * left and nobody is to be asked: then its report stands. So a night costs by what changed.
 */
export async function unlessUnchanged(slug: string, run: Run, work: () => Promise<Outcome>): Promise<Outcome> {
  if (await isUnchanged(slug, run)) {
    const report = await readReport(run.project.content, slug)
    if (report) return { slug, report, written: [] }
  }
  const outcome = await work()
  // Where a model was away, the next run asks it again.
  const mayAsk = run.asking !== undefined && !run.asking.offline
  if (mayAsk && outcome.report.model?.stages.some(({ missing }) => missing > 0)) return outcome
  const rests = await restsOn(slug, run)
  if (rests) await writeAtomic(pathOf(slug, run), JSON.stringify({ ...rests, key: await keyOf(slug, rests, run) }))
  return outcome
}

/** Whether every file of a question is what its last run left, and nobody is to be asked. */
export async function isUnchanged(slug: string, run: Run): Promise<boolean> {
  const done = run.force ? null : parse<Done>(await readText(pathOf(slug, run)))
  return done !== null && done.key === (await keyOf(slug, done, run)) && !(await asksSomebody(slug, done, run))
}

function pathOf(slug: string, { project }: Run): string {
  return join(project.cache, 'stages', slug, 'done.json')
}

async function restsOn(slug: string, run: Run): Promise<Omit<Done, 'key'> | null> {
  const { content } = run.project
  const { question } = await readQuestion(join(content, 'questions', `${slug}.md`))
  const ledger = await readLedger(content, slug)
  if (ledger === null) return null
  const papers = [...new Set(ledger.records.map(({ paper }) => paper))].sort()
  return { papers, libraries: [...new Set([slug, ...question.library])].sort() }
}

async function keyOf(slug: string, { papers, libraries }: Omit<Done, 'key'>, run: Run): Promise<string> {
  const { content } = run.project
  const site = await readSite(content)
  const named = [
    ...[`questions/${slug}.md`, `questions/${slug}.decisions.yaml`],
    ...['reports', 'claims', 'ledger', 'changes'].map((kind) => `${kind}/${slug}.json`),
    ...papers.map((id) => `papers/${id}.json`),
    ...(await Promise.all(libraries.map((name) => filesOf(content, name)))).flat(),
  ]
  const hashes = await Promise.all(
    named.map(async (name) => {
      const bytes = await readFile(join(content, name)).catch(absent(null))
      return `${name} ${bytes === null ? 'absent' : sha256(bytes.toString('latin1'))}`
    }),
  )
  // A model that may be asked may add what one that may not has left out.
  const model = run.asking && !run.asking.offline ? 'asks' : 'kept'
  const settings = JSON.stringify([runSettings(run, site), site, run.sources, model])
  return sha256([run.codeVersion, settings, ...hashes].join('\n'))
}

/** Whether a run may send a request for this question: it searches a database, or a paper is due to be asked about. */
async function asksSomebody(slug: string, { papers }: Done, run: Run): Promise<boolean> {
  if (run.http === null) return false
  const { content } = run.project
  const { question } = await readQuestion(join(content, 'questions', `${slug}.md`))
  if ((run.sources ?? question.sources).some((source) => source !== 'library')) return true
  const { recheckDays, fullText } = await readSite(content)
  if (fullText.read) return true
  const used = usedPapers((await readClaims(content, slug))?.claims ?? [])
  const age = (day: string) => daysBetween(day, run.today)
  for (const id of papers) {
    const paper = parse<Paper>(await readText(join(content, 'papers', `${id}.json`)))
    const concerned = paper?.ids.doi && (used.has(id) || paper.standing.checked !== undefined)
    if (concerned && isDue(paper, age, recheckDays)) return true
  }
  return false
}

async function filesOf(content: string, slug: string): Promise<string[]> {
  const names = await readdir(join(content, 'library', slug)).catch(absent([]))
  return names.sort().map((name) => `library/${slug}/${name}`)
}

function parse<T>(text: string | null): T | null {
  try {
    return text === null ? null : (JSON.parse(text) as T)
  } catch {
    return null
  }
}
