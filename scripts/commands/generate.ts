import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { type Command, InvalidArgumentError } from 'commander'
import { TouchstoneError } from '../../src/core/errors.ts'
import { loadEngine, openAsking } from '../engines/index.ts'
import { spending } from '../engines/llm/ask.ts'
import { codeVersion } from '../io/code-version.ts'
import { readSite } from '../io/content.ts'
import { absent } from '../io/files.ts'
import { withLock } from '../io/lock.ts'
import { withProgress } from '../io/progress.ts'
import { openProject, type Project } from '../io/project.ts'
import { generateReport, type Outcome } from '../pipeline.ts'
import type { Run } from '../run.ts'
import { adapterOf } from '../sources/index.ts'
import { retireReports } from '../stages/retire.ts'
import { questionsToRecompute } from '../stages/shared-papers.ts'
import { openShelf } from '../stages/shelf.ts'
import { unlessUnchanged } from '../stages/unchanged.ts'
import { openTransport } from '../transport.ts'
import { dayOf } from './day.ts'

interface Options {
  offline?: boolean
  sources?: string[]
  engine?: string
  library?: string
  shard?: Shard
  force?: boolean
  wait?: boolean
  date?: string
  content?: string
  json?: boolean
}

/** One of several equal parts of the questions, counted from 1. */
interface Shard {
  part: number
  of: number
}

function shardOf(text: string): Shard {
  const [, part, of] = /^(\d+)\/(\d+)$/.exec(text) ?? []
  const shard = { part: Number(part), of: Number(of) }
  if (shard.part >= 1 && shard.part <= shard.of) return shard
  throw new InvalidArgumentError('two numbers are expected, the first from 1 to the second, as in 2/3')
}

/** Every n-th question in order of their names: each is in exactly one part, and parts differ by one at most. */
export function ofShard(slugs: readonly string[], shard: Shard | undefined): string[] {
  return shard ? slugs.toSorted().filter((_, at) => at % shard.of === shard.part - 1) : [...slugs]
}

/** `npm run generate [-- slug…]` */
export function register(program: Command): void {
  program
    .command('generate')
    .description('Run the pipeline for these questions, or for all.')
    .argument('[slug...]', 'questions, by the name of their file')
    .option('--offline', 'send no request; read the local library only')
    .option('--sources <names>', 'search these sources, parted by commas, instead of those of the question', namesOf)
    .option(
      '--engine <name>',
      'lexical, nli, llm, or several joined by commas that vote; the setting of content/site.yaml where absent',
    )
    .option('--library <slug>', 'check the claims of imported reports against the library of this question')
    .option('--shard <i/n>', 'only the i-th of n parts of the questions, for several machines', shardOf)
    .option('--force', 'use nothing that an earlier run left in the cache')
    .option('--wait', 'wait for another run to end')
    .option('--date <day>', 'take this day, YYYY-MM-DD, for today')
    .option('--content <folder>', 'another content folder')
    .option('--json', 'print what was done as JSON')
    .action(async (slugs: string[], options: Options) => {
      const project = openProject(options)
      if (!options.json) {
        await withProgress('Generate', (log) => generate(project, slugs, options, log))
        return
      }
      const outcomes = await generate(project, slugs, options, () => {})
      console.log(JSON.stringify({ reports: outcomes.map(summary) }))
    })
}

/** Runs the pipeline for the named questions, or for every question of content, one after the other, in order of their names. */
export async function generate(
  project: Project,
  slugs: readonly string[],
  options: Options,
  log: (line: string) => void,
): Promise<Outcome[]> {
  const all = slugs.length > 0 ? [...new Set(slugs)] : await allQuestions(project.content)
  const wanted = ofShard(all, options.shard)
  if (all.length === 0)
    log('There is no question yet: write one into content/questions, or import a library with --create "Question…".')
  return withLock(project, options.wait ?? false, () =>
    withRun(project, options, log, async (run) => {
      if (slugs.length === 0 && (options.shard?.part ?? 1) === 1)
        for (const slug of await retireReports(run)) log(`${slug}: taken down, its question is gone`)
      return generateAll(wanted, run, options.library)
    }),
  )
}

/**
 * One question after the other, then those that rest on a paper whose standing one of them found changed. Where nobody
 * answers for one, the others still get their turn; the error comes at the end.
 */
