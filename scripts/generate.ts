import { TouchstoneError } from '../src/core/errors.ts'
import { allQuestions } from '../src/reader/content.ts'
import { clockOf } from './io/day.ts'
import { withLock } from './io/lock.ts'
import type { Project } from './io/project.ts'
import { type RunOptions, withRun } from './open-run.ts'
import { describeOutcome, type Outcome } from './outcome.ts'
import { generateReport } from './pipeline.ts'
import { throughQueue } from './queue/feed.ts'
import type { Run } from './run.ts'
import { fromParts, keepPart } from './runners/part.ts'
import { inProcess, type Runner } from './runners/runner.ts'
import { retireReports } from './stages/retire.ts'
import { questionsToRecompute } from './stages/shared-papers.ts'
import { unlessUnchanged } from './stages/unchanged.ts'

/** What the user of `generate` may choose. */
export interface GenerateOptions extends RunOptions {
  /** The question whose library the claims of imported reports are checked against. */
  library?: string
  shard?: Shard
  wait?: boolean
  /** Folder into which what this run worked out is put, for the machine that merges. */
  keep?: string
  /** Folder below which other machines left what they worked out. */
  parts?: string
  /** Address of the server whose workers work out what is needed. */
  queue?: string
}

/** One of several equal parts of the questions, counted from 1. */
export interface Shard {
  part: number
  of: number
}

/** Every n-th question in order of their names: each is in exactly one part, and parts differ by one at most. */
export function ofShard(slugs: readonly string[], shard: Shard | undefined): string[] {
  return shard ? slugs.toSorted().filter((_, at) => at % shard.of === shard.part - 1) : [...slugs]
}

/** Runs the pipeline for the named questions, or for every question of content, one after the other, in order of their names. */
export function generate(
  project: Project,
  slugs: readonly string[],
  options: GenerateOptions,
  log: (line: string) => void,
): Promise<Outcome[]> {
  return withLock(project, options.wait ?? false, () => generateLocked(project, slugs, options, log))
}

/** As `generate`, for who holds the lock of the content already. */
export async function generateLocked(
  project: Project,
  slugs: readonly string[],
  options: GenerateOptions,
  log: (line: string) => void,
): Promise<Outcome[]> {
  const all = slugs.length > 0 ? [...new Set(slugs)] : await allQuestions(project.content)
  const wanted = ofShard(all, options.shard)
  if (all.length === 0)
    log('There is no question yet: write one into content/questions, or import a library with --create "Question…".')
  return withRun(project, options, log, async (run) => {
    if (run.asking?.estimate) return estimateAll(wanted, run)
    if (slugs.length === 0 && (options.shard?.part ?? 1) === 1)
      for (const slug of await retireReports(run)) log(`${slug}: taken down, its question is gone`)
    const began = { really: Date.now(), told: clockOf(options.date)() }
    try {
      const poisoned = await runnerOf(options).prepare(wanted, run)
      const outcomes = await generateAll(
        wanted.filter((slug) => !poisoned.has(slug)),
        run,
        options.library,
      )
      if (poisoned.size > 0) throw left(poisoned)
      return outcomes
    } finally {
      if (options.keep) await keepPart(project, options.keep, { slugs: wanted, began })
    }
  })
}

function runnerOf({ parts, queue, date, engine }: GenerateOptions): Runner {
  if (queue !== undefined) return throughQueue(queue, { date, engine })
  return parts === undefined ? inProcess : fromParts(parts)
}

function left(poisoned: ReadonlyMap<string, string>): TouchstoneError {
  const said = [...poisoned].map(([slug, why]) => `${slug}: ${why}`).join('\n  ')
  return new TouchstoneError('questions-left', `${poisoned.size} questions could not be worked out:\n  ${said}`, {
    next: 'They are left as they were; the others are written.',
  })
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
      run.log(describeOutcome(outcome))
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
  if (run.asking) run.log((await import('./engines/llm/ask.ts')).spending(run.asking.budget))
  return outcomes
}

/** Works every question out by the rules alone, and tells what a model would be asked. */
async function estimateAll(slugs: readonly string[], run: Run): Promise<Outcome[]> {
  const { estimate, budget } = run.asking!
  run.log('Counted on what library and content hold, with what the rules find in it; nobody was asked.')
  for (const slug of slugs) await generateReport(slug, run)
  const { estimateLines } = await import('./engines/llm/estimate.ts')
  for (const line of estimateLines(estimate!, budget.price)) run.log(line)
  return []
}

const report = (slug: string, run: Run) => unlessUnchanged(slug, run, () => generateReport(slug, run))

async function checkImported(slug: string, library: string, run: Run): Promise<Outcome> {
  const { verifyImported } = await import('./stages/verify-imported.ts')
  return verifyImported(slug, library, run)
}
