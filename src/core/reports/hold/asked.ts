import { isAim } from '../../frames/aim.ts'
import type { HoldReading } from './reading.ts'

/** What was supposed before anything was found, whatever else the sentence looks like. */
const supposed = /\bwe (?:had )?(?:hypothesi[sz]ed|expected|predicted|assumed|postulated|anticipated)\b/i

/** Likelihood from which on a sentence that may say what was to be found out states a result, and one that does not. */
const leastStated = { asking: 0.5, other: 0.2 }

/** Whether the sentence of a source that comes nearest says what was to be found out or was expected, and no other one shown states anything. */
export function isOnlyAsked({ sentences, states }: HoldReading, shown: readonly number[]): boolean {
  const isOpen = (at: number) =>
    supposed.test(sentences[at]!) || (isAim(sentences[at]!) && states[at]! < leastStated.asking)
  return isOpen(shown[0]!) && shown.every((at) => isOpen(at) || states[at]! < leastStated.other)
}
