import { type Role, roles, type SentenceView } from '../papers/headings.ts'
import { abstractFeatures } from './features.ts'
import model from './roles.weights.json' with { type: 'json' }

/** Weights of a multinomial logistic regression over sentence roles, with where they come from. */
export interface RoleWeights {
  version: string
  provenance: string
  /** One row a feature, in hundredths; columns are {@link roles}. */
  weights: Readonly<Record<string, readonly number[]>>
  /** Claim score above which `evaluate extract` calls a sentence a claim, and the share of result in the score. */
  threshold: number
  resultShare: number
}

/** Probability of each role for each sentence of an abstract, in order. */
export function roleProbabilities(
  sentences: readonly SentenceView[],
  given: RoleWeights = model as unknown as RoleWeights,
): Record<Role, number>[] {
  return abstractFeatures(sentences).map((features) => rolesBy(features, given))
}

/** What the model makes of a sentence: in its place, and by its own words and signs alone, whatever its place and neighbours. */
export interface RoleOpinion {
  inPlace: Record<Role, number>
  byWords: Record<Role, number>
}

/** Both opinions on each sentence of an abstract, in order. */
export function roleOpinions(
  sentences: readonly SentenceView[],
  given: RoleWeights = model as unknown as RoleWeights,
): RoleOpinion[] {
  return abstractFeatures(sentences).map((features) => ({
    inPlace: rolesBy(features, given),
    byWords: rolesBy(features.filter(isOwn), given),
  }))
}

const isOwn = (feature: string) => /^(?:w:|\^|c:[^@]+$)/.test(feature)

function rolesBy(features: readonly string[], { weights }: RoleWeights): Record<Role, number> {
  const sums = roles.map(() => 0)
  for (const feature of features) {
    const row = weights[feature]
    if (row) for (let role = 0; role < sums.length; role++) sums[role]! += row[role]! / 100
  }
  return softmax(sums)
}

function softmax(sums: readonly number[]): Record<Role, number> {
  const top = Math.max(...sums)
  const powers = sums.map((sum) => Math.exp(sum - top))
  const total = powers.reduce((sum, power) => sum + power, 0)
  return Object.fromEntries(roles.map((role, at) => [role, powers[at]! / total])) as Record<Role, number>
}
