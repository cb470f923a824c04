import type { Paper } from '../../schemas/paper.ts'
import type { Exact } from '../engines/engine.ts'
import { candidatePairs, type Pairs } from './candidates.ts'
import { closely, type LinkRules, worthLooking } from './close-features.ts'
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

/** Everything that was learned from labelled libraries. */
export interface LinkModel {
  version: string
  provenance: string
  result: StatementModel
  shared: StatementModel
  /** Whether two statements say the same: at first sight, of all pairs, and of those looked at closely. */
  link: Linear
  close: Linear
  /** Brings close log-odds to what was found right: that two say the same; that one says, or denies, what the other says. */
  agrees: Scale
  speaks: Scale
  /** The same for the best link of two papers, and the log-odds from which it may stand behind a verdict. */
  verdict: Scale & { line: number }
  /** Log-odds from which a statement is shown beside a claim. */
  likewise: number
  /** Brings log-odds of being a result to the share that readers found to be the paper's own result or conclusion. */
  reported: Scale
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
  rules: LinkRules
}

export interface LinkedLibrary {
  library: Library
  links: Link[]
  /** Probability of each statement that it is a result or conclusion of its paper. */
  reported: Float64Array
}

/**
 * Reads papers and says how near their statements are to one another: all pairs that share rare words at first sight,
 * the nearest of them closely, slot by slot. The order of the papers does not matter to the scores.
 */
export function linkPapers(papers: readonly Paper[], { table, general, model }: Reader, exact: Exact): LinkedLibrary {
  const library = readLibrary(papers, table, general)
  const pairs = candidatePairs(library)
  const compared = comparePairs(library, pairs)
  const scores = {
    result: scoreStatements(model.result, library.statements, compared.statements),
    shared: scoreStatements(model.shared, library.statements, compared.statements),
  }
  const rows = linkFeatures(library, pairs, compared.rows, scores)
  const look = closely(library, pairs, compared.rows, exact)
  const chosen = worthLooking(
    rows.map((row) => linearOdds(model.link, row)),
    papers.length,
  )
  const links = chosen.flatMap((at): Link[] => {
    const close = look(at, rows[at]!)
    if (!close) return []
    const odds = linearOdds(model.close, close.features)
    const [agrees, speaks] = [scaled(model.agrees, odds), scaled(model.speaks, odds)]
    return [{ first: pairs.first[at]!, second: pairs.second[at]!, odds, agrees, speaks, rules: close.rules }]
  })
  return { library, links, reported: scores.result.map((odds) => scaled(model.reported, odds)) }
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
