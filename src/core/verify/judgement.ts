import { type Calibration, calibrated, chosenLabel, type Probabilities, type TextKind } from '../engines/calibrate.ts'
import type { Assessment } from '../engines/engine.ts'
import { kindOf } from '../engines/kind.ts'

/** An assessment with calibrated probabilities. */
export interface Judgement {
  kind: TextKind
  probabilities: Probabilities
  /** Place of the label where one must be chosen: 0 support, 1 refute, 2 not enough. */
  label: number
  /** Probability that the label is right, under its cap. */
  confidence: number
}

/** Calibrates what an engine said of a claim and so many sentences. */
export function judgementOf(
  claim: string,
  sentences: number,
  assessment: Assessment,
  calibration: Calibration,
): Judgement {
  const kind = kindOf(claim, sentences, assessment.coverage, calibration.coverage.home)
  const scaling = calibration.kinds[kind]
  const exact = assessment.basis === 'number' || assessment.basis === 'rule'
  const probabilities =
    sentences === 0 ? ([0, 0, 1] as const) : exact ? ruled(calibration) : calibrated(rawOf(assessment), scaling)
  const label = exact ? 1 : chosenLabel(probabilities, scaling.favour)
  return {
    kind,
    probabilities,
    label,
    confidence: Math.min(scaling.most, calibration.caps.most, probabilities[label]!),
  }
}

/** Raw probabilities of an engine; where it gives a stance and a score only, the rest is shared by the other two. */
export function rawOf({ probabilities, stance, score }: Assessment): Probabilities {
  if (probabilities) return [probabilities.support, probabilities.refute, probabilities.neutral]
  const rest = (1 - score) / 2
  if (stance === 'supports') return [score, rest, rest]
  if (stance === 'refutes') return [rest, score, rest]
  return [rest, rest, score]
}

function ruled({ rule }: Calibration): Probabilities {
  return [(1 - rule.differ) / 2, rule.differ, (1 - rule.differ) / 2]
}
