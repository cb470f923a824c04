import type { FrameComparison, SlotComparison } from '../compare/frames/comparison.ts'

/**
 * Share that both must have of each other before a difference of slots is trusted: of two sentences that share less, a word of one
 * seldom stands in the place of a word of the other.
 */
const leastNear = 0.6

/** Held against no treatment or the usual one here, against a thing of its own there: however little they share, two comparisons. */
const isOtherControl = ({ slot, relation, certain }: SlotComparison) =>
  slot === 'comparator' && relation === 'different' && certain

const isOtherThing = ({ relation, certain }: SlotComparison) => certain && relation === 'different'

/**
 * Whether comparing slot by slot, either way round, forbids that two statements say the same.
 * @param deny whether they are contrary in what they share most, whatever else they say
 */
export function isForbidden(one: FrameComparison, other: FrameComparison, deny: () => boolean): boolean {
  const both = (test: (comparison: FrameComparison) => boolean) => test(one) && test(other)
  if (both(({ slots }) => slots.some(isOtherControl))) return true
  const near = Math.min(one.there, one.back, other.there, other.back) >= leastNear
  return (near && both(({ slots }) => slots.some(isOtherThing))) || deny()
}
