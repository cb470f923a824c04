import { setTimeout as sleep } from 'node:timers/promises'
import type { Queue } from 'bullmq'
import { sha256 } from '../../src/core/hash.ts'
import type { HttpRequest } from '../io/http/contract.ts'
import { type Exchange, ExchangeFault, type RawAnswer } from '../io/http/send.ts'
import { interrupted } from '../io/interrupted.ts'
import { keeping, type RequestJob, type RequestResult, retries } from './jobs.ts'

/** Longest time between two looks at a job, in milliseconds. */
const slowestLook = 500

/**
 * Sends exchanges through the queue of their database, so that all workers together keep to its rate. The same request of a run is
 * sent once, whoever asks. Retries are the queue's.
 */
export function queuedSend(run: string, queueOf: (group: string) => Queue) {
  return async (exchange: Exchange, request: HttpRequest): Promise<RawAnswer> => {
    const { 'user-agent': _, ...headers } = exchange.headers
    const group = request.group ?? ''
    const data: RequestJob = {
      url: request.url,
      group,
      headers,
      follow: exchange.follow,
      publicOnly: exchange.publicOnly,
      mostBytes: exchange.mostBytes,
    }
    const queue = queueOf(group)
    const jobId = sha256([run, JSON.stringify(data)].join('\n'))
    await queue.add('request', data, { jobId, ...retries, ...keeping })
    const result = await finished(queue, jobId, exchange.signal)
    return { ...result, body: Buffer.from(result.body, 'base64'), url: new URL(result.url) }
  }
}

/** Looks at a job until it has ended: a server that was restarted sends no word of what ended meanwhile. */
async function finished(queue: Queue, jobId: string, signal: AbortSignal | undefined): Promise<RequestResult> {
  for (let wait = 20; ; wait = Math.min(wait * 1.5, slowestLook)) {
    if (signal?.aborted) throw interrupted()
    const job = await queue.getJob(jobId)
    if (!job) throw new ExchangeFault({ kind: 'refused', reason: 'the request is gone from the queue' })
    if (await job.isCompleted()) return job.returnvalue as RequestResult
    if (await job.isFailed()) throw new ExchangeFault({ kind: 'refused', reason: job.failedReason ?? 'no answer' })
    await sleep(wait)
  }
}
