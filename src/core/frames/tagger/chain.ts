/** The likeliest chain of labels by the scores of words and of steps from one label to the next (Viterbi). */
export function likeliestLabels(scores: Float64Array, steps: Float64Array, labels: number): number[] {
  const n = scores.length / labels
  if (n === 0) return []
  const from: Int32Array[] = []
  let best = scores.slice(0, labels)
  for (let i = 1; i < n; i++) {
    const next = new Float64Array(labels)
    const origin = new Int32Array(labels)
    for (let k = 0; k < labels; k++) {
      let top = 0
      for (let j = 1; j < labels; j++)
        if (best[j]! + steps[j * labels + k]! > best[top]! + steps[top * labels + k]!) top = j
      origin[k] = top
      next[k] = best[top]! + steps[top * labels + k]! + scores[i * labels + k]!
    }
    from.push(origin)
    best = next
  }
  let label = best.indexOf(Math.max(...best))
  const path = [label]
  for (const origin of from.reverse()) {
    label = origin[label]!
    path.push(label)
  }
  return path.reverse()
}

/**
 * Likelihood of all chains of labels together, as a logarithm (the forward algorithm).
 * @param without a label: only chains that give it to no word
 */
export function chainSum(scores: Float64Array, steps: Float64Array, labels: number, without = -1): number {
  const never = Number.NEGATIVE_INFINITY
  let sums = scores.slice(0, labels)
  if (without >= 0) sums[without] = never
  for (let at = labels; at < scores.length; at += labels) {
    const next = new Float64Array(labels).fill(never)
    for (let k = 0; k < labels; k++)
      if (k !== without) next[k] = scores[at + k]! + logSum(labels, (j) => sums[j]! + steps[j * labels + k]!)
    sums = next
  }
  return logSum(labels, (k) => sums[k]!)
}

/** Logarithm of a sum of exponentials. */
export function logSum(count: number, of: (k: number) => number): number {
  let most = Number.NEGATIVE_INFINITY
  for (let k = 0; k < count; k++) most = Math.max(most, of(k))
  let sum = 0
  for (let k = 0; k < count; k++) sum += Math.exp(of(k) - most)
  return most + Math.log(sum)
}
