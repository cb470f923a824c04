import type { VectorSpace } from './vectors.ts'
import { addTo, descending, dot } from './vectors.ts'

/** What an active learner works on. */
export interface LearnerInput {
  space: VectorSpace
  /** The ranking without labels: a score for each record, higher is better. */
  prior: readonly number[]
  /** Records that are judged by comparison with their like: those without an abstract against each other. */
  group: readonly number[]
  /** Most records that are shown to the person. */
  labels: number
  /** The person's answer on one record: is it relevant? */
  ask: (index: number) => boolean
}

/** What was learned: the records that were read, in order, with the answers; and a score for every record. */
export interface LearnerResult {
  read: { index: number; relevant: boolean }[]
  scores: number[]
}

/** Sums of the vectors of the records that were read, with what the ranking without labels says of either kind. */
interface Learned {
  relevant: Float64Array
  other: Float64Array
  relevantCount: number
  otherCount: number
  /** Mean of what ranks best without labels. */
  likely: Float64Array
  /** Mean of all records. */
  usual: Float64Array
}

/** What ranks best without labels counts as so many relevant records that were read, and all records as so many others. */
const believed = 40
/** Relevant records that must be found for the learners to have half of the say. */
const halfTrusted = 20
/** Share of the records, from the best on, that the ranking without labels takes for relevant. */
const bestShare = 0.05
/** The say of the ranking without labels while nothing relevant is found, in standard deviations of the learners. */
const priorSay = 1.5
/** Records' worth of doubt on every word while nothing was read. */
const steadiest = 10
/** A record more is read at once for every so many that were read. */
const perStep = 10

/**
 * Screens up to `labels` records, always those that look most relevant, learning from each answer as it goes.
 * Two simple learners share the say, each on its own scale: naive Bayes over TF-IDF weights, as active learners for reviews
 * commonly use (https://doi.org/10.1038/s42256-020-00287-7), and the difference of the mean vectors. Both start from what ranks best
 * without labels, and gain on that ranking only as relevant records are found: reading must not make the order worse than none did.
 */
export function learnActively(input: LearnerInput): LearnerResult {
  const most = Math.min(input.labels, input.prior.length)
  const learner = openLearner(input)
  while (learner.read.length < most) for (const index of learner.next(most)) learner.take(index, input.ask(index))
  return { read: learner.read, scores: learner.scores() }
}

/** A learner that is told one answer after the other. */
export interface Learner {
  /** Records that were read, in order, with the answers. */
  read: { index: number; relevant: boolean }[]
  /** The records to read next, never past `most` in all and none of those to pass over; one while few were read. */
  next(most: number, passed?: ReadonlySet<number>): number[]
  take(index: number, relevant: boolean): void
  /** A score for every record, higher is likelier relevant. */
  scores(): number[]
}

/** Opens a learner over records that nobody has read. */
export function openLearner(input: Omit<LearnerInput, 'labels' | 'ask'>): Learner {
  const prior = spread(input.prior)
  const learned = unlearned(input)
  const read: Learner['read'] = []
  const seen = new Set<number>()
  let known: number[] | null = prior
  const scores = () => (known ??= rescored(input, learned, seen, prior))
  return {
    read,
    scores,
    next(most, passed) {
      const room = Math.min(most - read.length, Math.max(1, Math.floor(read.length / perStep)))
      return descending(scores())
        .filter((index) => !seen.has(index) && !passed?.has(index))
        .slice(0, room)
    },
    take(index, relevant) {
      addTo(relevant ? learned.relevant : learned.other, input.space.vectors[index]!, 1)
      if (relevant) learned.relevantCount += 1
      else learned.otherCount += 1
      seen.add(index)
      read.push({ index, relevant })
      known = null
    },
  }
}

function unlearned({ space, prior }: Pick<LearnerInput, 'space' | 'prior'>): Learned {
  const empty = () => new Float64Array(space.size)
  const learned = {
    relevant: empty(),
    other: empty(),
    relevantCount: 0,
    otherCount: 0,
    likely: empty(),
    usual: empty(),
  }
  const best = descending(prior).slice(0, Math.ceil(prior.length * bestShare))
  for (const index of best) addTo(learned.likely, space.vectors[index]!, 1 / best.length)
  for (const vector of space.vectors) addTo(learned.usual, vector, 1 / space.vectors.length)
  return learned
}

/** Scores after the answers so far. */
function rescored(
  input: Pick<LearnerInput, 'space' | 'group'>,
  learned: Learned,
  seen: ReadonlySet<number>,
  prior: readonly number[],
): number[] {
  const relevant = blended(learned.relevant, learned.relevantCount, learned.likely)
  const other = blended(learned.other, learned.otherCount, learned.usual)
  const steady = 1 / (steadiest + learned.relevantCount + learned.otherCount)
  const models = [bayes(relevant, other, steady), difference(relevant, other)].map((weights) =>
    standardised(
      input.space.vectors.map((vector) => dot(vector, weights)),
      input.group,
      seen,
    ),
  )
  const trust = learned.relevantCount / (learned.relevantCount + halfTrusted)
  return prior.map(
    (before, index) => priorSay * (1 - trust) * before + (trust * (models[0]![index]! + models[1]![index]!)) / 2,
  )
}

/** Mean of what was read and of what was believed before. */
function blended(sum: Float64Array, count: number, before: Float64Array): Float64Array {
  return sum.map((weight, place) => (weight + believed * before[place]!) / (count + believed))
}

/** Log-odds of each term, the two classes scaled to equal mass. */
function bayes(relevant: Float64Array, other: Float64Array, steady: number): Float64Array {
  const scale = sum(relevant) / (sum(other) || 1)
  return relevant.map((weight, place) => Math.log((weight + steady) / (other[place]! * scale + steady)))
}

function difference(relevant: Float64Array, other: Float64Array): Float64Array {
  return relevant.map((weight, place) => weight - 0.75 * other[place]!)
}

/** Distance from the mean of the unread of a record's group, in their standard deviations. */
function standardised(scores: number[], group: readonly number[], seen: ReadonlySet<number>): number[] {
  const places = new Map(
    [...new Set(group)].map((name) => [name, placeOf(scores.filter((_, at) => group[at] === name && !seen.has(at)))]),
  )
  return scores.map((score, at) => {
    const { mean, deviation } = places.get(group[at]!)!
    return (score - mean) / deviation
  })
}

function placeOf(values: readonly number[]): { mean: number; deviation: number } {
  const mean = sum(values) / (values.length || 1)
  return { mean, deviation: Math.sqrt(sum(values.map((value) => (value - mean) ** 2)) / (values.length || 1)) || 1 }
}

/** The order of the scores, spread evenly from 2 to -2; equal scores stand in the middle of their places. */
function spread(scores: readonly number[]): number[] {
  const order = descending(scores)
  const places = new Map<number, { first: number; last: number }>()
  order.forEach((index, place) => {
    const known = places.get(scores[index]!)
    places.set(scores[index]!, { first: known?.first ?? place, last: place })
  })
  return scores.map((score) => {
    const { first, last } = places.get(score)!
    return 2 - (2 * (first + last)) / Math.max(1, scores.length - 1)
  })
}

function sum(values: Float64Array | readonly number[]): number {
  let total = 0
  for (const value of values) total += value
  return total
}
