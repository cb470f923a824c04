import { randomBytes } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { FlowJob, Queue } from 'bullmq'
import type { Redis } from 'ioredis'
import { TouchstoneError } from '../../src/core/errors.ts'
import { interrupted } from '../io/interrupted.ts'
import type { Run } from '../run.ts'
import { keepPart, takeParts } from '../runners/part.ts'
import type { Runner } from '../runners/runner.ts'
import { readProtocol } from '../stages/protocol.ts'
import { databasesOf } from '../stages/search.ts'
import { isUnchanged } from '../stages/unchanged.ts'
import { connect, connectionTo, loadPackages } from './connection.ts'
import { databaseQueue, keeping, partNames, prefix, type QuestionJob, retries, stepsQueue } from './jobs.ts'
import { type PartsStore, partsOn } from './parts-store.ts'

/** What the jobs of a run are told besides their question. */
export interface Feeding {
  date?: string | undefined
  engine?: string | undefined
}

/** Milliseconds between two looks at what workers did, and between two words that nobody works. */
const look = 300
const silence = 10_000

/**
 * A runner that feeds a queue and follows it: question → search in each database → papers → claims → report. What workers
 * worked out is brought into the cache at the end.
 */
export function throughQueue(url: string, feeding: Feeding): Runner {
  return {
    async prepare(slugs, run) {
      const packages = await loadPackages()
      const redis = await connect(packages, url)
      const queue = new packages.bullmq.Queue(stepsQueue, { connection: connectionTo(url), prefix })
      const flows = new packages.bullmq.FlowProducer({ connection: connectionTo(url), prefix })
      queue.on('error', () => {})
      flows.on('error', () => {})
      try {
        const name = randomBytes(8).toString('hex')
        const store = partsOn(redis)
        const { roots, failed } = await feed(slugs, name, run, feeding, (flow) => flows.add(flow), store)
        const poisoned = await follow(roots, queue, redis, run)
        await fetchParts([...roots.keys()], name, run, store)
        return new Map([...failed, ...poisoned])
      } finally {
        await queue.close()
        await flows.close()
        redis.disconnect()
      }
    },
  }
}

/** Adds the flow of every question that changed; gives the id of the last job of each. */
async function feed(
  slugs: readonly string[],
  name: string,
  run: Run,
  { date, engine }: Feeding,
  add: (flow: FlowJob) => Promise<{ job: { id?: string | undefined } }>,
  store: PartsStore,
) {
  const roots = new Map<string, string>()
  const failed = new Map<string, string>()
  for (const slug of slugs) {
    try {
      if (await isUnchanged(slug, run)) continue
      const protocol = await readProtocol(slug, run)
      const data: QuestionJob = {
        run: name,
        slug,
        inputHash: protocol.inputHash,
        today: run.today,
        date: date ?? null,
        engine: engine ?? null,
        sources: run.sources === null ? null : [...run.sources],
        force: run.force,
        offline: run.http === null,
      }
      await keepEarlier(slug, name, run, store)
      const databases = data.offline ? [] : databasesOf(protocol).map(({ id }) => id)
      const { job } = await add(flowOf(data, databases))
      roots.set(slug, job.id!)
    } catch (error) {
      if (!(error instanceof TouchstoneError) || error.code === 'interrupted') throw error
      failed.set(slug, error.message)
    }
  }
  run.log(`${roots.size} questions fed to the queue`)
  return { roots, failed }
}

/** What this machine has of a question is not worked out again. */
async function keepEarlier(slug: string, name: string, run: Run, store: PartsStore): Promise<void> {
  const folder = join(run.project.cache, 'queue', `feed-${process.pid}`)
  await keepPart(run.project, folder, { slugs: [slug], began: { really: Date.now(), told: Number.MAX_SAFE_INTEGER } })
  await store.put(name, slug, partNames.kept, folder)
  await rm(folder, { recursive: true, force: true })
}

/** The jobs of a question. A database that fails keeps nobody waiting; a step that fails is the end of its question. */
function flowOf(data: QuestionJob, databases: readonly string[]): FlowJob {
  const options = { ...retries, ...keeping }
  const ends = { ...options, failParentOnFailure: true }
  const searches = databases.map((source) => ({
    name: 'search',
    queueName: databaseQueue(source),
    data: { ...data, source },
    opts: { ...options, ignoreDependencyOnFailure: true },
  }))
  const papers = { name: 'papers', queueName: stepsQueue, data, opts: ends, children: searches }
  const claims = { name: 'claims', queueName: stepsQueue, data, opts: ends, children: [papers] }
  return { name: 'report', queueName: stepsQueue, data, opts: options, children: [claims] }
}

/** Waits until every question has ended; gives those that failed, with the reason. */
async function follow(
  roots: ReadonlyMap<string, string>,
  queue: Queue,
  redis: Redis,
  run: Run,
): Promise<Map<string, string>> {
  const pending = new Map(roots)
  const failed = new Map<string, string>()
  for (let quiet = silence - 2_000; pending.size > 0; quiet += look) {
    if (run.signal?.aborted) throw interrupted()
    for (const [slug, id] of [...pending]) {
      const job = await queue.getJob(id)
      const state = job ? await job.getState() : 'unknown'
      if (state !== 'completed' && state !== 'failed' && state !== 'unknown') continue
      pending.delete(slug)
      if (state === 'failed') failed.set(slug, await reasonOf(queue, job?.failedReason ?? ''))
      const outcome = state === 'failed' ? ` failed: ${failed.get(slug)}` : ''
      run.log(`${roots.size - pending.size} of ${roots.size} questions worked out: ${slug}${outcome}`)
    }
    if (quiet >= silence && redis.status === 'ready') {
      if ((await queue.getWorkersCount()) === 0)
        run.log('No worker serves the queue. Start one with: npm run work -- --redis URL')
      quiet = 0
    }
    if (pending.size > 0) await sleep(look)
  }
  return failed
}

/** The reason of the step that failed, where a job failed for it: BullMQ names the child. */
async function reasonOf(queue: Queue, said: string): Promise<string> {
  const child = /child \S*?:?([\w-]+) failed/.exec(said)?.[1]
  const reason = child ? (await queue.getJob(child))?.failedReason : undefined
  if (reason && /^child /.test(reason)) return reasonOf(queue, reason)
  return (reason ?? said).split('\n')[0]!
}

async function fetchParts(slugs: readonly string[], name: string, run: Run, store: PartsStore): Promise<void> {
  for (const slug of slugs) {
    const folder = join(run.project.cache, 'queue', `taken-${process.pid}`)
    await store.take(name, slug, folder)
    await takeParts(run.project, folder)
    await rm(folder, { recursive: true, force: true })
    await store.remove(name, slug)
  }
}
