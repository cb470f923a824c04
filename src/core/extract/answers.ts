import type { SentenceView } from '../papers/headings.ts'
import { answerFeatures, type Features, usualPaper } from './answer-features.ts'
import model from './answers.weights.json' with { type: 'json' }
import { roleOpinions } from './roles.ts'
import { type Topicality, topicalities } from './topicality.ts'

/** A text whose sentences are judged together: an abstract, a note, or one section of a full text. */
export interface AnswerText {
  title: string
  sentences: readonly SentenceView[]
  /** The sentences follow no order that tells what each is, as in a reader's note: each is judged alone too, the likelier counts. */
  loose?: boolean
}

/** Weights of a logistic regression over {@link answerFeatures}, with where they come from. */
export interface AnswerWeights {
  version: string
  provenance: string
  /** Probability from which a sentence is taken for an answer; chosen on libraries left out. */
  threshold: number
  weights: Readonly<Record<string, number>>
}

/** Probability from which a sentence is taken for an answer. */
export const answerThreshold = model.threshold

/** Features of every sentence of the texts of a library, text by text; `alone` has each as if its text held nothing else. */
export function libraryFeatures(question: string, texts: readonly AnswerText[], alone = false): Features[][] {
  const near = nearness(question, texts)
  return texts.map(({ sentences }, at) => (alone ? loneFeatures : textFeatures)(sentences, near[at]!))
}

const nearness = (question: string, texts: readonly AnswerText[]) =>
  topicalities(
    question,
    texts.map(({ title, sentences }) => ({ title, sentences: sentences.map(({ text }) => text) })),
  )

const textFeatures = (sentences: readonly SentenceView[], topic: Topicality) =>
  answerFeatures(sentences, roleOpinions(sentences), topic)

const loneFeatures = (sentences: readonly SentenceView[], topic: Topicality) =>
  sentences.map((sentence, at) => textFeatures([sentence], { ...topic, sentences: [topic.sentences[at]!] })[0]!)

/** How likely a sentence answers, 0 to 1, and how likely it would if its paper were as near to the question as most. */
export interface Answer {
  score: number
  onTopic: number
  /** Whether it reports something found, whatever of: it says so, or its place and its words both do. */
  reports: boolean
}

/**
 * How likely every sentence states a finding which answers the question. The texts of a library are judged together,
 * since what they share tells what the question is about.
 */
export function answersOf(
  question: string,
  texts: readonly AnswerText[],
  { weights }: AnswerWeights = model as AnswerWeights,
): Answer[][] {
  const judged = (features: Features): Answer => ({
    score: answerScore(features, weights),
    onTopic: answerScore(features, weights, usualPaper),
    reports:
      features.has('announced') ||
      ((features.get('reported') ?? 0) > 0 && (features.get('reported by words') ?? 0) > 0),
  })
  const near = nearness(question, texts)
  return texts.map(({ sentences, loose }, at) => {
    const answers = textFeatures(sentences, near[at]!).map(judged)
    if (!loose) return answers
    const alone = loneFeatures(sentences, near[at]!).map(judged)
    return answers.map((answer, place) => (answer.score >= alone[place]!.score ? answer : alone[place]!))
  })
}

const nothing: Features = new Map()

/** Probability that a sentence with these features answers; `instead` has those that are taken for its own. */
export function answerScore(
  features: Features,
  weights: Readonly<Record<string, number>>,
  instead: Features = nothing,
): number {
  let sum = 0
  for (const [name, value] of features) sum += (weights[name] ?? 0) * (instead.get(name) ?? value)
  for (const [name, value] of instead) if (!features.has(name)) sum += (weights[name] ?? 0) * value
  return 1 / (1 + Math.exp(-sum))
}
