import { join } from 'node:path'
import type { Queue } from 'bullmq'
import type { Redis } from 'ioredis'
import { readSite } from '../../src/reader/site.ts'
import type { Site } from '../../src/schemas/site.ts'
import { clockOf } from '../io/day.ts'
import { openHttpCache } from '../io/http/cache.ts'
import { openHttp } from '../io/http/client.ts'
import type { Http, HttpOptions } from '../io/http/contract.ts'
import { realEffects } from '../io/http/effects.ts'
import { redactor } from '../io/http/redact.ts'
import type { Project } from '../io/project.ts'
import { openRun } from '../open-run.ts'
import type { Run } from '../run.ts'
import { secretsOf } from '../sources/address.ts'
import { adapters } from '../sources/index.ts'
import { userAgent } from '../transport.ts'
import type { Packages } from './connection.ts'
import type { QuestionJob } from './jobs.ts'
import type { PartsStore } from './parts-store.ts'

/** What every job of a worker works with. */
export interface Serving {
  packages: Packages
  url: string
  redis: Redis
  project: Project
  store: PartsStore
  /** The queue of a group of requests. */
  queueOf: (group: string) => Queue
  /** Seconds without a sign of life after which another worker takes a job over. */
  patience: number
  signal: AbortSignal
  log: (line: string) => void
  /** The run of a worker that does what a job says, opened once for each engine. */
  runFor: (job: QuestionJob) => Promise<Run>
}

/** Opens runs as jobs ask for them, and keeps them. */
export function openRuns(project: Project, signal: AbortSignal, log: (line: string) => void) {
  const opened = new Map<string, ReturnType<typeof openRun>>()
  const runFor = async ({ engine, offline, today, force, sources }: QuestionJob): Promise<Run> => {
    const key = `${engine} ${offline}`
    const options = { offline, date: today, ...(engine === null ? {} : { engine }) }
    const waiting = opened.get(key) ?? openRun(project, options, log, signal)
    opened.set(key, waiting)
    const { run } = await waiting
    return { ...run, today, force, sources, log: () => {} }
  }
  const close = async () => {
    for (const waiting of opened.values()) (await waiting.catch(() => null))?.close()
  }
  return { runFor, close }
}

/** A transport over the scratch cache of a job that sends as it is told. Its tries, breakers and rates are the queue's. */
export async function transportOf(
  { signal }: Pick<Serving, 'signal'>,
  project: Project,
  date: string | null,
  send: NonNullable<HttpOptions['send']>,
): Promise<{ http: Http; site: Site; close: () => void }> {
  const site = await readSite(project.content)
  const cache = openHttpCache(join(project.cache, 'http.sqlite'))
  const http = openHttp({
    effects: realEffects(signal),
    cache,
    userAgent: await userAgent(project.root, site),
    redact: redactor(secretsOf(adapters)),
    timeout: Number(process.env.TOUCHSTONE_TIMEOUT || 30) * 1000,
    budget: Number.POSITIVE_INFINITY,
    force: false,
    clock: clockOf(date ?? undefined),
    send,
    signal,
  })
  return { http, site, close: cache.close }
}
