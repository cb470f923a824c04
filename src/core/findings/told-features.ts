import { cosine } from './library.ts'
import { factNames, slotGroups, type Told } from './told.ts'

const groups = slotGroups.map((slots) => slots.join(' or '))

/** What is measured of what two statements tell, in the order of {@link toldFeatures}. */
export const toldFeatureNames = [
  ...factNames.flatMap((name) => [`both ${name}`, `either ${name}`]),
  'same way',
  'both deny',
  ...groups.flatMap((name) => [`like ${name}`, `nothing of ${name}`]),
  'heads shared',
  'heads apart',
  'sides crossed',
] as const

/** Likeness of a slot that one of two does not fill: about what two statements of one subject have. */
const unfilled = 0.2
const mostShared = 2
const denied = factNames.indexOf('words deny')

/** Features of what two statements tell. Nothing depends on the order of the two. */
export function toldFeatures(a: Told, b: Told): number[] {
  const features: number[] = []
  for (let at = 0; at < a.facts.length; at++)
    features.push(Math.min(a.facts[at]!, b.facts[at]!), Math.max(a.facts[at]!, b.facts[at]!))
  features.push(a.sign * b.sign, a.facts[denied]! * b.facts[denied]!)
  for (const [at, one] of a.slots.entries()) {
    const other = b.slots[at]!
    const both = one.ids.length > 0 && other.ids.length > 0
    const shared = cosine(one, other)
    features.push(both ? shared : unfilled, Number(both && shared === 0))
  }
  const heads = common(a.heads, b.heads)
  features.push(Math.min(mostShared, heads), Number(heads === 0 && a.heads.size > 0 && b.heads.size > 0))
  features.push(Math.min(mostShared, common(a.exposure, b.comparator) + common(a.comparator, b.exposure)))
  return features
}

function common(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  let count = 0
  for (const word of one) if (other.has(word)) count++
  return count
}