async function generateAll(slugs: readonly string[], run: Run, library: string | undefined): Promise<Outcome[]> {
  const outcomes: Outcome[] = []
  const silent: TouchstoneError[] = []
  const one = async (slug: string, work: () => Promise<Outcome>) => {
    try {
      const outcome = await work()
      outcomes.push(outcome)
      run.log(describe(outcome))
    } catch (error) {
      if (!(error instanceof TouchstoneError && error.code === 'sources-unreachable')) throw error
      silent.push(new TouchstoneError(error.code, error.message, { where: slug, cause: error }))
    }
  }
  const standings = run.shelf.standings()
  for (const slug of slugs) await one(slug, () => (library ? checkImported(slug, library, run) : report(slug, run)))
  // Nobody needs to be asked again: the notice is in content.
  const told = { ...run, http: null }
  for (const slug of await questionsToRecompute(standings, run)) await one(slug, () => report(slug, told))
  if (silent.length > 0)
    throw new TouchstoneError('sources-unreachable', silent.map((error) => error.message).join('\n'))
  if (run.asking) run.log(spending(run.asking.budget))
  return outcomes
}

const report = (slug: string, run: Run) => unlessUnchanged(slug, run, () => generateReport(slug, run))

/** Opens a run and closes what it opened. Ctrl-C ends it at the next step; what is kept lets the next run go on. */
async function withRun<T>(
  project: Project,
  options: Options,
  log: (line: string) => void,
  work: (run: Run) => Promise<T>,
): Promise<T> {
  const stop = new AbortController()
  const end = () => stop.abort()
  process.once('SIGINT', end)
  process.once('SIGTERM', end)
  const { run, close } = await openRun(project, options, log, stop.signal)
  try {
    return await work(run)
  } finally {
    close()
    process.off('SIGINT', end)
    process.off('SIGTERM', end)
  }
}

async function checkImported(slug: string, library: string, run: Run): Promise<Outcome> {
  const { verifyImported } = await import('../stages/verify-imported.ts')
  return verifyImported(slug, library, run)
}

async function openRun(
  project: Project,
  options: Options,
  log: (line: string) => void,
  signal: AbortSignal,
): Promise<{ run: Run; close: () => void }> {
  const today = dayOf(options.date)
  const site = await readSite(project.content)
  const name = options.engine ?? site.engine
  const offline = options.offline ?? false
  const reviewers = site.llm?.reviewers ?? []
  const asking =
    name.split(',').includes('llm') || reviewers.length > 0 ? await openAsking({ site, project, offline }) : undefined
  const { engine, calibration } = await loadEngine(name, { site, project, offline, ...(asking ? { asking } : {}) })
  for (const name of options.sources ?? []) if (name !== 'library') adapterOf(name)
  const force = options.force ?? false
  const transport = offline ? null : await openTransport(project, site, { date: options.date, force, signal })
  const run: Run = {
    project,
    today,
    engine,
    calibration,
    ...(asking ? { asking } : {}),
    reviewers,
    shelf: await openShelf(project.content),
    force,
    http: transport?.http ?? null,
    sources: options.sources ?? null,
    signal,
    codeVersion: await codeVersion(project.root),
    log,
  }
  return { run, close: () => transport?.close() }
}

function namesOf(list: string): string[] {
  const names = list
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean)
  if (names.length === 0) throw new InvalidArgumentError('Name at least one source.')
  return names
}

/** The questions of content, in code-unit order. */
export async function allQuestions(content: string): Promise<string[]> {
  const names = await readdir(join(content, 'questions')).catch(absent([]))
  return names
    .filter((name) => name.endsWith('.md'))
    .map((name) => name.slice(0, -3))
    .sort()
}

function summary({ slug, report, queries, written }: Outcome) {
  return {
    slug,
    counts: report.counts,
    verdicts: report.verdicts,
    score: report.panel?.score ?? null,
    approved: report.gate.approved,
    stale: report.stale ?? null,
    sources: (queries ?? []).map(({ text: _, notExpressed: __, ...row }) => row),
    written,
  }
}

function describe({ slug, report, written }: Outcome): string {
  const { counts, verdicts, panel, gate } = report
  const total = Object.values(verdicts).reduce((sum, n) => sum + n, 0)
  const told = Object.entries(verdicts)
    .filter(([, n]) => n > 0)
    .map(([name, n]) => `${n} ${name}`)
  const lines = [
    `${slug}: ${counts.identified?.value ?? 0} records, ${counts.screened?.value ?? 0} works, ${counts.included?.value ?? 0} included`,
    `  ${total} claims${told.length ? `: ${told.join(', ')}` : ''}`,
    `  panel ${panel?.score ?? 'none'} of 10, ${gate.approved ? 'approved' : `not approved: ${gate.reasons.join('; ')}`}`,
    written.length === 0 ? '  nothing changed' : `  ${written.length} files written`,
  ]
  return lines.join('\n')
}
