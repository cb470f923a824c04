import type { Paper } from '../../schemas/paper.ts'
import type { FrameComparison } from '../compare/frames/comparison.ts'
import { candidatePairs, type Pairs } from './candidates.ts'
import { placeGrams, sentenceGrams } from './grams.ts'
import { type HashedWeights, placesOf, unpackHashed } from './hashed.ts'
import { chance, type Library, readLibrary, type Statement } from './library.ts'
import { linkFeatures } from './link-features.ts'
import { type Linear, linearOdds, type Mixture, mixtureOdds } from './mixture.ts'
import type { GeneralModels } from './models.ts'
import { pairFeatures } from './pair-features.ts'
import { statementFeatures } from './statement-features.ts'
import type { WordTable } from './word-table.ts'

/** What says of a statement whether it is of a kind: its words, and what is measured of it. */
export interface StatementModel {
  words: HashedWeights
  mixture: Mixture
}

/** Log-odds of a score brought to those that were found right on libraries not learned from. */
export interface Scale {
  slope: number
  offset: number
}

/** What comparing slot by slot left: nothing differs and many words agree, or nothing is known to differ. */
export type SlotKind = 'agreeing' | 'open'

/** Share of its words that each must have of the other before their slots can be said to agree. */
const leastWords = 0.35

/** The kind of a comparison of slots; null where a slot is known to differ or the contrary is said. */
export function slotKind({ slots, there, back }: Pick<FrameComparison, 'slots' | 'there' | 'back'>): SlotKind | null {
  if (slots.some(({ relation, certain }) => certain && (relation === 'different' || relation === 'contrary')))
    return null
  return Math.min(there, back) >= leastWords ? 'agreeing' : 'open'
}

/** Everything that was learned from labelled libraries. */
export interface LinkModel {
  version: string
  provenance: string
  result: StatementModel
  shared: StatementModel
  link: Linear
  /** That two statements say the same; that one says, or denies, what the other says. */
  agrees: Scale
  speaks: Scale
  /** The first for pairs whose slots were compared, by what that found: probability of agreeing, and log-odds from which it may stand behind a verdict. */
  bySlots: Readonly<Record<SlotKind, Scale & { line: number }>>
  /** Probability of speaking to a claim from which a statement is shown beside it. */
  likewise: number
}

/** What words alone are read with: general words, general models, and what was learned from labelled libraries. */
export interface Reader {
  table: WordTable
  general: GeneralModels
  model: LinkModel
}

/** How near two statements of different papers are. */
export interface Link {
  first: number
  second: number
  /** Log-odds as learned, before calibration. */
  odds: number
  /** Calibrated probability that they say the same, and that they speak of the same at all. */
  agrees: number
  speaks: number
}

export interface LinkedLibrary {
  library: Library
  links: Link[]
}

/** Reads papers and says how near their statements are to one another. The order of the papers does not matter to the scores. */
export function linkPapers(papers: readonly Paper[], { table, general, model }: Reader): LinkedLibrary {
  const library = readLibrary(papers, table, general)
  const pairs = candidatePairs(library)
  const compared = comparePairs(library, pairs)
  const scores = {
    result: scoreStatements(model.result, library.statements, compared.statements),
    shared: scoreStatements(model.shared, library.statements, compared.statements),
  }
  const links = linkFeatures(library, pairs, compared.rows, scores).map((row, at): Link => {
    const odds = linearOdds(model.link, row)
    return {
      first: pairs.first[at]!,
      second: pairs.second[at]!,
      odds,
      agrees: scaled(model.agrees, odds),
      speaks: scaled(model.speaks, odds),
    }
  })
  return { library, links }
}

/** Probability of log-odds on a scale. */
export function scaled({ slope, offset }: Scale, odds: number): number {
  return chance(slope * odds + offset)
}

/** Features of the pairs, and of the statements among their neighbours. */
export function comparePairs(library: Library, pairs: Pairs): { rows: Float64Array[]; statements: Float64Array[] } {
  const compare = pairFeatures(library)
  const rows = Array.from(pairs.first, (first, at) => compare(first, pairs.second[at]!))
  return { rows, statements: statementFeatures(library, pairs, rows) }
}

/** Log-odds of statements by a model. */
export function scoreStatements(
  { words, mixture }: StatementModel,
  statements: readonly Statement[],
  rows: readonly Float64Array[],
): Float64Array {
  const score = unpackHashed(words)
  return Float64Array.from(rows, (row, at) =>
    mixtureOdds(mixture, Float64Array.of(...row, score(placesOfStatement(statements[at]!, words.places)))),
  )
}

/** Hashed words of a statement and its place in its abstract. */
export function placesOfStatement(statement: Statement, places: number): number[] {
  const { analysis, place, of, heading } = statement
  return placesOf([...sentenceGrams(analysis), ...placeGrams(place, of, heading)], places)
}
