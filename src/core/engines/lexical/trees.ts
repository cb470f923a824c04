/** A regression tree in flat arrays: a node with feature -1 is a leaf whose value stands in `threshold`. */
export interface Tree {
  feature: number[]
  threshold: number[]
  left: number[]
  right: number[]
}

/** Boosted trees for several classes; the trees of round r and class k stand at r × classes + k. */
export interface BoostedTrees {
  classes: number
  base: number[]
  trees: Tree[]
}

/** Scores of the classes before the softmax. */
export function boostedScores(model: BoostedTrees, row: ArrayLike<number>): number[] {
  const scores = [...model.base]
  for (let at = 0; at < model.trees.length; at++) scores[at % model.classes]! += leafValue(model.trees[at]!, row)
  return scores
}

function leafValue(tree: Tree, row: ArrayLike<number>): number {
  let node = 0
  for (let steps = tree.feature.length; steps > 0; steps--) {
    const feature = tree.feature[node]!
    if (feature < 0) return tree.threshold[node]!
    node = row[feature]! <= tree.threshold[node]! ? tree.left[node]! : tree.right[node]!
  }
  return 0
}

/** Probabilities from scores. */
export function softmax(scores: readonly number[]): number[] {
  const top = Math.max(...scores)
  const raised = scores.map((score) => Math.exp(score - top))
  const sum = raised.reduce((total, value) => total + value, 0)
  return raised.map((value) => value / sum)
}
