import { viewsOf } from '../papers/headings.ts'
import { claimFeatures } from './claim-features.ts'
import model from './claim-sentences.weights.json' with { type: 'json' }
import { roleProbabilities } from './roles.ts'

/** How a sentence of an abstract is judged: the probability that it states a claim of the paper, and whether it is taken for one. */
export interface ClaimSentence {
  score: number
  claim: boolean
}

/** Weights of a logistic regression over {@link claimFeatures}, with where they come from. */
export interface ClaimWeights {
  version: string
  provenance: string
  /** Probability from which a sentence is taken for a claim. */
  threshold: number
  weights: Readonly<Record<string, number>>
}

/**
 * The claim sentences of one abstract, its sentences in order. An abstract has at least one: where no sentence reaches the
 * threshold, the likeliest is taken.
 */
export function claimSentences(sentences: readonly string[], given: ClaimWeights = model): ClaimSentence[] {
  const scores = abstractClaimFeatures(sentences).map((features) => claimScore(features, given.weights))
  const top = Math.max(...scores)
  return scores.map((score) => ({ score, claim: score >= given.threshold || score === top }))
}

/** Features of each sentence, headings in front of sentences parted from them. */
export function abstractClaimFeatures(sentences: readonly string[]): Record<string, number>[] {
  const views = viewsOf(sentences)
  return claimFeatures(views, roleProbabilities(views))
}

/** Probability that the sentence with these features states a claim. */
export function claimScore(
  features: Readonly<Record<string, number>>,
  weights: Readonly<Record<string, number>>,
): number {
  let sum = 0
  for (const [name, value] of Object.entries(features)) sum += (weights[name] ?? 0) * value
  return 1 / (1 + Math.exp(-sum))
}
