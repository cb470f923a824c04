import { type BoostedTrees, boostedScores, softmax } from '../../engines/lexical/trees.ts'
import model from './holding.weights.json' with { type: 'json' }

/** What the source of a sentence says of it: says so, says otherwise, does not say it. */
export const holdLabels = ['so', 'otherwise', 'not'] as const
export type HoldLabel = (typeof holdLabels)[number]

/** What was learned of sentences and the texts they cite, with where it comes from and how it does on sets left out. */
export interface HoldModel {
  version: string
  provenance: string
  /** Names of what is measured, in the order that the trees know. */
  features: readonly string[]
  trees: BoostedTrees
  /** Probability from which a sentence is said to stand in its source; and from which a named difference counts as contrary. */
  lines: { so: number; otherwise: number }
  /** Shares of each outcome by kind of sentence, each set judged by a model that had not seen it. */
  measured: Readonly<Record<string, { n: number; so: number; otherwise: number }>>
}

/** Probability of each label for the features of a sentence held against its source. */
export function holdProbabilities(
  features: Float64Array,
  { trees }: Pick<HoldModel, 'trees'> = model as HoldModel,
): Record<HoldLabel, number> {
  const [so, otherwise, not] = softmax(boostedScores(trees, features)) as [number, number, number]
  return { so, otherwise, not }
}

/** Lines of the model in the project. */
export const holdLines: HoldModel['lines'] = model.lines

/** How models did on what they had not seen. */
export const holdMeasured: HoldModel['measured'] = model.measured
