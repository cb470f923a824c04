import type PQueue from 'p-queue'
import type { TouchstoneError } from '../../../src/core/errors.ts'
import type { Answers } from './answers.ts'
import type { Estimate } from './estimate.ts'
import type { Budget, Model } from './request.ts'

/** Everything that asking needs. */
export interface Asking {
  model: Model
  answers: Answers
  budget: Budget
  /** Ask nobody: only what was answered before counts. */
  offline: boolean
  /** Milliseconds that an answer may take; no limit where absent. */
  timeout?: number
  /** Requests that may be under way at once; four where absent. */
  concurrency?: number
  /** Keys of the answers that were used, given now or kept. */
  used?: Set<string>
  /** Count what would be asked, and ask nobody. */
  estimate?: Estimate
}

/** What is learned of a model while it is asked, so that it need not be learned again with every request. */
export interface Session {
  queue: PQueue
  /** Whether it takes a form as part of the request. */
  structured: boolean
  /** Whether it takes a temperature and a seed; models that reason do not. */
  sampling: boolean
  /** Requests in a row that brought no answer at all. */
  silent: number
  /** Why nobody is asked any more in this run. */
  away: TouchstoneError | null
  /** Tokens of questions that are under way. */
  underWay: number
}
