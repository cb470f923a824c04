import type { Frame, SlotName } from '../../frames/frame.ts'
import { isIn } from '../../frames/lists.ts'
import { stem } from '../../text/stem.ts'
import type { SlotComparison } from './comparison.ts'
import { isLight, type Matching } from './matching.ts'
import { isNone } from './turning.ts'

/**
 * Marks what no reader is told of two findings: other figures where the outcomes are not known to be one; and there, or where one arm is not
 * known to be the subject of both, another direction and estimates on contrary sides. A difference or none between arms has no such subject.
 */
export function toldOrNot(
  slots: readonly SlotComparison[],
  one: Frame,
  other: Frame,
  { pairs }: Matching,
  sides: boolean,
): SlotComparison[] {
  const shares = (slot: SlotName) =>
    one.words.some(
      (word) =>
        word.slot === slot && !word.act && !isLight(word) && pairs.get(word)!.some((found) => found.slot === slot),
    )
  const outcome = shares('outcome')
  const subject = sides || isNone(one) !== isNone(other) || shares('exposure')
  const turned = outcome && subject && !isMixed(one) && !isMixed(other)
  const isTold = ({ slot, relation }: SlotComparison) =>
    slot === 'direction' || relation === 'contrary' ? turned : slot !== 'figures' || outcome
  return slots.map((slot) => (isTold(slot) ? slot : { ...slot, untold: true }))
}

const ways = ['up', 'down', 'better', 'worse'] as const
const denying = /\b(?:no|not|nor|neither|non-?significant\w*|insignificant\w*)\b/i

/** It says of several things which way they went, or of one that it went some way and of another that it did not; or of none. */
function isMixed(frame: Frame): boolean {
  const { turning, direction, text, significant } = frame
  const said = turning.filter((word) => [...ways, 'alike' as const].some((list) => isIn(list, { word, lemma: word })))
  const goes = ways.some((way) => way === direction?.value)
  if (said.length > 1 || (goes ? denying.test(text) || isNone(frame) : !isNone(frame) || significant === true))
    return true
  const before = text.slice(0, direction?.start ?? 0).match(/\p{L}+/gu) ?? []
  return before.some((word) => said.some((one) => stem(one) === stem(word.toLowerCase())))
}
