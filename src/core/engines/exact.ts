import type { FrameComparison } from '../compare/frames/comparison.ts'
import { isAgreement } from '../compare/frames/comparison.ts'
import { compareWithSentence, denyEachOther } from '../compare/frames/sentences.ts'
import { filledFrame } from '../frames/filled.ts'
import type { FrameReader } from '../frames/reader.ts'
import { studiedIn } from '../frames/studied.ts'
import type { SlotTagger } from '../frames/tagger/slot-tagger.ts'
import type { Assessment, Engine, EvidenceInput, Exact } from './engine.ts'
import { agreed, type Compared, contradicted, vetoed } from './held.ts'
import { isQuestion, isWhole } from './kind.ts'

/**
 * Shares that claim and sentence must have of each other before a difference in a slot may take support away: of two sentences that
 * share little, a word of one seldom stands in the place of a word of the other. Set on SciFact's training part, where a sentence that
 * supports seldom reaches both and a sentence with one slot changed seldom misses them.
 */
const leastNear = { there: 0.4, back: 0.45 }
/** The same for one sentence of a whole abstract. */
const leastBest = { there: 0.75, back: 0.5 }
/** Share of both that must be shared before a contrary finding is a contradiction by rule. */
const leastContrary = { there: 0.75, back: 0.5 }
/** Share of the claim at which a sentence whose slots all agree supports it, whatever the engine says. */
const leastAgreeing = 0.75
const most = 3

/**
 * An engine under the exact rules: arms, comparator, outcome, population, direction and figures are compared slot by slot
 * before it may say that a text supports a claim.
 */
export function exactEngine(engine: Engine, reader: FrameReader, tagger?: SlotTagger): Engine {
  return {
    id: engine.id,
    version: engine.version,
    exact: exactOf(reader, tagger),
    async assess(claim, evidence, quick) {
      const assessment = await engine.assess(claim, evidence, quick)
      if (evidence.sentences.length === 0) return assessment
      return isWhole(claim, evidence.sentences.length)
        ? heldToBest(claim, evidence, assessment, reader)
        : heldToEach(claim, evidence, assessment, reader)
    },
  }
}

/** Frames and their comparison by a reader; the slots of a claim with its paper by a tagger, where there is one. */
export function exactOf(reader: FrameReader, tagger?: SlotTagger): Exact {
  return {
    frame: (claim, paper) => (paper && tagger ? filledFrame(reader.read(claim), paper, tagger) : reader.read(claim)),
    compare: (claim, sentence) => compareWithSentence(claim, sentence, reader),
    deny: (one, other) => denyEachOther(one, other, reader),
    studied: (text) => studiedIn(text, reader.language),
  }
}

/** Short passages: one sentence must agree in every slot, and where one does, that is support. */
function heldToEach(claim: string, evidence: EvidenceInput, assessment: Assessment, reader: FrameReader): Assessment {
  const compared = comparedWith(
    claim,
    evidence.sentences.map((_, at) => at),
    evidence,
    reader,
  )
  const agreeing = compared.find(({ comparison }) => isAgreement(comparison.relation))
  if (agreeing) return agreeing.comparison.there < leastAgreeing ? assessment : agreed(assessment, agreeing)
  const best = compared[0]!
  if (isContrary(best.comparison)) return contradicted(assessment, best)
  return isNear(best.comparison, leastNear) ? vetoed(assessment, best) : assessment
}

/** Whole abstracts: a sure difference in the sentence that carries the support takes it away, unless another agrees. */
function heldToBest(claim: string, evidence: EvidenceInput, assessment: Assessment, reader: FrameReader): Assessment {
  if (assessment.stance !== 'supports' || isQuestion(claim)) return assessment
  const compared = comparedWith(claim, assessment.best.slice(0, most), evidence, reader)
  const best = compared.find(({ at }) => at === assessment.best[0])
  if (!best || compared.some(({ comparison }) => isAgreement(comparison.relation))) return assessment
  return isNear(best.comparison, leastBest) && decisive(best.comparison) ? vetoed(assessment, best) : assessment
}

function comparedWith(
  claim: string,
  places: readonly number[],
  evidence: EvidenceInput,
  reader: FrameReader,
): Compared[] {
  return places
    .map((at) => ({ at, comparison: compareWithSentence(claim, evidence.sentences[at]!, reader) }))
    .sort((a, b) => b.comparison.there - a.comparison.there || a.at - b.at)
}

function isContrary(comparison: FrameComparison): boolean {
  return comparison.relation === 'contrary' && isNear(comparison, leastContrary)
}

function isNear({ there, back }: FrameComparison, least: { there: number; back: number }): boolean {
  return there >= least.there && back >= least.back
}

/** Whether some slot speaks against support with certainty, and none is left open. */
function decisive({ slots }: FrameComparison): boolean {
  const against = slots.filter(({ relation }) => !isAgreement(relation))
  return against.length > 0 && against.every(({ certain }) => certain)
}
