import type { ModelRequest } from '../../../src/core/model/request.ts'
import { counted } from '../../../src/core/text/counts.ts'
import { type Budget, tokensOf } from './request.ts'

/** What a stage would ask. */
export interface StageEstimate {
  /** Requests that nobody answered yet, and those whose answers are kept. */
  asked: number
  known: number
  /** Tokens of the questions, about, and of the answers, at most. */
  input: number
  output: number
}

/** Tokens that an answer has where its request names no most. */
const usually = 1200

/** Counts what would be asked, by stage. */
export class Estimate {
  readonly stages = new Map<string, StageEstimate>()

  add({ stage, maxTokens = usually, ...request }: ModelRequest<unknown>): void {
    const entry = this.#of(stage)
    entry.asked += 1
    entry.input += tokensOf(request)
    entry.output += maxTokens
  }

  known(stage: string): void {
    this.#of(stage).known += 1
  }

  #of(stage: string): StageEstimate {
    const known = this.stages.get(stage)
    if (known) return known
    const made = { asked: 0, known: 0, input: 0, output: 0 }
    this.stages.set(stage, made)
    return made
  }
}

/** The estimate as a person reads it, a line a stage. */
export function estimateLines({ stages }: Estimate, price: Budget['price']): string[] {
  const all = [...stages.values()].reduce(
    (sum, one) => ({
      asked: sum.asked + one.asked,
      known: sum.known + one.known,
      input: sum.input + one.input,
      output: sum.output + one.output,
    }),
    { asked: 0, known: 0, input: 0, output: 0 },
  )
  const line = (name: string, { asked, known, input, output }: StageEstimate) => {
    const cost = price ? `, cost at most ${((input * price.input + output * price.output) / 1e6).toFixed(4)}` : ''
    return `${name}: ${counted(asked, 'request')}${known > 0 ? ` (${counted(known, 'answer')} kept already)` : ''}, about ${input} tokens of questions, at most ${output} of answers${cost}`
  }
  return [...[...stages].map(([name, one]) => line(name, one)), line('together', all)]
}
