import { worthLooking } from '../../../src/core/findings/close-features.ts'
import { linkFeatures } from '../../../src/core/findings/link-features.ts'
import { type LinkModel, type StatementModel, scoreStatements } from '../../../src/core/findings/links.ts'
import { type Linear, linearOdds } from '../../../src/core/findings/mixture.ts'
import { fitLinear } from './fit-mixture.ts'
import { linesOf, type Unseen } from './learn-lines.ts'
import { learnStatements } from './learn-statements.ts'
import type { Lesson } from './lesson.ts'

type Models = Pick<LinkModel, 'result' | 'shared'>

/** Each library weighs as if it had so many links, if it has at least a tenth of them. */
const weight = 400
const fewest = 40
/** How strongly weights are drawn to zero: at first sight, and of the many features of a close look. */
const ridge = { link: 10_000, close: 10_000 }
/** Pairs of statements of which one is hardly ever shared teach nothing at first sight. */
const leastShared = -4

/** Parts in which libraries are left out. */
const parts = 9

/** Models of statements that had not seen the parts left out, made when first asked for. */
function statementModels(lessons: readonly (readonly Lesson[])[]): (left: readonly number[]) => Models {
  const made = new Map<string, Models>()
  return (left) => {
    const key = [...left].sort().join(' ')
    const known = made.get(key)
    if (known) return known
    const kept = lessons.filter((_, part) => !left.includes(part)).flat()
    const models: Models = {
      result: learnStatements(kept.map(({ result }) => result)),
      shared: learnStatements(kept.map(({ shared }) => shared)),
    }
    made.set(key, models)
    return models
  }
}

function rowsOf(lesson: Lesson, models: Models) {
  const { library, pairs, rows } = lesson
  const score = (model: StatementModel) => scoreStatements(model, library.statements, lesson.shared.rows)
  const scores = { result: score(models.result), shared: score(models.shared) }
  return { rows: linkFeatures(library, pairs, rows, scores), ...scores }
}

interface Chosen {
  lesson: Lesson
  places: readonly number[]
  rows: readonly Float64Array[]
}

function fitChosen(sets: readonly Chosen[], strength: number): Linear {
  const rows: Float64Array[] = []
  const truth: boolean[] = []
  const weights: number[] = []
  for (const { lesson, places, rows: own } of sets) {
    const links = places.filter((at) => lesson.agrees[at]).length
    for (const [k, at] of places.entries()) {
      rows.push(own[k]!)
      truth.push(lesson.agrees[at]!)
      weights.push(weight / Math.max(fewest, links))
    }
  }
  return fitLinear({ rows, truth, weights }, strength)
}

type Looks = Pick<LinkModel, 'link' | 'close'>

function learnLooks(parted: readonly (readonly Lesson[])[], modelsFor: (part: number) => Models): Looks {
  const made = parted.flatMap((own, part) => own.map((lesson) => ({ lesson, ...rowsOf(lesson, modelsFor(part)) })))
  const link = fitChosen(
    made.map(({ lesson, rows, shared }) => {
      const places = rows.flatMap((_, at) =>
        Math.min(shared[lesson.pairs.first[at]!]!, shared[lesson.pairs.second[at]!]!) > leastShared ? [at] : [],
      )
      return { lesson, places, rows: places.map((at) => rows[at]!) }
    }),
    ridge.link,
  )
  const close = fitChosen(
    made.map(({ lesson, rows }) => ({ lesson, ...closeRows(lesson, rows, link) })),
    ridge.close,
  )
  return { link, close }
}

function closeRows({ library, look }: Lesson, rows: readonly Float64Array[], link: Linear) {
  const places = worthLooking(
    rows.map((row) => linearOdds(link, row)),
    library.papers.length,
  )
  const looks = places.flatMap((at) => {
    const close = look(at, rows[at]!)
    return close ? [{ at, ...close }] : []
  })
  return {
    places: looks.map(({ at }) => at),
    rows: looks.map(({ features }) => features),
    rules: looks.map(({ rules }) => rules),
  }
}

/** What is learned of links; how surely papers report what is made a claim is learned afterwards, from claims. */
export type LearnedLinks = Omit<LinkModel, 'version' | 'provenance' | 'reported'>

/** A model, and one for each library that has not seen it. */
export interface Learned {
  all: LearnedLinks
  without: Map<string, LearnedLinks>
  /** What models say of libraries that they had not seen. */
  unseen: Unseen[]
}

/**
 * Learns from labelled libraries. Scores that a later step learns from always come from models that had not seen the
 * library; calibration and lines are fitted on libraries left out, and for each library on the others alone. Libraries are left out in
 * parts, the first of them each in a part of its own.
 */
export function learnLinks(lessons: readonly Lesson[], log: (line: string) => void): Learned {
  const parted = Array.from({ length: Math.min(parts, lessons.length) }, (_, part) =>
    lessons.filter((_, at) => at % parts === part),
  )
  const modelsWithout = statementModels(parted)
  const looksWithout = (left: readonly number[]) =>
    learnLooks(
      parted.map((own, part) => (left.includes(part) ? [] : own)),
      (part) => modelsWithout([...left, part]),
    )
  const left = parted.map((own, part) => {
    const looks = looksWithout([part])
    const models = modelsWithout([part])
    const unseen = own.map((lesson): Unseen => {
      const { places, rows, rules } = closeRows(lesson, rowsOf(lesson, models).rows, looks.link)
      return { lesson, places, rules, odds: rows.map((row) => linearOdds(looks.close, row)) }
    })
    log(`learned without ${own.map(({ name }) => name).join(', ')}`)
    return { models, looks, unseen }
  })
  return {
    all: { ...modelsWithout([]), ...looksWithout([]), ...linesOf(left.flatMap(({ unseen }) => unseen)) },
    without: new Map(
      left.flatMap(({ models, looks, unseen }) => {
        const others = linesOf(left.flatMap((one) => (one.unseen === unseen ? [] : one.unseen)))
        return unseen.map(({ lesson }) => [lesson.name, { ...models, ...looks, ...others }] as const)
      }),
    ),
    unseen: left.flatMap(({ unseen }) => unseen),
  }
}
