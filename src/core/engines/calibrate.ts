/** Probabilities of support, refutation and "not enough", in this order. */
export type Probabilities = readonly [support: number, refute: number, neutral: number]

/**
 * Kinds of text that are calibrated apart: a sentence that cites a paper, a question, a claim against a whole abstract,
 * a claim against a short passage, and a short passage that has few words of the claim.
 */
export const textKinds = ['citing', 'question', 'abstract', 'passage', 'far'] as const
export type TextKind = (typeof textKinds)[number]

/** Vector scaling: each log-probability is stretched and moved, then all are brought back to the sum of one. */
export interface Scaling {
  scale: Probabilities
  bias: Probabilities
  /** Weights by which a label is chosen where one must be: the rarer label would never be chosen by its probability alone. */
  favour: Probabilities
  /** Most confidence for this kind of text. */
  most: number
  /** Answers it was fitted on. */
  n: number
}

/** What turns an engine's raw scores into probabilities: data of the project, measured, with where it came from. */
export interface Calibration {
  version: string
  /** Id of the engine it was fitted for. */
  engine: string
  method: string
  /** The data it was fitted on, and which part was held out. */
  source: string
  kinds: Readonly<Record<TextKind, Scaling>>
  /** Probability that two findings which the rules call the same, or contrary, are so. */
  rule: { agree: number; differ: number }
  /** Probability that two papers merged into one claim both say it. */
  stated: number
  /** Probability that the source says what a reported claim says: in its own words, and reworded. */
  reported: { verbatim: number; reworded: number }
  /** Below `least` nothing matches; below `home` the text is unlike what the engine learned from. */
  coverage: { least: number; home: number }
  /** No engine is surer than this, whatever its rows say. */
  caps: { most: number }
  /** Probability below which a stance does not count. */
  thresholds: { support: number; refute: number }
}

const floor = 1e-4

/** Turns raw probabilities into calibrated ones. */
export function calibrated(raw: Probabilities, scaling: Pick<Scaling, 'scale' | 'bias'>): Probabilities {
  const scores = raw.map((p, k) => scaling.scale[k]! * Math.log(Math.max(p, floor)) + scaling.bias[k]!)
  const top = Math.max(...scores)
  const raised = scores.map((score) => Math.exp(score - top))
  const sum = raised.reduce((total, value) => total + value, 0)
  return raised.map((value) => value / sum) as unknown as Probabilities
}

/** An answer to fit on: raw probabilities, and the place of the right label. */
export interface Scored {
  raw: Probabilities
  truth: number
  weight?: number
}

/**
 * Fits vector scaling by gradient descent on the log loss, drawn towards leaving everything as it is. Deterministic.
 * @param pull strength of the pull towards identity, in answers
 */
export function fitScaling(answers: readonly Scored[], pull = 20): Pick<Scaling, 'scale' | 'bias'> {
  const scale = [1, 1, 1]
  const bias = [0, 0, 0]
  const total = answers.reduce((sum, answer) => sum + (answer.weight ?? 1), 0) + pull
  for (let step = 0; step < 400; step++) {
    const slope = new Float64Array(6)
    for (const { raw, truth, weight = 1 } of answers) {
      const p = calibrated(raw, { scale, bias } as unknown as Scaling)
      for (let k = 0; k < 3; k++) {
        const error = weight * (p[k]! - (k === truth ? 1 : 0))
        slope[k]! += error * Math.log(Math.max(raw[k]!, floor))
        slope[3 + k]! += error
      }
    }
    for (let k = 0; k < 3; k++) {
      scale[k]! -= (0.15 * (slope[k]! + pull * (scale[k]! - 1))) / total
      bias[k]! -= (0.5 * (slope[3 + k]! + 0.2 * pull * bias[k]!)) / total
    }
  }
  return { scale: scale.map(round) as unknown as Probabilities, bias: bias.map(round) as unknown as Probabilities }
}

/**
 * Weights of the labels with which the choice of the greatest gives the best mean F1 that can be expected of these
 * calibrated probabilities. The first weight is 1.
 */
export function fitFavour(rows: readonly Probabilities[]): Probabilities {
  let best: Probabilities = [1, 1, 1]
  let most = -1
  for (let a = -4; a <= 8; a++) {
    for (let b = -8; b <= 8; b++) {
      const favour: Probabilities = [1, round(Math.exp(a / 4)), round(Math.exp(b / 4))]
      const value = expectedF1(rows, favour) - 0.0005 * (Math.abs(a) + Math.abs(b))
      if (value <= most) continue
      most = value
      best = favour
    }
  }
  return best
}

/** The label chosen by probability and weight. */
export function chosenLabel(probabilities: Probabilities, favour: Probabilities): number {
  let best = 0
  for (let k = 1; k < 3; k++) if (probabilities[k]! * favour[k]! > probabilities[best]! * favour[best]!) best = k
  return best
}

function expectedF1(rows: readonly Probabilities[], favour: Probabilities): number {
  const hit = [0, 0, 0]
  const said = [0, 0, 0]
  const meant = [0, 0, 0]
  for (const row of rows) {
    const label = chosenLabel(row, favour)
    hit[label]! += row[label]!
    said[label]! += 1
    for (let k = 0; k < 3; k++) meant[k]! += row[k]!
  }
  return hit.reduce((sum, value, k) => sum + (2 * value) / Math.max(1e-9, said[k]! + meant[k]!), 0) / 3
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000
}
