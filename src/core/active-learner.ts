import type { SparseVector } from './vectors.ts'
import { addTo, dot } from './vectors.ts'

/** A linear model of relevance: the probability is the logistic function of `bias + weights · vector + prior · priorWeight`. */
interface Model {
  weights: Float64Array
  priorWeight: number
  bias: number
}

/** What an active learner works on. `prior` is the ranking without labels, higher is better, scaled to 0..1. */
export interface LearnerInput {
  vectors: readonly SparseVector[]
  /** Number of places of the vectors. */
  size: number
  prior: readonly number[]
  /** Most records that are shown to the person. */
  labels: number
  /** The person's answer on one record: is it relevant? */
  ask: (index: number) => boolean
}

/** Order in which records were read, and a score from 0 to 1 for every record. */
export interface LearnerResult {
  read: number[]
  scores: number[]
}

const epochs = 40
const rate = 2
const shrink = 2e-4

/**
 * Screens `labels` records, always the ones that look most relevant, learning from each answer as it goes:
 * class-balanced logistic regression over TF-IDF, started from the ranking without labels.
 */
export function learnActively(input: LearnerInput): LearnerResult {
  const total = input.vectors.length
  const answers = new Map<number, boolean>()
  let scores = [...input.prior]
  while (answers.size < Math.min(input.labels, total)) {
    const room = Math.min(input.labels, total) - answers.size
    for (const index of bestUnread(scores, answers, Math.min(room, batchSize(answers.size))))
      answers.set(index, input.ask(index))
    scores = retrain(input, answers)
  }
  return { read: [...answers.keys()], scores }
}

function batchSize(read: number): number {
  return Math.max(1, Math.floor(read / 10))
}

function bestUnread(scores: readonly number[], answers: ReadonlyMap<number, boolean>, count: number): number[] {
  return scores
    .map((_, index) => index)
    .filter((index) => !answers.has(index))
    .sort((a, b) => scores[b]! - scores[a]! || a - b)
    .slice(0, count)
}

/** Scores after the answers so far; the ranking without labels until there is one relevant and one irrelevant record. */
function retrain(input: LearnerInput, answers: ReadonlyMap<number, boolean>): number[] {
  const relevant = [...answers].filter(([, answer]) => answer).length
  if (relevant === 0 || relevant === answers.size) return [...input.prior]
  const model = trained(input, answers, relevant)
  return input.vectors.map((vector, index) => probability(model, vector, input.prior[index]!))
}

function trained(input: LearnerInput, answers: ReadonlyMap<number, boolean>, relevant: number): Model {
  const model: Model = { weights: new Float64Array(input.size), priorWeight: 1, bias: 0 }
  const share = { yes: 0.5 / relevant, no: 0.5 / (answers.size - relevant) }
  for (let epoch = 0; epoch < epochs; epoch++) {
    const step = (rate * answers.size) / (1 + epoch / 10)
    for (const [index, answer] of answers) {
      const vector = input.vectors[index]!
      const error = (answer ? 1 : 0) - probability(model, vector, input.prior[index]!)
      const move = step * error * (answer ? share.yes : share.no)
      addTo(model.weights, vector, move)
      model.priorWeight += move * input.prior[index]!
      model.bias += move
    }
    const keep = 1 - Math.min(0.5, step * shrink)
    for (let place = 0; place < model.weights.length; place++) model.weights[place]! *= keep
  }
  return model
}

function probability(model: Model, vector: SparseVector, prior: number): number {
  return 1 / (1 + Math.exp(-(model.bias + dot(vector, model.weights) + model.priorWeight * prior)))
}
