import type { Evidence } from '../../schemas/claim.ts'
import { coverage } from '../compare/align.ts'
import { type Finding, findingOf } from '../compare/finding.ts'
import type { Calibration } from '../engines/calibrate.ts'
import type { Assessment, Engine } from '../engines/engine.ts'
import { type Analysis, analyse } from '../text/analyse.ts'
import { isAsked } from '../text/asking.ts'
import { comparedRow, findingIn } from './finding-row.ts'
import { contraryQueries } from './hunt.ts'
import { type Judgement, judgementOf } from './judgement.ts'
import type { Candidate, Passage, PassageIndex } from './retrieval.ts'
import { againstBySlots } from './slots.ts'

const candidateLimit = 20
const contraryLimit = 5
const passageLimit = 14
const neutralKept = 3
const stances = ['supports', 'refutes', 'neutral'] as const

/** Share of what the claim says, beyond what all these papers speak of, that a sentence needs before its stance may count. */
const leastLocal = { supports: 0.55, refutes: 0.5, neutral: 0.35 }

export interface Gathered {
  rows: Evidence[]
  /** Texts of the queries of the hunt. */
  queries: string[]
  /** Papers with text that were searched. */
  searched: number
}

/**
 * Finds and judges what the other papers say of a claim, contrary evidence searched for with queries of its own.
 * @param counts whether a stance on a sentence may count: where it may on none of a paper, the engine is asked only of the nearest such
 * papers, which are shown as neutral
 */
export async function gatherEvidence(
  text: string,
  own: ReadonlySet<string>,
  index: PassageIndex,
  engine: Engine,
  calibration: Calibration,
  counts: (sentence: string) => boolean = () => true,
): Promise<Gathered> {
  const claim = analyse(text, index.weigh)
  const finding = findingOf(text, index.weigh)
  const queries = contraryQueries(text)
  const candidates = collect(claim, finding, queries, own, index)
  const rows: Evidence[] = []
  let closed = 0
  for (const candidate of candidates) {
    const ruled = finding && ruledRow(text, finding, candidate, index, engine, calibration)
    const open = !ruled && mayCount(claim, candidate, counts)
    if (!ruled && !open && closed >= neutralKept) continue
    const row = await judge(text, claim, finding, ruled, candidate, index, engine, calibration, !open)
    if (row) rows.push(row)
    if (row && !ruled && !open) closed++
  }
  return { rows: ranked(rows), queries, searched: index.papers.filter((paper) => !own.has(paper.id)).length }
}

/** Whether the engine's stance on a paper may count: on one of the sentences that say enough of the claim. */
function mayCount(claim: Analysis, { passages }: Candidate, counts: (sentence: string) => boolean): boolean {
  const least = Math.min(leastLocal.supports, leastLocal.refutes)
  return passages.some(({ analysis, text }) => coverage(claim, analysis) >= least && counts(text))
}

/** What the comparison of findings says of a paper, where slot by slot nothing speaks against it. */
function ruledRow(
  text: string,
  finding: Finding,
  { passages }: Candidate,
  index: PassageIndex,
  engine: Engine,
  calibration: Calibration,
): Evidence | null {
  const found = comparedRow(finding, passages, index, calibration)
  return found && againstBySlots(engine, text, found.quote, found.stance) === null ? found : null
}

/** Papers that may speak to a claim, the nearest first. */
function collect(
  claim: Analysis,
  finding: Finding | null,
  queries: readonly string[],
  own: ReadonlySet<string>,
  index: PassageIndex,
): Candidate[] {
  const found = new Map<string, Candidate>()
  const add = (candidates: Candidate[]) => {
    for (const candidate of candidates) {
      const id = candidate.paper.id
      if (!own.has(id) && (found.get(id)?.coverage ?? -1) < candidate.coverage) found.set(id, candidate)
    }
  }
  add(index.search(claim, candidateLimit + own.size))
  if (finding) add(index.search(finding.analysis, candidateLimit + own.size))
  for (const query of queries) add(index.search(analyse(query, index.weigh), contraryLimit + own.size))
  return [...found.values()]
    .filter((candidate) => candidate.coverage >= leastLocal.neutral)
    .sort((a, b) => b.coverage - a.coverage || (a.paper.id < b.paper.id ? -1 : 1))
}

