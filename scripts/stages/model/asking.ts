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

/** The stages that the settings name. */
export function stagesOf({ llm }: Pick<Site, 'llm'>): ReadonlySet<ModelStage> {
  return new Set(llm === undefined ? [] : llm.stages === 'all' ? modelStages : llm.stages)
}

/** How the model is called in reports. */
export function nameOf({ model }: Asking): string {
  return `${model.provider}/${model.modelId}`
}

/**
 * The answer of the model, or null where it gave none: it is away, its budget is spent, the question is too long for it,
 * or what it said has no usable form. The stage then goes on by the rules alone, and the account says so.
 */
export async function askFor<T>(request: ModelRequest<T>, beside: ModelBeside): Promise<T | null> {
  const [part] = await askInParts([request], ([only]) => only!, beside)
  return part!.answer
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
  const { ask } = await import('../../engines/llm/ask.ts')
  const request = requestOf(things)
  const entry = entryOf(beside.account, request.stage as ModelStage)
  try {
    const answer = await ask<T>(request, beside.asking)
    if (answer === null) entry.missing++
    else entry.answers++
    return [{ things, answer }]
  } catch (error) {
    const fault = faultOfModel(error)
    if (fault.code === 'context-exceeded' && things.length > 1) {
      const half = Math.ceil(things.length / 2)
      const halves = [things.slice(0, half), things.slice(half)]
      return (await Promise.all(halves.map((some) => askInParts(some, requestOf, beside)))).flat()
    }
    if (entry.missing++ === 0 && !beside.asking.offline)
      beside.log(`${request.stage}: the rules work alone: ${fault.message}`)
    return [{ things, answer: null }]
  }
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
