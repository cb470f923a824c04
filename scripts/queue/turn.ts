import { longestWait, retryAfter } from '../io/http/retry.ts'
import type { Exchange, RawAnswer } from '../io/http/send.ts'
import { ExchangeFault, send } from '../io/http/send.ts'

/** The database asks to be left alone for a while. */
export class Limited extends Error {
  readonly wait: number | null
  constructor(wait: number | null) {
    super('it answered with status 429')
    this.wait = wait
  }
}

/** The request is to be tried again later. */
export class TryLater extends Error {}

/** The turn of a job is over: it has sent its one request. */
export class TurnOver extends Error {}

/** Milliseconds that all workers wait where a database that asks for patience does not say how long. */
export const usualWait = 2_000

/** Times in a row that a job is put back because its database asks for patience. */
export const mostLimited = 30

/**
 * Sends one request and no second: what goes wrong is for the queue to try again.
 * @throws Limited, TryLater, TurnOver
 */
export function oneTurn(): (exchange: Exchange) => Promise<RawAnswer> {
  let sent = false
  return async (exchange) => {
    if (sent) throw new TurnOver()
    const answer = await sendForQueue(exchange)
    // What is refused is kept nowhere: what is asked instead belongs to the same turn.
    sent = answer.status !== 401 && answer.status !== 403
    return answer
  }
}

/** Sends a request once. @throws Limited, TryLater; ExchangeFault where it will always be refused */
export async function sendForQueue(exchange: Exchange): Promise<RawAnswer> {
  const answer = await send(exchange).catch((error: unknown) => {
    if (error instanceof ExchangeFault && error.failure.kind !== 'refused') throw new TryLater(error.message)
    throw error
  })
  if (answer.status === 429) throw new Limited(retryAfter(answer.headers['retry-after'], Date.now()))
  if (answer.status === 408 || answer.status === 425 || answer.status >= 500)
    throw new TryLater(`it answered with status ${answer.status}`)
  return answer
}

/** Whether a database asks for so much patience that nobody waits for it in this run. */
export function isTooLong({ wait }: Limited, limited: number): boolean {
  return (wait ?? 0) > longestWait || limited >= mostLimited
}
