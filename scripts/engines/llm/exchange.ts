import { setTimeout as sleep } from 'node:timers/promises'
import { generateText, NoObjectGeneratedError, Output } from 'ai'
import { z } from 'zod'
import { TouchstoneError } from '../../../src/core/errors.ts'
import type { ModelRequest } from '../../../src/core/model/request.ts'
import type { Asking, Session } from './asking.ts'
import { faultOf, type ModelFault } from './fault.ts'
import { readAnswer } from './read-answer.ts'

/** What an exchange brought: an answer in its form or none, and what it took in tokens. */
export interface Exchanged<T> {
  answer: T | null
  input: number
  output: number
}
// What a provider does not take (a seed, say) is no matter for whoever runs this.
;(globalThis as { AI_SDK_LOG_WARNINGS?: boolean }).AI_SDK_LOG_WARNINGS = false

/** Settings of every request. They are part of the key under which an answer is kept. */
export const settings = { temperature: 0, seed: 20_260_101, maxOutputTokens: 1200 }

/** Tries in which a model may answer in no usable form, in which it may be busy, and in which the line may break. */
const [mostUnusable, mostBusy, mostBroken] = [2, 5, 2]
/** Requests in a row without an answer after which nobody is asked any more. */
const mostInARow = 2
/** Milliseconds before a further try, where the model names none; the longest that is waited. */
const [firstWait, longestWait] = [1000, 60_000]

/**
 * Sends one request until it is answered, as the model can take it: what it refuses (a form, a temperature) is left out
 * from then on. Where it is overloaded, it is asked again when it says so; where it is away, the whole run stops asking.
 * @throws TouchstoneError `model-unreachable`, `context-exceeded`
 */
export async function exchange<T>(request: ModelRequest<T>, asking: Asking, session: Session): Promise<Exchanged<T>> {
  const used = { input: 0, output: 0 }
  let maxTokens = request.maxTokens ?? settings.maxOutputTokens
  for (let unusable = 0, silent = 0; ; ) {
    // A model that was given the form and did not keep to it is asked in words the second time.
    const how = { structured: session.structured && unusable === 0, sampling: session.sampling }
    try {
      const { text, usage, finishReason } = await once(request, asking, how, maxTokens)
      used.input += usage.inputTokens ?? 0
      used.output += usage.outputTokens ?? 0
      session.silent = 0
      const answer = readAnswer(text, request.form)
      if (answer !== null) return { answer, ...used }
      if (finishReason === 'length') maxTokens *= 4
      if (++unusable >= mostUnusable) return { answer: null, ...used }
    } catch (error) {
      const fault = faultOf(error)
      if (adapts(fault, how, session)) continue
      if (fault.kind === 'context') throw tooLong(`${asking.model.provider}/${asking.model.modelId}`)
      if (fault.kind === 'busy' && ++silent < (fault.status ? mostBusy : mostBroken)) {
        await sleep(Math.min(longestWait, fault.wait ?? firstWait * 2 ** (silent - 1)))
        continue
      }
      throw unreachable(fault, asking, session)
    }
  }
}

/** Whether the form and a temperature are part of a request. */
type How = Pick<Session, 'structured' | 'sampling'>

/** One request as it goes over the wire. An answer in no form comes back as the text that it is. */
async function once<T>(request: ModelRequest<T>, { model, timeout }: Asking, how: How, maxOutputTokens: number) {
  const { structured, sampling } = how
  const form = `Answer with one JSON object and nothing else, in this form (JSON Schema): ${JSON.stringify(z.toJSONSchema(request.form))}`
  try {
    return await generateText({
      model,
      ...(structured ? { output: Output.object({ schema: request.form }) } : {}),
      instructions: structured ? request.instructions : `${request.instructions}\n${form}`,
      prompt: request.question,
      maxRetries: 0,
      // A server that stands in for a model tells its requests apart by this; others pass it over.
      headers: { 'x-touchstone-stage': request.stage },
      ...(timeout === undefined ? {} : { abortSignal: AbortSignal.timeout(timeout) }),
      ...(sampling ? { temperature: settings.temperature, seed: settings.seed } : {}),
      maxOutputTokens,
    }).then(({ text, usage, finishReason }) => ({ text, usage, finishReason }))
  } catch (error) {
    if (!NoObjectGeneratedError.isInstance(error)) throw error
    const usage = { inputTokens: error.usage?.inputTokens, outputTokens: error.usage?.outputTokens }
    return { text: error.text ?? '', usage, finishReason: error.finishReason ?? 'other' }
  }
}

/** Whether the model refused something that the next try can leave out; the session remembers it for every other request. */
function adapts({ kind }: ModelFault, { structured, sampling }: How, session: Session): boolean {
  if (structured && (kind === 'form' || kind === 'refused')) session.structured = false
  else if (sampling && (kind === 'sampling' || kind === 'refused')) session.sampling = false
  else return false
  return true
}

/** What is said of a question that is too long for a model. */
export function tooLong(where: string): TouchstoneError {
  return new TouchstoneError('context-exceeded', 'the question is longer than the model can read', {
    where,
    next: 'A model with a larger context is needed, or a server that is started with one.',
  })
}

/** The fault of a provider without what it may say of keys. Where nobody answers at all, the run asks no more. */
function unreachable({ status, reason, kind }: ModelFault, { model }: Asking, session: Session): TouchstoneError {
  const error = new TouchstoneError(
    'model-unreachable',
    `the model gave no answer${status ? ` (status ${status})` : reason ? ` (${reason})` : ''}`,
    {
      where: `${model.provider}/${model.modelId}`,
      next: 'Check llm in content/site.yaml, the address and the key in the environment; what was answered so far is kept.',
    },
  )
  if (++session.silent >= mostInARow || kind === 'closed') session.away = error
  return error
}
