/** An answer with the probability it was given and whether it was right. */
export interface Answer {
  confidence: number
  right: boolean
}

/** One bin of a reliability diagram. */
export interface ReliabilityBin {
  n: number
  confidence: number
  accuracy: number
}

/** Bins of equal mass in rising confidence; ties keep the order given. */
export function reliabilityBins(answers: readonly Answer[], bins = 10): ReliabilityBin[] {
  const ordered = [...answers].sort((a, b) => a.confidence - b.confidence)
  return Array.from({ length: bins }, (_, bin) => {
    const slice = ordered.slice(
      Math.floor((bin * ordered.length) / bins),
      Math.floor(((bin + 1) * ordered.length) / bins),
    )
    return { n: slice.length, confidence: mean(slice.map((answer) => answer.confidence)), accuracy: accuracyOf(slice) }
  }).filter((bin) => bin.n > 0)
}

/** Expected calibration error over bins of equal mass. */
export function calibrationError(answers: readonly Answer[], bins = 10): number {
  if (answers.length === 0) return 0
  return reliabilityBins(answers, bins).reduce(
    (sum, bin) => sum + (bin.n / answers.length) * Math.abs(bin.accuracy - bin.confidence),
    0,
  )
}

/** Share of right answers among the most confident part. */
export function accuracyAt(answers: readonly Answer[], coverage: number): number {
  const ordered = [...answers].sort((a, b) => b.confidence - a.confidence)
  return accuracyOf(ordered.slice(0, Math.ceil(ordered.length * coverage)))
}

/** Accuracy against coverage, at each tenth. */
export function coverageCurve(answers: readonly Answer[]): { coverage: number; accuracy: number }[] {
  return Array.from({ length: 10 }, (_, tenth) => ({
    coverage: (tenth + 1) / 10,
    accuracy: accuracyAt(answers, (tenth + 1) / 10),
  }))
}

/** Brier score over several classes: mean of the summed squared distances, 0 best, 2 worst. */
export function brierScore(rows: readonly { probabilities: readonly number[]; truth: number }[]): number {
  return mean(
    rows.map(({ probabilities, truth }) =>
      probabilities.reduce((sum, p, at) => sum + (p - (at === truth ? 1 : 0)) ** 2, 0),
    ),
  )
}

/** Share of right answers; 0 for none. */
export function accuracyOf(answers: readonly Answer[]): number {
  return mean(answers.map((answer) => (answer.right ? 1 : 0)))
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length
}
