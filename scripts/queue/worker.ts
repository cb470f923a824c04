import type { Job, Queue, Worker, WorkerOptions } from 'bullmq'
import { readSite } from '../../src/reader/site.ts'
import { isLoopback } from '../io/http/address.ts'
import type { Project } from '../io/project.ts'
import type { Adapter } from '../sources/adapter.ts'
import { baseUrlOf, contactOf, keyOf } from '../sources/address.ts'
import { adapters } from '../sources/index.ts'
import { connect, connectionTo, loadPackages } from './connection.ts'
import { workTurn } from './database.ts'
import { databaseQueue, prefix, stepsQueue, webQueue } from './jobs.ts'
import { partsOn } from './parts-store.ts'
import { openRuns, type Serving } from './serving.ts'
import { workStep } from './steps.ts'

/** Times that a job may be taken over from a worker that fell silent, before it is told to be a poison. */
const mostTakenOver = 2

/** Requests a second to those that say nothing of it. */
const elsewhere = 1

/** What the user of a worker may choose. */
export interface WorkerChoices {
  /** Seconds without a sign of life after which another worker takes a job over. */
  patience: number
}

/**
 * Serves the queue on a server until the signal ends it: the steps of questions one at a time, and the requests to each database at
 * the rate that all workers together keep to. A job that is under way is finished first.
 * @throws TouchstoneError `queue-missing`, `queue-unreachable`
 */
export async function serveQueue(
  project: Project,
  url: string,
  { patience }: WorkerChoices,
  signal: AbortSignal,
  log: (line: string) => void,
): Promise<void> {
  const packages = await loadPackages()
  const redis = await connect(packages, url)
  const queues = openQueues(packages, url)
  const runs = openRuns(project, signal, log)
  const store = partsOn(redis)
  const { queueOf } = queues
  const serving: Serving = { packages, url, redis, project, store, queueOf, patience, signal, log, runFor: runs.runFor }
  const site = await readSite(project.content)
  const workers = [
    open(serving, stepsQueue, (job) => workStep(job, serving), { concurrency: 1 }),
    ...adapters.map((adapter) =>
      open(
        serving,
        databaseQueue(adapter.id),
        (job, token) => workTurn(job, token, serving),
        rateOf(baseUrlOf(adapter, site), adapter),
      ),
    ),
    open(serving, webQueue, (job, token) => workTurn(job, token, serving), {
      concurrency: 1,
      limiter: { max: elsewhere, duration: 1000 },
    }),
  ]
  log('Serving the queue')
  await new Promise<void>((done) => (signal.aborted ? done() : signal.addEventListener('abort', () => done())))
  await Promise.all(workers.map((worker) => worker.close()))
  await runs.close()
  await queues.close()
  redis.disconnect()
}

/** The queues of requests, opened when they are first used. */
export function openQueues({ bullmq }: Serving['packages'], url: string) {
  const opened = new Map<string, Queue>()
  const known = new Set(adapters.map(({ id }) => id))
  const queueOf = (group: string): Queue => {
    const name = known.has(group) ? databaseQueue(group) : webQueue
    const queue = opened.get(name) ?? new bullmq.Queue(name, { connection: connectionTo(url), prefix })
    if (!opened.has(name)) queue.on('error', () => {})
    opened.set(name, queue)
    return queue
  }
  const close = async () => {
    for (const queue of opened.values()) await queue.close()
  }
  return { queueOf, close }
}

/** The rate of a database over all workers: the slowest of those that hold for what is asked. This very machine needs none. */
function rateOf(address: string, adapter: Adapter): Partial<WorkerOptions> {
  const asker = { key: keyOf(adapter) !== null, contact: contactOf() !== null }
  const purposes = ['search', 'look-up'] as const
  const rates = purposes.map((purpose) => adapter.rate?.({ purpose, ...asker }).perSecond ?? adapter.limits.perSecond)
  const duration = isLoopback(new URL(address).hostname) ? 1 : Math.ceil(1000 / Math.min(...rates))
  return { concurrency: 1, limiter: { max: 1, duration } }
}

function open(
  { packages, url, patience, log }: Serving,
  name: string,
  work: (job: Job, token?: string) => Promise<unknown>,
  more: Partial<WorkerOptions>,
): Worker {
  const worker = new packages.bullmq.Worker<{ slug?: string }>(name, work, {
    connection: connectionTo(url),
    prefix,
    lockDuration: patience * 1000,
    stalledInterval: (patience * 1000) / 2,
    maxStalledCount: mostTakenOver,
    ...more,
  })
  worker.on('error', () => {})
  worker.on('failed', (job, error) =>
    log(`${job?.data.slug ?? name}: ${job?.name ?? 'a job'} failed: ${error.message.split('\n')[0]}`),
  )
  return worker
}
