import { aligned, type Like } from './alignment.ts'
import { cosine } from './library.ts'
import { type Clause, factNames, slotGroups, type Told } from './told.ts'

const groups = slotGroups.map((slots) => slots.join(' or '))
const clauseNames = ['none', 'down', 'turn'] as const

/** What is measured of what two statements tell, in the order of {@link toldFeatures}. */
export const toldFeatureNames = [
  ...factNames.flatMap((name) => [`both ${name}`, `either ${name}`]),
  'same way',
  'both deny',
  ...groups.flatMap((name) => [`like ${name}`, `nothing of ${name}`]),
  'heads shared',
  'heads apart',
  'sides crossed',
  'clause cosine',
  'clause aligned',
  ...clauseNames.flatMap((name) => [
    `clause ${name} less`,
    `clause ${name} more`,
    `clause ${name} apart`,
    `clause ${name} product`,
  ]),
] as const

/** Likeness of a slot that one of two does not fill: about what two statements of one subject have. */
const unfilled = 0.2
const mostShared = 2
const denied = factNames.indexOf('words deny')

/** Features of what two statements tell. Nothing depends on the order of the two. */
export function toldFeatures(a: Told, b: Told, like: Like): number[] {
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
  features.push(...clauseFeatures(a.clauses, b.clauses, like))
  return features
}

function common(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  let count = 0
  for (const word of one) if (other.has(word)) count++
  return count
}

/** The two clauses that are most about the same, and what they say. */
function clauseFeatures(mine: readonly Clause[], theirs: readonly Clause[], like: Like): number[] {
  let best = { one: mine[0]!, other: theirs[0]!, cosine: 0, aligned: 0, sum: -1 }
  for (const one of mine)
    for (const other of theirs) {
      const near = cosine(one.outcome, other.outcome)
      const [there, back] = aligned(one.outcome, other.outcome, like)
      const held = Math.sqrt(Math.max(0, there * back))
      if (near + held > best.sum) best = { one, other, cosine: near, aligned: held, sum: near + held }
    }
  const { one, other } = best
  return [
    best.cosine,
    best.aligned,
    ...clauseNames.flatMap((name) => {
      const [x, y] = [one[name], other[name]]
      return [Math.min(x, y), Math.max(x, y), Math.abs(x - y), x * y]
    }),
  ]
}
