import type { LanguageModel } from 'ai'
import type { ModelRequest } from '../../../src/core/model/request.ts'

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

/** About how many tokens a question has: a token is some four characters. */
export function tokensOf({ instructions, question }: Pick<ModelRequest<unknown>, 'instructions' | 'question'>): number {
  return Math.ceil((instructions.length + question.length) / 4)
}
