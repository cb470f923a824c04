import { type FrameComparison, isAgreement, type SlotComparison } from '../compare/frames/comparison.ts'
import { slotNames } from '../frames/frame.ts'

const ofWhole = [
  'agrees',
  'different',
  'contrary',
  'agrees apart from size',
  'contrary apart from size',
  'there',
  'back',
]
const ofSlot = ['surely different', 'perhaps different', 'contrary', 'open']
const names = [...ofWhole, ...slotNames.flatMap((slot) => ofSlot.map((name) => `${slot} ${name}`)), 'same direction']

/** What the exact comparison of two statements found, either way round. */
export const comparedFeatureNames = [...names.map((name) => `less ${name}`), ...names.map((name) => `more ${name}`)]

/** Open words beyond these say nothing more. */
const mostOpen = 2

/** Features of two comparisons, of one statement with another and the other way round. */
export function comparedFeatures(one: FrameComparison, other: FrameComparison): number[] {
  const [a, b] = [measured(one), measured(other)]
  return [...a.map((value, at) => Math.min(value, b[at]!)), ...a.map((value, at) => Math.max(value, b[at]!))]
}

function measured({ relation, apartFromSize, there, back, slots }: FrameComparison): number[] {
  return [
    Number(isAgreement(relation)),
    Number(relation === 'different'),
    Number(relation === 'contrary'),
    Number(isAgreement(apartFromSize)),
    Number(apartFromSize === 'contrary'),
    there,
    back,
    ...slotNames.flatMap((name) => {
      const own = slots.filter(({ slot }) => slot === name)
      const has = (relation: string, certain?: boolean) =>
        Number(own.some((slot) => slot.relation === relation && (certain === undefined || slot.certain === certain)))
      return [
        has('different', true),
        has('different', false),
        has('contrary'),
        Math.min(mostOpen, own.filter((slot) => slot.relation === 'unknown').length),
      ]
    }),
    Number(slots.some(({ slot, relation }) => slot === 'direction' && relation === 'same')),
  ]
}

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
