import { join } from 'node:path'
import { TouchstoneError } from '../src/core/errors.ts'
import { readSite } from '../src/reader/site.ts'
import { besideModel, chooseEngine, openAsking } from './engines/index.ts'
import { codeVersion } from './io/code-version.ts'
import { dayOf } from './io/day.ts'
import type { Project } from './io/project.ts'
import { openShelf } from './io/shelf.ts'
import type { Run } from './run.ts'
import { adapterOf } from './sources/index.ts'
import { readingStages, stagesOf } from './stages/model/asking.ts'

/** What the user of a run may choose. */
export interface RunOptions {
  offline?: boolean
  /** Names of the databases to search, instead of those of each question. */
  sources?: string[]
  engine?: string
  force?: boolean
  /** Count what a model would be asked; ask nobody and write nothing into content. */
  estimate?: boolean
  /** The day that the run takes for today, `YYYY-MM-DD`. */
  date?: string
}

/** Opens a run and closes what it opened. Ctrl-C ends it at the next step; what is kept lets the next run go on. */
export async function withRun<T>(
  project: Project,
  options: RunOptions,
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

/** Opens a run; `close` it when it has ended. */
export async function openRun(
  project: Project,
  options: RunOptions,
  log: (line: string) => void,
  signal: AbortSignal,
): Promise<{ run: Run; close: () => void }> {
  const today = dayOf(options.date)
  const site = await readSite(project.content)
  const { engine: name, model } = besideModel(options.engine ?? site.engine)
  const estimate = options.estimate ? new (await import('./engines/llm/estimate.ts')).Estimate() : null
  const offline = options.offline ?? options.estimate ?? false
  const reviewers = site.llm?.reviewers ?? []
  const stages = model ? new Set([...stagesOf(site), ...readingStages]) : stagesOf(site)
  const asking = stages.size > 0 ? await openAsking({ site, project, offline }) : undefined
  if (estimate && !asking) throw noModel()
  if (estimate) asking!.estimate = estimate
  const place = { site, project, offline, ...(asking ? { asking } : {}) }
  const { engine, calibration, said } = await chooseEngine(name, place)
  if (said) log(said)
  for (const name of options.sources ?? []) if (name !== 'library') adapterOf(name)
  const force = options.force ?? false
  const transport = offline
    ? null
    : await (await import('./transport.ts')).openTransport(project, site, { date: options.date, force, signal })
  const run: Run = {
    // What an estimate works out without a model is no result that a run may go on with.
    project: estimate ? { ...project, cache: join(project.cache, 'estimate') } : project,
    today,
    engine,
    calibration,
    ...(asking ? { asking } : {}),
    stages,
    reviewers,
    shelf: await openShelf(project.content),
    force,
    http: transport?.http ?? null,
    sources: options.sources ?? null,
    signal,
    codeVersion: codeVersion(project.root),
    log,
  }
  return { run, close: () => transport?.close() }
}

function noModel(): TouchstoneError {
  return new TouchstoneError('engine-missing', 'no model is named, so nothing would be asked', {
    where: 'site.yaml llm',
    next: 'Name one: llm: {provider: openai-compatible, model: NAME, baseUrl: http://127.0.0.1:11434/v1}.',
  })
}
