import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { AnswerText } from '../../src/core/extract/answers.ts'
import { contentStems, topicalities } from '../../src/core/extract/topicality.ts'
import { sha256 } from '../../src/core/hash.ts'
import { viewsOf } from '../../src/core/papers/headings.ts'
import { splitSentences } from '../../src/core/text/sentences.ts'
import { readLabelledFolder, sentenceKey } from '../evaluate/labelled-folder.ts'

/** What a sentence is to the question: part of a finding that papers share, a result that stands alone, or neither. */
export type AnswerLabel = 'finding' | 'single' | 'none'

/** A library of abstracts with its question and a label for every sentence. */
export interface LabelledLibrary {
  name: string
  question: string
  texts: AnswerText[]
  labels: AnswerLabel[][]
}

/** The libraries of a folder, by name. */
export function readLibraries(folder: string): LabelledLibrary[] {
  return readdirSync(folder)
    .toSorted()
    .map((name) => readLibrary(join(folder, name)))
}

function readLibrary(folder: string): LabelledLibrary {
  const { name, question, papers, ...gold } = readLabelledFolder(folder)
  const findings = new Set(gold.findings.flatMap(({ spans }) => spans.map(({ s }) => s)))
  const singles = new Set(gold.singles)
  const labelOf = (key: string): AnswerLabel => (findings.has(key) ? 'finding' : singles.has(key) ? 'single' : 'none')
  return {
    name,
    question,
    texts: papers.map(({ title, sentences }) => ({ title, sentences: viewsOf(sentences) })),
    labels: papers.map(({ id, sentences }) => sentences.map((_, at) => labelOf(sentenceKey(id, at)))),
  }
}

const rowsOf = <T>(path: string) =>
  readFileSync(path, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as T)

/** Abstracts of other subjects: a corpus of the life sciences, and trials. */
export function readOthers(data: string): AnswerText[] {
  const corpus = rowsOf<{ title: string; abstract: string[] }>(join(data, 'corpus/scifact_corpus.jsonl'))
  const trials = rowsOf<{ title: string; sections: { name: string; text: string }[] }>(
    join(data, 'ico/abstracts_train.jsonl'),
  )
  return [
    ...corpus.map(({ title, abstract }) => ({ title, sentences: viewsOf(abstract) })),
    ...trials.map(({ title, sections }) => ({ title, sentences: viewsOf(trialSentences(title, sections)) })),
  ].filter(({ sentences }) => sentences.length > 3)
}

/** A trial's sentences, with their headings in a third of the trials, as libraries have them. */
function trialSentences(title: string, sections: readonly { name: string; text: string }[]): string[] {
  const headed = draw(title, 3) === 0
  return sections.flatMap(({ name, text }) =>
    splitSentences(text).map((sentence, at) => (headed && at === 0 ? `${name}: ${sentence.text}` : sentence.text)),
  )
}

const draw = (text: string, below: number) => Number.parseInt(sha256(text).slice(0, 8), 16) % below

/** Share of the question's words that a stranger must name. */
const named = 0.25
/** Likeness to the library from which an abstract is no stranger. */
const belongs = 0.65

/**
 * Abstracts that share words with the question and are far from the library otherwise, as a search by words brings them:
 * nothing in them answers. A fixed draw, the same for the same question.
 */
export function strangersTo({ question, texts }: LabelledLibrary, others: readonly AnswerText[], count: number) {
  const wanted = [...new Set(contentStems(question))]
  const plain = ({ title, sentences }: AnswerText) => ({ title, sentences: sentences.map(({ text }) => text) })
  const library = texts.map(plain)
  return others
    .filter((text) => {
      const stems = new Set(contentStems(`${text.title} ${plain(text).sentences.join(' ')}`))
      return wanted.filter((word) => stems.has(word)).length >= named * wanted.length
    })
    .map((text) => ({ text, key: sha256(`${question} ${text.title}`) }))
    .toSorted((a, b) => (a.key < b.key ? -1 : 1))
    .slice(0, count)
    .map(({ text }) => text)
    .filter((text) => topicalities(question, [...library, plain(text)]).at(-1)!.akin <= belongs)
}
