import { generateText, type LanguageModel, NoObjectGeneratedError, Output } from 'ai'
import type { z } from 'zod'
import { TouchstoneError } from '../../../src/core/errors.ts'
import { sha256 } from '../../../src/core/hash.ts'
import { stableJson } from '../../../src/core/stable-json.ts'
import type { Answers } from './answers.ts'

/** A model as an object; a name alone would be sent to a hosted gateway. */
export type Model = Exclude<LanguageModel, string>

/** What a run may spend, and what it has spent, by the stage that asked. */
export interface Budget {
  /** Tokens of questions and answers together. */
  most: number
  /** Price of a million tokens in the currency of the settings, for the summary. */
  price?: { input: number; output: number }
  spent: Record<string, { asked: number; reused: number; input: number; output: number }>
}

/** One question to a model. */
export interface Request<T> {
  stage: string
  instructions: string
  question: string
  form: z.ZodType<T>
  /** Version of instructions and form. */
  version: string
  /** Tokens that the answer may have. */
  maxTokens?: number
}

/** Everything that asking needs. */
export interface Asking {
  model: Model
  answers: Answers
  budget: Budget
  /** Ask nobody: only what was answered before counts. */
  offline: boolean
  /** Milliseconds that an answer may take; no limit where absent. */
  timeout?: number
}

/**
 * The answer of a model in a given form, at temperature 0 and with a fixed seed; from the shelf where it was given before.
 * Null where the model answered in no usable form, twice.
 * @throws TouchstoneError `budget-spent`, `model-unreachable`
 */
export async function ask<T>(
  request: Request<T>,
  { model, answers, budget, offline, timeout }: Asking,
): Promise<T | null> {
  const spent = (budget.spent[request.stage] ??= { asked: 0, reused: 0, input: 0, output: 0 })
  const name = `${model.provider}/${model.modelId}`
  const key = sha256(stableJson([name, request.version, request.instructions, request.question, settings]))
  const known = await answers.get(key)
  const read = known ? request.form.safeParse(known.answer) : null
  if (read?.success) {
    spent.reused += 1
    return read.data
  }
  if (offline)
    throw new TouchstoneError(
      'model-unreachable',
      'this has not been answered before, and offline nobody may be asked',
      {
        where: name,
        next: 'Run once without --offline, or with --engine lexical.',
      },
    )
  guard(budget)
  spent.asked += 1
  const found = await generate(request, model, timeout)
  spent.input += found.input
  spent.output += found.output
  if (found.answer === null) return null
  const { answer, input, output } = found
  const response = sha256(stableJson(answer))
  await answers.put({ schema: 1, model: name, request: key, response, answer, usage: { input, output } })
  return answer
}

const settings = { temperature: 0, seed: 20_260_101, maxOutputTokens: 1200 }

/** Tokens spent so far, over all stages. */
function tokens({ spent }: Budget): { input: number; output: number } {
  const all = Object.values(spent)
  return { input: all.reduce((sum, one) => sum + one.input, 0), output: all.reduce((sum, one) => sum + one.output, 0) }
}

/** Cost so far in the currency of the price; null where no price is set. */
function cost(budget: Budget): number | null {
  const { input, output } = tokens(budget)
  return budget.price ? (input * budget.price.input + output * budget.price.output) / 1e6 : null
}

/** What the models were asked and what it took, in one line. */
export function spending(budget: Budget): string {
  const stages = Object.entries(budget.spent).map(
    ([stage, { asked, reused, input, output }]) =>
      `${stage} ${asked} asked, ${reused} known, ${input} + ${output} tokens`,
  )
  const paid = cost(budget)
  return `model: ${stages.join('; ') || 'nothing asked'}${paid === null ? '' : `; cost ${paid.toFixed(4)}`}`
}

function guard(budget: Budget): void {
  const { input, output } = tokens(budget)
  if (input + output < budget.most) return
  throw new TouchstoneError('budget-spent', `the model has used ${input + output} tokens of ${budget.most}`, {
    where: 'llm.budget',
    next: 'Raise llm.budget in content/site.yaml and run again: what was answered is kept and costs nothing.',
  })
}

async function generate<T>(
  request: Request<T>,
  model: Model,
  timeout: number | undefined,
): Promise<{ answer: T | null; input: number; output: number }> {
  const used = { input: 0, output: 0 }
  for (let attempt = 0; attempt < 2; attempt++) {
    try {
      const result = await generateText({
        model,
        output: Output.object({ schema: request.form }),
        instructions: request.instructions,
        prompt: request.question,
        maxRetries: 2,
        // A server that stands in for a model tells its requests apart by this; others pass it over.
        headers: { 'x-touchstone-stage': request.stage },
        ...(timeout === undefined ? {} : { abortSignal: AbortSignal.timeout(timeout) }),
        ...settings,
        ...(request.maxTokens === undefined ? {} : { maxOutputTokens: request.maxTokens }),
      })
      used.input += result.usage.inputTokens ?? 0
      used.output += result.usage.outputTokens ?? 0
      return { answer: request.form.parse(result.output), ...used }
    } catch (error) {
      if (!NoObjectGeneratedError.isInstance(error)) throw unreachable(error, model)
      used.input += error.usage?.inputTokens ?? 0
      used.output += error.usage?.outputTokens ?? 0
    }
  }
  return { answer: null, ...used }
}

/** The fault of a provider without what it may say of keys. */
function unreachable(error: unknown, model: Model): TouchstoneError {
  const status = (error as { statusCode?: number }).statusCode
  return new TouchstoneError('model-unreachable', `the model gave no answer${status ? ` (status ${status})` : ''}`, {
    where: `${model.provider}/${model.modelId}`,
    next: 'Check llm in content/site.yaml, the address and the key in the environment; what was answered so far is kept.',
  })
}
