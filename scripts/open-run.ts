import { readSite } from '../src/reader/site.ts'
import { chooseEngine, openAsking } from './engines/index.ts'
import { codeVersion } from './io/code-version.ts'
import { dayOf } from './io/day.ts'
import type { Project } from './io/project.ts'
import { openShelf } from './io/shelf.ts'
import type { Run } from './run.ts'
import { adapterOf } from './sources/index.ts'
import { openTransport } from './transport.ts'

/** What the user of a run may choose. */
export interface RunOptions {
  offline?: boolean
  /** Names of the databases to search, instead of those of each question. */
  sources?: string[]
  engine?: string
  force?: boolean
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

async function openRun(
  project: Project,
  options: RunOptions,
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
  const place = { site, project, offline, ...(asking ? { asking } : {}) }
  const { engine, calibration, said } = await chooseEngine(name, place)
  if (said) log(said)
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
