import { once } from '../../remembered.ts'
import { chainSum, likeliestLabels } from './chain.ts'
import { slotLabels } from './spans.ts'

/**
 * Slots of which the likeliest chain as a whole is too seldom: where it is not sure which words fill one, each way to fill it is
 * less likely than to leave it empty, and all together are likelier.
 */
const shunned = ['exposure', 'outcome'] as const
/** How far scores are raised, in steps, until the likeliest chain fills a slot that is likelier filled than not. */
const raise = { step: 0.25, most: 5 }

/**
 * Label of each word: the likeliest chain, in which a slot that is likelier filled than empty is not left empty.
 * @param scores score of each label for each word, one word after the other
 * @param steps score of each label behind each other, the earlier first
 * @param small whether a word alone fills no slot
 */
export function slotLabelsOf(scores: Float64Array, steps: Float64Array, small: readonly boolean[]): number[] {
  const count = slotLabels.length
  if (small.length === 0) return []
  const raised = scores.slice()
  const all = once(() => chainSum(scores, steps, count))
  let labels = likeliestLabels(scores, steps, count)
  for (const slot of shunned) {
    const label = slotLabels.indexOf(slot)
    const isEmpty = () => labels.every((one, at) => one !== label || small[at])
    if (!isEmpty() || chainSum(scores, steps, count, label) - all() >= Math.log(0.5)) continue
    for (let sum = 0; sum < raise.most && isEmpty(); sum += raise.step) {
      for (let at = label; at < raised.length; at += count) raised[at]! += raise.step
      labels = likeliestLabels(raised, steps, count)
    }
  }
  return labels
}
