import type { Claim, Evidence, Verdict } from '../../schemas/claim.ts'
import type { Paper } from '../../schemas/paper.ts'
import type { Calibration } from '../engines/calibrate.ts'
import { analyse } from '../text/analyse.ts'
import { confidenceOf } from './confidence.ts'
import { markExclusions, standingOf } from './evidence.ts'
import type { UnverifiedClaim } from './unverified-claim.ts'
import { decideVerdict } from './verdict.ts'

/** What evidence makes of a claim. */
export type Settled = Pick<Claim, 'verdict' | 'confidence' | 'evidence' | 'leaveOneOut' | 'hunt'> & {
  confidenceNote?: string
}

/**
 * Evidence with what of it counts, the verdict that follows, without each paper too, and the confidence in it; `reported` is the
 * probability that the paper reports the claim as its own, where it is known.
 */
export function settled(
  claim: UnverifiedClaim & Partial<Pick<Claim, 'hunt'>>,
  rows: readonly Evidence[],
  papers: ReadonlyMap<string, Paper>,
  calibration: Calibration,
  reported: number | null = null,
): Settled {
  const sources = [...new Set(claim.sources.map((source) => source.paper))].map((id) => papers.get(id)!)
  const evidence = markExclusions(rows, sources, papers)
  const sourced = claim.sources.length > 0
  const verdict = decideVerdict(standingOf(evidence, sourced))
  const retractedSource = sourced && sources.every((paper) => paper.standing.state === 'retracted')
  const counted = evidence.filter((row) => !row.excluded && row.stance !== 'neutral')
  const { confidence, note } = confidenceOf(
    { verdict, counted, sources, papers, verbatim: isVerbatim(claim), reported, retractedSource },
    calibration,
  )
  const found = evidence.filter((row) => row.stance === 'refutes' && !row.excluded).length
  return {
    verdict,
    confidence,
    ...(note ? { confidenceNote: note } : {}),
    evidence,
    leaveOneOut: leaveOneOut(evidence, sourced, verdict),
    hunt: claim.hunt ? { ...claim.hunt, found } : null,
  }
}

/** The papers on which the verdict hangs, and the verdict without each. */
function leaveOneOut(evidence: readonly Evidence[], sourced: boolean, verdict: Verdict): Claim['leaveOneOut'] {
  const papers = [
    ...new Set(evidence.filter((row) => !row.excluded && row.stance !== 'neutral').map((row) => row.paper)),
  ].sort()
  return papers
    .map((paper) => ({ paper, verdict: decideVerdict(standingOf(evidence, sourced, paper)) }))
    .filter((without) => without.verdict !== verdict)
}

function isVerbatim(claim: UnverifiedClaim): boolean {
  const words = (text: string) =>
    analyse(text)
      .tokens.map((token) => token.word)
      .join(' ')
  const text = words(claim.text)
  return claim.sources.some((source) => words(source.quote).includes(text))
}
