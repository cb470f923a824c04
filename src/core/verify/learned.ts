import type { Probabilities } from '../calibrate.ts'
import { type Stages, stagedProbabilities } from './stages.ts'
import { type BoostedTrees, boostedScores, softmax } from './trees.ts'

/** What was learned: boosted trees and logistic regression, which err on different pairs; their answers are averaged. */
export interface LearnedModel {
  trees: BoostedTrees
  stages: Stages
}

/** Probabilities of a claim and a paper from their features. */
export function learnedProbabilities({ trees, stages }: LearnedModel, row: Float64Array): Probabilities {
  const staged = stagedProbabilities(stages, row)
  return softmax(boostedScores(trees, row)).map((p, k) => (p + staged[k]!) / 2) as unknown as Probabilities
}
