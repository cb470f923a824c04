import type { SparseVector, VectorSpace } from './vectors.ts'
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

/** So many records without a relevant one, and the ranking without labels is given up. */
const fruitless = 10

/** What was learned: the records that were read, in order, with the answers; and a score for every record. */
export interface LearnerResult {
  read: { index: number; relevant: boolean }[]
  scores: number[]
}

interface Learned {
  relevant: Float64Array
  other: Float64Array
  relevantCount: number
  otherCount: number
}

/** How long the ranking without labels keeps its full say, in records read. */
const priorLasts = 30

/**
 * Screens up to `labels` records, always those that look most relevant, learning from each answer as it goes.
 * Two simple learners share the say, each on its own scale: naive Bayes over TF-IDF weights, as active learners for reviews
 * commonly use (https://doi.org/10.1038/s42256-020-00287-7), and the difference of the mean vectors.
 */
export function learnActively(input: LearnerInput): LearnerResult {
  const total = input.prior.length
  const most = Math.min(input.labels, total)
  const prior = spread(input.prior)
  const answers = new Map<number, boolean>()
  const learned: Learned = {
    relevant: new Float64Array(input.space.size),
    other: new Float64Array(input.space.size),
    relevantCount: 0,
    otherCount: 0,
  }
  let scores = prior
  while (answers.size < most) {
    const room = Math.min(most - answers.size, Math.max(1, Math.floor(answers.size / 20)))
    const next = descending(scores)
      .filter((index) => !answers.has(index))
      .slice(0, room)
    for (const index of next) {
      const relevant = input.ask(index)
      answers.set(index, relevant)
      take(learned, input.space.vectors[index]!, relevant)
    }
    scores = rescored(input, learned, answers, prior)
  }
  return { read: [...answers].map(([index, relevant]) => ({ index, relevant })), scores }
}

function take(learned: Learned, vector: SparseVector, relevant: boolean): void {
  addTo(relevant ? learned.relevant : learned.other, vector, 1)
  if (relevant) learned.relevantCount += 1
  else learned.otherCount += 1
}

/**
 * Scores after the answers so far; the ranking without labels until there is one relevant and one other record. Where many were
 * read and none was relevant, that ranking is wrong, and what least resembles them comes next.
 */
function rescored(
  input: LearnerInput,
  learned: Learned,
  answers: ReadonlyMap<number, boolean>,
  prior: number[],
): number[] {
  if (learned.relevantCount === 0 && learned.otherCount >= fruitless)
    return input.space.vectors.map((vector) => -dot(vector, learned.other))
  if (learned.relevantCount === 0 || learned.otherCount === 0) return prior
  const say = 0.5 * Math.min(1, priorLasts / answers.size)
  const models = [bayes(learned), difference(learned)].map((weights) =>
    standardised(
      input.space.vectors.map((vector) => dot(vector, weights)),
      input.group,
      answers,
    ),
  )
  return prior.map((before, index) => (models[0]![index]! + models[1]![index]!) / 2 + say * before)
}

/** Log-odds of each term, the two classes scaled to equal mass. */
function bayes({ relevant, other }: Learned): Float64Array {
  const mass = sum(relevant)
  const scale = mass / (sum(other) || 1)
  return relevant.map((weight, place) => Math.log((weight + 1) / (other[place]! * scale + 1)))
}

function difference({ relevant, other, relevantCount, otherCount }: Learned): Float64Array {
  return relevant.map((weight, place) => weight / relevantCount - (0.75 * other[place]!) / otherCount)
}

/** Distance from the mean of the unread of a record's group, in their standard deviations. */
function standardised(scores: number[], group: readonly number[], answers: ReadonlyMap<number, boolean>): number[] {
  const places = new Map(
    [...new Set(group)].map((name) => [
      name,
      placeOf(scores.filter((_, at) => group[at] === name && !answers.has(at))),
    ]),
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

/** The order of the scores, spread evenly from 2 to -2. */
function spread(scores: readonly number[]): number[] {
  const out = scores.map(() => 0)
  descending(scores).forEach((index, rank) => {
    out[index] = 2 - (4 * rank) / scores.length
  })
  return out
}

function sum(values: Float64Array | readonly number[]): number {
  let total = 0
  for (const value of values) total += value
  return total
}
