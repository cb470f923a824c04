import { candidatePairs, type Pairs } from '../../../src/core/findings/candidates.ts'
import { type Library, readLibrary } from '../../../src/core/findings/library.ts'
import { linkFeatures } from '../../../src/core/findings/link-features.ts'
import {
  comparePairs,
  type LinkModel,
  placesOfStatement,
  type Reader,
  type StatementModel,
  scoreStatements,
} from '../../../src/core/findings/links.ts'
import { type Linear, linearOdds } from '../../../src/core/findings/mixture.ts'
import { fitLinear } from './fit-mixture.ts'
import { type LabelledLibrary, labelsOf } from './gold.ts'
import { learnStatements, type StatementSet, statementPlaces } from './learn-statements.ts'

/** A labelled library read for learning. */
export interface Lesson {
  name: string
  library: Library
  pairs: Pairs
  rows: Float64Array[]
  result: StatementSet
  shared: StatementSet
  /** Of each pair: the two say the same; one says or denies what the other says. */
  agrees: boolean[]
  speaks: boolean[]
}

/** Reads a labelled library into what is learned from. */
export function lessonOf(labelled: LabelledLibrary, { table, general }: Pick<Reader, 'table' | 'general'>): Lesson {
  const library = readLibrary(labelled.papers, table, general)
  const pairs = candidatePairs(library)
  const { rows, statements } = comparePairs(library, pairs)
  const { said, result } = labelsOf(labelled, library)
  const places = library.statements.map((statement) => placesOfStatement(statement, statementPlaces))
  const both = (same: (a: string, b: string) => boolean) =>
    Array.from(pairs.first, (first, at) =>
      said[first]!.some((one) =>
        said[pairs.second[at]!]!.some((other) => one.finding === other.finding && same(one.stance, other.stance)),
      ),
    )
  return {
    name: labelled.name,
    ...{ library, pairs, rows },
    result: { places, rows: statements, truth: result },
    shared: { places, rows: statements, truth: said.map((own) => own.length > 0) },
    agrees: both((a, b) => a === b),
    speaks: both(() => true),
  }
}

type Models = Pick<LinkModel, 'result' | 'shared'>

/** Each library weighs as if it had so many links, if it has at least a tenth of them. */
const weight = 400
const fewest = 40
const ridge = 10_000
/** Pairs of statements of which one is hardly ever shared teach nothing. */
const leastShared = -4

/** Models of statements that had not seen the lessons left out, made when first asked for. */
function statementModels(lessons: readonly Lesson[]): (left: readonly Lesson[]) => Models {
  const made = new Map<string, Models>()
  return (left) => {
    const key = left
      .map(({ name }) => name)
      .sort()
      .join(' ')
    const known = made.get(key)
    if (known) return known
    const kept = lessons.filter((lesson) => !left.includes(lesson))
    const models: Models = {
      result: learnStatements(kept.map(({ result }) => result)),
      shared: learnStatements(kept.map(({ shared }) => shared)),
    }
    made.set(key, models)
    return models
  }
}

function rowsOf(lesson: Lesson, models: Models): { rows: Float64Array[]; shared: Float64Array } {
  const { library, pairs, rows } = lesson
  const score = (model: StatementModel) => scoreStatements(model, library.statements, lesson.shared.rows)
  const scores = { result: score(models.result), shared: score(models.shared) }
  return { rows: linkFeatures(library, pairs, rows, scores), shared: scores.shared }
}

function learnLink(lessons: readonly Lesson[], modelsFor: (lesson: Lesson) => Models): Linear {
  const rows: Float64Array[] = []
  const truth: boolean[] = []
  const weights: number[] = []
  for (const lesson of lessons) {
    const made = rowsOf(lesson, modelsFor(lesson))
    const kept = made.rows.flatMap((_, at) => {
      const [a, b] = [lesson.pairs.first[at]!, lesson.pairs.second[at]!]
      return Math.min(made.shared[a]!, made.shared[b]!) > leastShared ? [at] : []
    })
    const links = kept.filter((at) => lesson.agrees[at]).length
    for (const at of kept) {
      rows.push(made.rows[at]!)
      truth.push(lesson.agrees[at]!)
      weights.push(weight / Math.max(fewest, links))
    }
  }
  return fitLinear({ rows, truth, weights }, ridge)
}

/** A model, and one for each library that has not seen it, with what it says of that library. */
export interface Learned {
  all: Omit<LinkModel, 'version' | 'provenance'>
  without: Map<string, Omit<LinkModel, 'version' | 'provenance'>>
  /** Log-odds of pairs by models that had not seen their library. */
  unseen: { lesson: Lesson; odds: number[] }[]
}

/**
 * Learns from labelled libraries. Scores that a later step learns from always come from models that had not seen the
 * library, and calibration is fitted on libraries left out.
 */
export function learnLinks(lessons: readonly Lesson[], log: (line: string) => void): Learned {
  const modelsWithout = statementModels(lessons)
  const unseen = lessons.map((left) => {
    const link = learnLink(
      lessons.filter((one) => one !== left),
      (one) => modelsWithout([left, one]),
    )
    const models = modelsWithout([left])
    log(`${left.name}: learned without it`)
    const odds = rowsOf(left, models).rows.map((row) => linearOdds(link, row))
    return { lesson: left, models, link, odds }
  })
  const link = learnLink(lessons, (one) => modelsWithout([one]))
  const calibrated = (known: typeof unseen) => ({
    agrees: scaleOf(known.map(({ lesson, odds }) => ({ odds, truth: lesson.agrees }))),
    speaks: scaleOf(known.map(({ lesson, odds }) => ({ odds, truth: lesson.speaks }))),
    bySlots,
    likewise,
  })
  return {
    all: { ...modelsWithout([]), link, ...calibrated(unseen) },
    without: new Map(
      unseen.map((one) => [
        one.lesson.name,
        { ...one.models, link: one.link, ...calibrated(unseen.filter((other) => other !== one)) },
      ]),
    ),
    unseen,
  }
}

/** Probability of speaking to a claim from which a statement is shown beside it: of ten, one or two are worth reading. */
const likewise = 0.1
/**
 * Pairs whose slots were compared: scale and line of each kind, fitted on all results of nine labelled libraries, each
 * scored by weights learned without it. Above the lines 14 of 16 and 8 of 8 say the same.
 */
const bySlots: LinkModel['bySlots'] = {
  agreeing: { slope: 0.9629, offset: 0.0424, line: 0.4876 },
  open: { slope: 1.0383, offset: 0.6106, line: -0.45 },
}

/** Scores below this say only that the two are not about the same, and are not calibrated. */
const leastOdds = -4

/** Brings log-odds to those found right, each library weighing the same. */
function scaleOf(sets: readonly { odds: readonly number[]; truth: readonly boolean[] }[]): LinkModel['agrees'] {
  const rows: Float64Array[] = []
  const truth: boolean[] = []
  const weights: number[] = []
  for (const set of sets) {
    const kept = set.odds.flatMap((odds, at) => (odds > leastOdds ? [at] : []))
    for (const at of kept) {
      rows.push(Float64Array.of(set.odds[at]!))
      truth.push(set.truth[at]!)
      weights.push(1000 / Math.max(200, kept.length))
    }
  }
  const { mean, spread, weights: fitted } = fitLinear({ rows, truth, weights }, 1)
  const slope = fitted[0]! / spread[0]!
  return { slope: Number(slope.toFixed(4)), offset: Number((fitted[1]! - slope * mean[0]!).toFixed(4)) }
}
