import type { Job } from 'bullmq'
import { readSite } from '../../src/reader/site.ts'
import { addressed } from '../sources/address.ts'
import { adapterOf, adapters } from '../sources/index.ts'
import { readProtocol } from '../stages/protocol.ts'
import { queryWith, searchLibrary, searchOne } from '../stages/search.ts'
import { userAgent } from '../transport.ts'
import { partNames, type RequestJob, type RequestResult, type SearchJob } from './jobs.ts'
import { inScratch } from './scratch.ts'
import { type Serving, transportOf } from './serving.ts'
import { isTooLong, Limited, oneTurn, sendForQueue, TurnOver, usualWait } from './turn.ts'

/** Requests that one search may send: more than the largest one has pages. */
const mostTurns = 5_000

/** One turn of a job in the queue of a database: one request, so that the rate of the queue is the rate of requests. */
export async function workTurn(job: Job, token: string | undefined, serving: Serving): Promise<unknown> {
  try {
    if (job.name === 'request') return await answer(job.data as RequestJob, serving)
    const over = await searchTurn(job.data as SearchJob, serving)
    if (over) return null
  } catch (error) {
    if (error instanceof Limited) throw await putBack(job, error, serving)
    throw error
  }
  const turns = ((job.data as SearchJob).turns ?? 0) + 1
  if (turns > mostTurns) throw new serving.packages.bullmq.UnrecoverableError(`no end after ${turns} requests`)
  await job.updateData({ ...job.data, turns, limited: 0 })
  await job.moveToDelayed(Date.now(), token)
  throw new serving.packages.bullmq.DelayedError()
}

/** Goes on with the search of a question by one request; whether it is over. What came before is kept, so that any worker can go on. */
async function searchTurn(data: SearchJob, serving: Serving): Promise<boolean> {
  const base = await serving.runFor(data)
  return inScratch(serving, data, async ({ project, keep }) => {
    const { http, close } = await transportOf(serving, project, data.date, oneTurn())
    let over = true
    try {
      const protocol = await readProtocol(data.slug, base)
      const { records } = await searchLibrary(protocol)
      await searchOne(adapterOf(data.source), protocol, queryWith(protocol, records), http, () => {})
    } catch (error) {
      if (!(error instanceof TurnOver)) throw error
      // A request without an answer that can be kept would be sent for ever.
      if (http.traffic.answered === 0) throw new Error('its answer cannot be read')
      over = false
    } finally {
      close()
    }
    await keep(`${partNames.search}-${data.source}`)
    return over
  })
}

/** Sends a request for a step of whatever question. This worker's own key goes with it. */
async function answer(data: RequestJob, { project, signal }: Serving): Promise<RequestResult> {
  const site = await readSite(project.content)
  const adapter = adapters.find(({ id }) => id === data.group)
  const secret = adapter ? addressed(adapter, { path: '/', query: {} }, site).secret : undefined
  const url = new URL(data.url)
  for (const [name, value] of Object.entries(secret?.query ?? {})) url.searchParams.set(name, value)
  const raw = await sendForQueue({
    url,
    headers: { 'user-agent': await userAgent(project.root, site), ...data.headers },
    secretHeaders: secret?.headers ?? {},
    timeout: Number(process.env.TOUCHSTONE_TIMEOUT || 30) * 1000,
    mostBytes: data.mostBytes,
    follow: data.follow,
    publicOnly: data.publicOnly,
    signal,
  })
  const headers = Object.fromEntries(
    Object.entries(raw.headers).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  )
  return { status: raw.status, headers, body: raw.body.toString('base64'), url: data.url }
}

/** Lets every worker wait as long as the database asks, and puts the job back; the error that says so to the queue. */
async function putBack(job: Job, limited: Limited, { packages, queueOf }: Serving): Promise<Error> {
  const { UnrecoverableError, Worker } = packages.bullmq
  const times = ((job.data as SearchJob).limited ?? 0) + 1
  if (isTooLong(limited, times)) return new UnrecoverableError(limited.message)
  await job.updateData({ ...job.data, limited: times })
  await queueOf((job.data as SearchJob).source ?? (job.data as RequestJob).group).rateLimit(limited.wait ?? usualWait)
  return Worker.RateLimitError()
}