async function judge(
  text: string,
  claim: Analysis,
  finding: Finding | null,
  ruled: Evidence | null,
  candidate: Candidate,
  index: PassageIndex,
  engine: Engine,
  calibration: Calibration,
  quick: boolean,
): Promise<Evidence | null> {
  const passages = chosen(claim, candidate.passages)
  const evidence = { title: candidate.paper.csl.title, sentences: passages.map((passage) => passage.text) }
  const assessment = await engine.assess(text, evidence, quick)
  if (ruled && (assessment.stance === 'neutral' || assessment.basis === 'lexical' || assessment.basis === 'rule'))
    return ruled
  const best = passages[assessment.best[0] ?? -1]
  if (!best || assessment.coverage < calibration.coverage.least) return null
  const judgement = judgementOf(text, passages.length, assessment, calibration)
  const elsewhere =
    finding !== null && (findingIn(best, index) !== null || !best.analysis.stems.has(finding.predicate.stem))
  const why =
    doubt(assessment, judgement, coverage(claim, best.analysis), elsewhere, calibration) ??
    againstBySlots(engine, text, best.text, assessment.stance) ??
    (assessment.stance !== 'neutral' && assessment.basis === 'lexical' && isAsked(best.analysis.text)
      ? 'it says what was to be found out, not what was found'
      : null)
  return row(best, assessment, judgement, why, engine)
}

/** The sentences handed to the engine: all of an abstract, the nearest of a longer text, in order. */
function chosen(claim: Analysis, passages: readonly Passage[]): Passage[] {
  if (passages.length <= passageLimit) return [...passages]
  const nearest = [...passages].sort(
    (a, b) => coverage(claim, b.analysis) - coverage(claim, a.analysis) || a.order - b.order,
  )
  return nearest.slice(0, passageLimit).sort((a, b) => a.order - b.order)
}

function row(
  best: Passage,
  assessment: Assessment,
  judgement: Judgement,
  why: string | null,
  engine: Engine,
): Evidence {
  const { stance, basis, score } = assessment
  const weak = why !== null
  return {
    paper: best.paper.id,
    section: best.section,
    start: best.start,
    end: best.end,
    quote: best.text,
    stance: weak ? 'neutral' : stance,
    fit: assessment.fit,
    possible: weak ? false : assessment.possible,
    basis,
    score: rounded(score),
    probability: rounded(judgement.probabilities[stances.indexOf(weak ? 'neutral' : stance)]!),
    engine: `${engine.id} ${engine.version}`,
    reasons: weak ? withdrawn(assessment, why) : assessment.reasons,
  }
}

/** Why a stance does not count, in words; null where it does. */
function doubt(
  { stance, fit, basis, possible, reasons }: Assessment,
  { probabilities }: Judgement,
  local: number,
  elsewhere: boolean,
  { thresholds }: Calibration,
): string | null {
  if (stance === 'neutral') return null
  if (local < leastLocal[stance]) return 'it has too few words of the claim beyond the common topic to count'
  const least = stance === 'refutes' ? thresholds.refute : thresholds.support
  if (probabilities[stances.indexOf(stance)]! < least) return 'too unsure to count'
  if (basis !== 'lexical' && basis !== 'rule') return null
  if (elsewhere) return 'it could not be told to find the same: treatment, outcome and comparison'
  if (stance === 'supports' && fit === 'related') return 'it lacks a part of what the claim is about'
  if (possible && !reasons.some((reason) => /quote says|claim says/.test(reason)))
    return 'no word of it says the contrary'
  return null
}

/** Reasons of a stance that does not count: what spoke for a conflict that words alone made is not told of one that is withdrawn. */
export function withdrawn({ possible, reasons }: Pick<Evidence, 'possible' | 'reasons'>, why: string): string[] {
  return possible ? [why] : [...reasons, why]
}

function rounded(value: number): number {
  return Math.round(value * 10_000) / 10_000
}

/** Support and refutation first, the surest first; of the neutral rows only the nearest. */
function ranked(rows: readonly Evidence[]): Evidence[] {
  const order = { refutes: 0, supports: 0, neutral: 1 }
  const sorted = [...rows].sort(
    (a, b) => order[a.stance] - order[b.stance] || b.score - a.score || (a.paper < b.paper ? -1 : 1),
  )
  let neutral = 0
  return sorted.filter((candidate) => candidate.stance !== 'neutral' || neutral++ < neutralKept)
}
