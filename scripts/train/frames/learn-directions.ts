import { minimise } from '../findings/sparse-logistic.ts'

/** A finding as it is learned from: rows of its clues, and the place of the label that a reader gave it. */
export interface DirectedSentence {
  rows: readonly number[]
  label: number
}

/**
 * Multinomial logistic regression over rows of ones with a quadratic penalty on all but the starts. Deterministic.
 * @returns weights by row and label, those of no clue last
 */
export function learnDirections(
  sentences: readonly DirectedSentence[],
  { rows, labels }: { rows: number; labels: number },
  ridge: number,
): Float64Array {
  const scores = new Float64Array(labels)
  return minimise(
    (weights, slope) => {
      slope.fill(0)
      let loss = 0
      for (const sentence of sentences) {
        const places = [...sentence.rows, rows]
        scores.fill(0)
        for (const row of places) for (let k = 0; k < labels; k++) scores[k]! += weights[row * labels + k]!
        const most = Math.max(...scores)
        const total = most + Math.log(scores.reduce((sum, score) => sum + Math.exp(score - most), 0))
        loss += total - scores[sentence.label]!
        for (let k = 0; k < labels; k++) scores[k] = Math.exp(scores[k]! - total) - (k === sentence.label ? 1 : 0)
        for (const row of places) for (let k = 0; k < labels; k++) slope[row * labels + k]! += scores[k]!
      }
      for (let at = 0; at < rows * labels; at++) {
        loss += 0.5 * ridge * weights[at]! * weights[at]!
        slope[at]! += ridge * weights[at]!
      }
      return loss
    },
    (rows + 1) * labels,
  )
}
