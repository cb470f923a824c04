import { logSum } from '../../../src/core/frames/tagger/chain.ts'

/**
 * Loss of the true chain of labels against all chains, and its slopes by the scores of words and of steps (conditional random field,
 * Lafferty, McCallum and Pereira 2001), found forward and backward.
 * @param scores score of each label for each word, one word after the other
 * @param steps score of each label behind each other, the earlier first
 */
export function addChainSlopes(
  scores: Float64Array,
  steps: Float64Array,
  truth: readonly number[],
  dScores: Float64Array,
  dSteps: Float64Array,
): number {
  const n = truth.length
  const labels = scores.length / n
  const forward = new Float64Array(scores)
  const backward = new Float64Array(scores.length)
  for (let i = 1; i < n; i++)
    for (let k = 0; k < labels; k++)
      forward[i * labels + k]! += logSum(labels, (j) => forward[(i - 1) * labels + j]! + steps[j * labels + k]!)
  for (let i = n - 2; i >= 0; i--)
    for (let j = 0; j < labels; j++) {
      const next = (i + 1) * labels
      backward[i * labels + j] = logSum(labels, (k) => steps[j * labels + k]! + scores[next + k]! + backward[next + k]!)
    }
  const total = logSum(labels, (k) => forward[(n - 1) * labels + k]!)
  let told = 0
  for (let i = 0; i < n; i++) {
    told += scores[i * labels + truth[i]!]!
    for (let k = 0; k < labels; k++) {
      const place = i * labels + k
      dScores[place]! += Math.exp(forward[place]! + backward[place]! - total) - Number(truth[i] === k)
    }
    if (i === 0) continue
    told += steps[truth[i - 1]! * labels + truth[i]!]!
    for (let j = 0; j < labels; j++)
      for (let k = 0; k < labels; k++) {
        const both =
          forward[(i - 1) * labels + j]! + steps[j * labels + k]! + scores[i * labels + k]! + backward[i * labels + k]!
        dSteps[j * labels + k]! += Math.exp(both - total) - Number(truth[i - 1] === j && truth[i] === k)
      }
  }
  return total - told
}
