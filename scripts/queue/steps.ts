import type { Job } from 'bullmq'
import { TouchstoneError } from '../../src/core/errors.ts'
import { generateReport } from '../pipeline.ts'
import type { Run, Step } from '../run.ts'
import { readProtocol } from '../stages/protocol.ts'
import { partNames, type QuestionJob } from './jobs.ts'
import { queuedSend } from './queued-send.ts'
import { inScratch, type Scratch } from './scratch.ts'
import { type Serving, transportOf } from './serving.ts'

/** The step that a job was for has been reached. */
class Reached extends Error {}

/**
 * Brings a question to a step and keeps what that took. Nothing is written into content; what an earlier step kept is taken from there.
 * @throws TouchstoneError where the question or its library cannot be worked on; `content-invalid` where this worker has other content than the one who feeds
 */
export async function workStep(job: Job<QuestionJob>, serving: Serving): Promise<void> {
  const step = job.name as Step
  const { data } = job
  const base = await serving.runFor(data)
  await sameContent(data, base)
  const began = Date.now()
  await inScratch(serving, data, (scratch) => reach(step, data, base, scratch, serving))
  serving.log(`${data.slug}: ${step} in ${((Date.now() - began) / 1000).toFixed(1)} s`)
}

async function reach(step: Step, data: QuestionJob, base: Run, scratch: Scratch, serving: Serving): Promise<void> {
  const send = queuedSend(data.run, serving.queueOf)
  const { http, close } = await transportOf(serving, scratch.project, data.date, send)
  const reached = (at: Step) => {
    if (at === step) throw new Reached()
  }
  try {
    await generateReport(data.slug, { ...base, project: scratch.project, http: data.offline ? null : http, reached })
  } catch (error) {
    // Where nobody answers, the one who writes finds out the same, and says so.
    const silent = error instanceof TouchstoneError && error.code === 'sources-unreachable'
    if (!(error instanceof Reached) && !silent) throw error
  } finally {
    close()
  }
  await scratch.keep(partNames[step])
}

async function sameContent({ slug, inputHash }: QuestionJob, run: Run): Promise<void> {
  const { inputHash: own } = await readProtocol(slug, run)
  if (own === inputHash) return
  throw new TouchstoneError(
    'content-invalid',
    'this worker has another copy of the question, its library or the settings',
    {
      where: slug,
      next: 'Bring its working copy to the same commit.',
    },
  )
}
