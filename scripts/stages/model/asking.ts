import { TouchstoneError } from '../../../src/core/errors.ts'
import type { ModelRequest } from '../../../src/core/model/request.ts'
import { entryOf, type WorkAccount, workOf } from '../../../src/core/model/work.ts'
import { type ModelStage, type ModelWork, modelStages } from '../../../src/schemas/model-work.ts'
import type { Site } from '../../../src/schemas/site.ts'
import type { Asking } from '../../engines/llm/ask.ts'
import type { Run } from '../../run.ts'

/** A model at the side of one question: how it is asked, in which stages, and the account of what it did. */
export interface ModelBeside {
  asking: Asking
  stages: ReadonlySet<ModelStage>
  account: WorkAccount
  log: (line: string) => void
}

/** The model at the side of the next question, with an empty account; null where a run has none. */
export function modelBeside({ asking, stages, log }: Pick<Run, 'asking' | 'stages' | 'log'>): ModelBeside | null {
  return asking && stages.size > 0 ? { asking, stages, account: new Map(), log } : null
}

/** What the model did so far, as a report keeps it. */
export function modelWorkOf(beside: ModelBeside | null): ModelWork | undefined {
  if (!beside) return undefined
  // Offline, with no answer kept for this question, there is no model as far as it is concerned.
  const answered = [...beside.account.values()].some(({ answers }) => answers > 0)
  return beside.asking.offline && !answered ? undefined : workOf(beside.account, nameOf(beside.asking))
}

/** The stages that take the place of an engine: what a paper says, and which papers say the same. */
export const readingStages: readonly ModelStage[] = ['extraction', 'findings', 'verification']

/** The stages that the settings name. */
export function stagesOf({ llm }: Pick<Site, 'llm'>): ReadonlySet<ModelStage> {
  return new Set(llm === undefined ? [] : llm.stages === 'all' ? modelStages : llm.stages)
}

/** How the model is called in reports. */
export function nameOf({ model }: Asking): string {
  // The library names its protocol with the provider, "openai-compatible.chat".
  return `${model.provider.split('.')[0]}/${model.modelId}`
}

/** What came of one request; `tooLong` where it is longer than the model can read, so that a part of it may be asked. */
export interface Answered<T> {
  answer: T | null
  tooLong: boolean
}

/**
 * The answer of the model, or null where it gave none: it is away, its budget is spent, the question is too long for it,
 * or what it said has no usable form. The stage then goes on by the rules alone, and the account says so.
 */
export async function askFor<T>(request: ModelRequest<T>, beside: ModelBeside): Promise<T | null> {
  const { answer, tooLong } = await askOnce(request, beside)
  if (tooLong) missing(request.stage, 'the question is longer than the model can read', beside)
  return answer
}

/** Like {@link askFor}; a question that is too long is not counted as missing, since less of it can be asked. */
export async function askOnce<T>(request: ModelRequest<T>, beside: ModelBeside): Promise<Answered<T>> {
  const { ask } = await import('../../engines/llm/ask.ts')
  const entry = entryOf(beside.account, request.stage as ModelStage)
  try {
    const answer = await ask<T>(request, beside.asking)
    if (answer === null) entry.missing++
    else entry.answers++
    return { answer, tooLong: false }
  } catch (error) {
    const fault = faultOfModel(error)
    const tooLong = fault.code === 'context-exceeded'
    if (!tooLong) missing(request.stage, fault.message, beside)
    return { answer: null, tooLong }
  }
}

/** Counts a question without an answer, and says why at the first of a stage. */
function missing(stage: string, why: string, { account, asking, log }: ModelBeside): void {
  const entry = entryOf(account, stage as ModelStage)
  if (entry.missing++ === 0 && !asking.offline) log(`${stage}: the rules work alone: ${why}`)
}

/**
 * Asks about several things at once; where that is longer than the model can read, about each half of them by itself, and
 * so on. Gives the things of each request with its answer, or null as {@link askFor} does.
 */
export async function askInParts<I, T>(
  things: readonly I[],
  requestOf: (some: readonly I[]) => ModelRequest<T>,
  beside: ModelBeside,
): Promise<{ things: readonly I[]; answer: T | null }[]> {
  if (things.length < 2) return [{ things, answer: await askFor(requestOf(things), beside) }]
  const { answer, tooLong } = await askOnce(requestOf(things), beside)
  if (!tooLong) return [{ things, answer }]
  return (await Promise.all(halvesOf(things).map((some) => askInParts(some, requestOf, beside)))).flat()
}

/** Both halves of some things. */
export function halvesOf<I>(things: readonly I[]): [I[], I[]] {
  const half = Math.ceil(things.length / 2)
  return [things.slice(0, half), things.slice(half)]
}

/**
 * An error with which the work goes on without the model; any other is thrown again.
 * @throws what is no such error
 */
export function faultOfModel(error: unknown): TouchstoneError {
  if (error instanceof TouchstoneError && lets.has(error.code)) return error
  throw error
}

/** Errors of a model without which the work goes on. */
const lets: ReadonlySet<string> = new Set(['model-unreachable', 'budget-spent', 'context-exceeded'])
