import PQueue from 'p-queue'
import { TouchstoneError } from '../../../src/core/errors.ts'
import { sha256 } from '../../../src/core/hash.ts'
import type { ModelRequest } from '../../../src/core/model/request.ts'
import { stableJson } from '../../../src/core/stable-json.ts'
import { counted, grouped } from '../../../src/core/text/counts.ts'
import type { Asking, Session } from './asking.ts'
import { exchange, settings, tooLong } from './exchange.ts'
import { type Budget, type Model, tokensOf } from './request.ts'

export type { Asking } from './asking.ts'
export type { Model } from './request.ts'

const sessions = new WeakMap<Model, Session>()

function sessionOf({ model, concurrency = 4 }: Asking): Session {
  const known = sessions.get(model)
  if (known) return known
  const queue = new PQueue({ concurrency })
  const made = { queue, structured: true, sampling: true, silent: 0, away: null, underWay: 0 }
  sessions.set(model, made)
  return made
}

/**
 * The answer of a model in a given form, at temperature 0 and with a fixed seed where it takes them; from the shelf where
 * it was given before. Requests go side by side within the limit of the settings. Null where the model answered in no
 * usable form, twice.
 * @throws TouchstoneError `budget-spent`, `model-unreachable`, `context-exceeded`
 */
export async function ask<T>(request: ModelRequest<T>, asking: Asking): Promise<T | null> {
  const { model, answers, budget, offline, estimate } = asking
  const spent = (budget.spent[request.stage] ??= { asked: 0, reused: 0, input: 0, output: 0 })
  const name = `${model.provider}/${model.modelId}`
  const key = sha256(stableJson([name, request.version, request.instructions, request.question, settings]))
  const known = await answers.get(key)
  if (known && isTooLong(known.answer)) {
    asking.used?.add(key)
    throw tooLong(name)
  }
  const read = known ? request.form.safeParse(known.answer) : null
  if (read?.success) {
    spent.reused += 1
    asking.used?.add(key)
    estimate?.known(request.stage)
    return read.data
  }
  if (estimate) {
    estimate.add(request)
    return null
  }
  if (offline) throw unanswered(name)
  const session = sessionOf(asking)
  const keep = async (answer: unknown, input: number, output: number) => {
    asking.used?.add(key)
    const response = sha256(stableJson(answer))
    await answers.put({ schema: 1, model: name, request: key, response, answer, usage: { input, output } })
  }
  const found = await session.queue.add(async () => {
    if (session.away) throw session.away
    const size = tokensOf(request)
    guard(budget, session)
    session.underWay += size
    spent.asked += 1
    try {
      return await exchange(request, asking, session)
    } catch (error) {
      // Kept like an answer, so that a rebuild, with or without a network, parts the question at once.
      if (error instanceof TouchstoneError && error.code === 'context-exceeded') await keep(whatIsTooLong, 0, 0)
      throw error
    } finally {
      session.underWay -= size
    }
  })
  spent.input += found.input
  spent.output += found.output
  if (found.answer === null) return null
  await keep(found.answer, found.input, found.output)
  return found.answer
}

/** What is kept of a question that is longer than the model can read. */
const whatIsTooLong = { tooLong: true }
const isTooLong = (answer: unknown) => stableJson(answer) === stableJson(whatIsTooLong)

function unanswered(name: string): TouchstoneError {
  return new TouchstoneError(
    'model-unreachable',
    'this has not been answered before, and offline nobody may be asked',
    { where: name, next: 'Run once without --offline, or with --engine lexical.' },
  )
}

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
  const stages = Object.entries(budget.spent)
    .filter(([, { asked, reused }]) => asked + reused > 0)
    .map(
      ([stage, { asked, reused, input, output }]) =>
        `${stage} ${counted(asked, 'request')}, ${counted(reused, 'answer')} kept from before, ${grouped(input)} tokens sent, ${grouped(output)} received`,
    )
  const paid = cost(budget)
  return `model: ${stages.join('; ') || 'nothing asked'}${paid === null ? '' : `; cost ${paid.toFixed(4)}`}`
}

/** Questions under way count before they are answered, so that several at once do not overrun the budget. */
function guard(budget: Budget, { underWay }: Session): void {
  const { input, output } = tokens(budget)
  if (input + output + underWay < budget.most) return
  throw new TouchstoneError('budget-spent', `the model has used ${input + output} tokens of ${budget.most}`, {
    where: 'llm.budget',
    next: 'Raise llm.budget in content/site.yaml and run again: what was answered is kept and costs nothing.',
  })
}
