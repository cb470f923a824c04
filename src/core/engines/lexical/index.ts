import { align } from '../../compare/align.ts'
import { type Ruling, ruledByContrast } from '../../compare/contrast.ts'
import { directionDifferences } from '../../compare/direction.ts'
import { fitOf } from '../../compare/fit.ts'
import { negationDifferences } from '../../compare/negation.ts'
import { numberDifferences } from '../../compare/number-differences.ts'
import { agreementReasons, conflictReasons, neutralReasons } from '../../compare/reasons.ts'
import { exactConflict } from '../../compare/rules.ts'
import type { Analysis, Weigh } from '../../text/analyse.ts'
import { isAsked } from '../../text/asking.ts'
import { type RarityTable, rarityOf } from '../../text/rarity.ts'
import type { Probabilities } from '../calibrate.ts'
import { type Assessment, type EvidenceInput, noMatch } from '../engine.ts'
import { isWhole } from '../kind.ts'
import { type Features, readFeatures, textReader } from './features.ts'
import { buildAnswer, type LearnedModel, leastCoverage, readerFor } from './learned.ts'

/** What the lexical engine learned, with where it learned it. */
export interface LexicalModel extends LearnedModel {
  version: string
  /** Data, licences, counts, day and command. */
  provenance: { data: string[]; rows: Record<string, number>; command: string; date: string }
  rarity: RarityTable
}

/** The learned engine: what it assesses, and how much each word weighs. */
export interface Lexical {
  weigh: Weigh
  /** @param quick without the networks */
  assess(claim: string, evidence: EvidenceInput, quick?: boolean): Assessment
}

/** Share of the claim at which a sentence without any difference says the same. */
const sameWords = 0.9
/** Share of the claim from which the networks alone, without a difference that can be named, make no refutation. */
const mostWords = 0.7

/**
 * Builds the lexical engine from its weights. It abstains where words do not match, and calls what words alone speak
 * against a possible conflict; only the exact rules say more.
 */
export function buildLexical(model: LearnedModel & { rarity: RarityTable }): Lexical {
  const weigh = rarityOf(model.rarity)
  const readText = textReader(weigh)
  const answer = buildAnswer(model)
  const reader = readerFor(model)
  return {
    weigh,
    assess(claim, { title, sentences }, quick = false) {
      if (sentences.length === 0) return noMatch(0)
      const features = readFeatures(claim, title, sentences, readText)
      const { row, coverage } = features
      const whole = !quick && isWhole(claim, sentences.length)
      const raw = () => answer(row, coverage, whole ? () => reader.read(claim, features) : null)
      return judge(features, raw, () => answer(row, coverage, null))
    },
  }
}

/**
 * @param learned what trees, regression and networks say, asked only where no rule decides
 * @param simpler what trees and regression say without the networks
 */
function judge(features: Features, learned: () => Probabilities, simpler: () => Probabilities): Assessment {
  const at = features.order[0]!
  const best = features.sentences[at]!
  const differences = () => differencesOf(features.claim, best)
  const conflict = exactConflict(features.claim, best)
  const ruling = conflict ? null : ruledByContrast(features.claim, best)
  const probabilities = ruling
    ? ruledProbabilities[ruling.stance]
    : conflict
      ? conflicting
      : settled(learned(), simpler, features, differences)
  const [support, refute, neutral] = probabilities
  const common = {
    best: [at, ...supporting(features)],
    coverage: features.coverage,
    fit: fitOf(features.claim, best),
    probabilities: { support, refute, neutral },
  }
  if (conflict)
    return {
      ...common,
      stance: 'refutes',
      basis: conflict.basis,
      possible: false,
      score: refute,
      reasons: [conflict.detail],
    }
  const lexical = { ...common, basis: 'lexical' as const, possible: false }
  if (ruling)
    return {
      ...lexical,
      stance: ruling.stance,
      score: ruling.stance === 'supports' ? support : neutral,
      reasons: [ruling.reason],
    }
  if (features.coverage < leastCoverage || (neutral >= support && neutral >= refute))
    return {
      ...lexical,
      stance: 'neutral',
      score: neutral,
      reasons: neutralReasons(features.claim, best, features.coverage),
    }
  return support >= refute
    ? {
        ...lexical,
        stance: 'supports',
        score: support,
        reasons: agreementReasons(features.claim, best, features.coverage),
      }
    : { ...lexical, stance: 'refutes', possible: true, score: refute, reasons: conflictReasons(differences(), best) }
}

const conflicting: Probabilities = [0.1, 0.8, 0.1]

const ruledProbabilities: Readonly<Record<Ruling['stance'], Probabilities>> = {
  supports: [0.9, 0.05, 0.05],
  neutral: [0.1, 0.1, 0.8],
}

/**
 * The same words without a difference are support, and most of them without a difference no refutation by the networks
 * alone, except where they only ask.
 */
function settled(
  raw: Probabilities,
  simpler: () => Probabilities,
  features: Features,
  differences: () => readonly string[],
): Probabilities {
  if (features.coverage < mostWords || differences().length > 0) return raw
  if ([features.claim, features.sentences[features.order[0]!]!].some(({ text }) => isAsked(text))) return raw
  if (features.coverage < sameWords) return raw[1] > raw[0] && raw[1] > raw[2] ? simpler() : raw
  const support = Math.max(raw[0], 0.9)
  const rest = (1 - support) / 2
  return [support, rest, rest]
}

function differencesOf(claim: Analysis, best: Analysis): string[] {
  const alignment = align(claim, best)
  return [
    ...numberDifferences(claim, best, alignment),
    ...directionDifferences(claim, best, alignment),
    ...negationDifferences(claim, best, alignment),
  ]
}

/** Sentences beside the best that have words of the claim which it lacks. */
function supporting({ claim, order, sentences }: Features): number[] {
  const best = sentences[order[0]!]!
  return order.slice(1, 3).filter((at) => {
    const other = sentences[at]!
    return [...claim.stems].some(([key, token]) => token.weight > 0 && !best.stems.has(key) && other.stems.has(key))
  })
}
