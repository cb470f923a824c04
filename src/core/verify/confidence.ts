import type { Evidence, Verdict } from '../../schemas/claim.ts'
import type { Paper } from '../../schemas/paper.ts'
import type { Calibration } from '../engines/calibrate.ts'

/** Probability that a piece of evidence has the stance it is given. */
export function evidenceProbability(
  row: Pick<Evidence, 'basis' | 'stance' | 'probability'>,
  calibration: Calibration,
): number {
  if (row.basis === 'stated') return calibration.stated
  if (row.basis === 'number' || row.basis === 'rule')
    return row.stance === 'refutes' ? calibration.rule.differ : calibration.rule.agree
  return row.basis === 'person' ? calibration.caps.most : (row.probability ?? 0)
}

export interface ConfidenceInput {
  verdict: Verdict
  /** The rows that count. */
  counted: readonly Evidence[]
  /** Own sources that still stand, in order. */
  sources: readonly Paper[]
  /** Papers behind the rows that count. */
  papers: ReadonlyMap<string, Paper>
  /** Whether the claim is its quote word for word. */
  verbatim: boolean
  /** Probability that the source reports it as its own result, where it is known. */
  reported: number | null
  /** Whether every own source is retracted. */
  retractedSource: boolean
}

/**
 * Confidence in a verdict: what calibration gives for the rows that count, or for how surely the source reports it; with the caveat that
 * a reader must know.
 */
export function confidenceOf(
  input: ConfidenceInput,
  calibration: Calibration,
): { confidence: number | null; note?: string } {
  if (input.verdict === 'unverified') return { confidence: null }
  const retracted = retractionNote(input)
  if (retracted && input.retractedSource && input.verdict === 'reported') return { confidence: null, note: retracted }
  const possible =
    input.verdict === 'disputed' && input.counted.every((row) => row.stance !== 'refutes' || row.possible)
  const notes = [
    retracted,
    restsOnNotes(input) ? 'checked against our note, not the paper' : null,
    possible ? 'a possible conflict found by words alone' : null,
  ].filter((note) => note !== null)
  const confidence = Math.min(calibration.caps.most, rawConfidence(input, calibration))
  return { confidence: Math.round(confidence * 1000) / 1000, ...(notes.length > 0 ? { note: notes.join('; ') } : {}) }
}

function retractionNote({ sources, retractedSource }: ConfidenceInput): string | null {
  if (retractedSource) return 'the paper that says so has been retracted'
  const some = sources.some((paper) => paper.standing.state === 'retracted')
  return some ? 'one of the papers that say so has been retracted' : null
}

function rawConfidence({ verdict, counted, verbatim, reported }: ConfidenceInput, calibration: Calibration): number {
  const support = together(
    counted.filter((row) => row.stance === 'supports'),
    calibration,
  )
  const refutation = together(
    counted.filter((row) => row.stance === 'refutes'),
    calibration,
  )
  if (verdict === 'supported') return support
  if (verdict === 'contradicted') return refutation
  if (verdict === 'disputed') return support > 0 ? Math.min(support, refutation) : refutation
  return (verbatim ? calibration.reported.verbatim : calibration.reported.reworded) * (reported ?? 1)
}

/** The surest row, helped a little by each further group: engines err alike, so rows are not independent trials. */
function together(rows: readonly Evidence[], calibration: Calibration): number {
  const best = new Map<string, number>()
  for (const row of rows) {
    const group = row.group ?? row.paper
    best.set(group, Math.max(best.get(group) ?? 0, evidenceProbability(row, calibration)))
  }
  const [first = 0, ...others] = [...best.values()].sort((a, b) => b - a)
  return 1 - others.slice(0, 4).reduce((doubt, p) => doubt * (1 - 0.3 * p), 1 - first)
}

function restsOnNotes({ sources, counted, papers }: ConfidenceInput): boolean {
  const behind = [...sources, ...counted.map((row) => papers.get(row.paper))]
  return behind.some((paper) => paper?.text?.kind === 'note')
}
