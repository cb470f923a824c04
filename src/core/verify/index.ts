import type { Claim, Evidence } from '../../schemas/claim.ts'
import type { Dropped } from '../../schemas/ledger.ts'
import type { Paper } from '../../schemas/paper.ts'
import type { Calibration } from '../engines/calibrate.ts'
import type { Engine } from '../engines/engine.ts'
import { linkPapers, type Reader } from '../findings/links.ts'
import { type NearClaims, nearClaims, reportedIn } from '../findings/near.ts'
import { ownReader } from '../findings/reader.ts'
import { statedEvidence } from './evidence.ts'
import { claimFrameOf } from './frame.ts'
import { gatherEvidence } from './gather.ts'
import { decisions, heldToLine, nearestBeside, shownBeside } from './likeness.ts'
import { mirrored } from './mirrored.ts'
import { indexPassages, type PassageIndex } from './retrieval.ts'
import { settled } from './settled.ts'
import { checkSources } from './sources.ts'
import type { UnverifiedClaim } from './unverified-claim.ts'

export interface VerifyInput {
  claims: readonly UnverifiedClaim[]
  papers: readonly Paper[]
  engine: Engine
  /** Day of the run, for the log of the hunt. */
  day: string
  calibration: Calibration
  /** What likeness of statements is read with; the project's own where none is given. */
  reader?: Reader
}

/** Probability that its paper reports a claim as its own. */
type Reported = (sources: Claim['sources']) => number | null

/** Engines that read words alone: what they say is held to the line of likeness. */
const wordsAlone: ReadonlySet<string> = new Set(['lexical'])

/**
 * Verifies claims against all papers with text: faithfulness to the own sources, evidence of the other papers, a logged
 * hunt for contrary evidence, verdict, the verdict without each paper, confidence. What is not faithful is dropped.
 */
export async function verifyClaims(input: VerifyInput): Promise<{ claims: Claim[]; dropped: Dropped[] }> {
  const papers = new Map(input.papers.map((paper) => [paper.id, paper]))
  const sorted = [...papers.values()].sort((a, b) => (a.id < b.id ? -1 : 1))
  const index = indexPassages(sorted)
  const reader = input.reader ?? ownReader()
  const { exact } = input.engine
  const linked = exact ? linkPapers(sorted, reader, exact) : null
  const near: NearClaims = linked ? nearClaims(linked) : () => []
  const reported: Reported = linked ? reportedIn(linked) : () => null
  const claims: Claim[] = []
  const dropped: Dropped[] = []
  for (const candidate of input.claims) {
    const checked = checkSources(candidate, papers)
    dropped.push(...checked.dropped)
    if (checked.claim)
      claims.push(
        await verifyOne(checked.claim, checked.faithfulness, papers, index, { ...input, near, reported, reader }),
      )
  }
  return { claims: nearestBeside(mirrored(claims, { papers, calibration: input.calibration })), dropped }
}

async function verifyOne(
  claim: UnverifiedClaim,
  faithfulness: Claim['faithfulness'],
  papers: ReadonlyMap<string, Paper>,
  index: PassageIndex,
  {
    engine,
    day,
    calibration,
    near,
    reported,
    reader,
  }: VerifyInput & { near: NearClaims; reported: Reported; reader: Reader },
): Promise<Claim> {
  const sources = [...new Set(claim.sources.map((source) => source.paper))].map((id) => papers.get(id)!)
  const held = wordsAlone.has(engine.id) && claim.sources.length > 0
  const decide = decisions(engine, claim.text)
  const found = await gatherEvidence(
    claim.text,
    new Set(sources.map((paper) => paper.id)),
    index,
    engine,
    calibration,
    held ? (sentence) => decide(sentence).length > 0 : undefined,
  )
  const rows = held ? heldToLine(claim.sources, found.rows, near, decide, reader.model) : found.rows
  const made = settled(
    { ...claim, hunt: { queries: found.queries, papers: found.searched, day, found: 0 } },
    [...statedEvidence(claim.sources), ...rows],
    papers,
    calibration,
    reported(claim.sources),
  )
  const { confidenceNote: note, evidence, verdict } = made
  const frame = claimFrameOf(claim.text, sources[0], engine)
  return {
    ...claim,
    ...(frame ? { frame } : {}),
    faithfulness,
    verdict,
    confidence: made.confidence,
    evidence,
    likewise: shownBeside(claim.text, claim.sources, evidence, near, engine, reader.model),
    ...(note || verdict === 'unverified' ? { confidenceNote: note ?? whyUnverified(evidence, found.searched) } : {}),
    calibration: calibration.version,
    hunt: made.hunt,
    leaveOneOut: made.leaveOneOut,
  }
}

/** Why nothing is said of a claim whose source is not known, in words. */
function whyUnverified(evidence: readonly Evidence[], searched: number): string {
  const near = new Set(evidence.map((row) => row.paper)).size
  const none = `none of the ${searched} papers searched`
  if (near === 0) return `its source is not named, and ${none} has a sentence about it`
  return `its source is not named, and ${none} confirms or denies it, though ${near === 1 ? '1 paper touches' : `${near} papers touch`} the subject`
}
