import { join, resolve } from 'node:path'
import type { Features } from '../../src/core/extract/answer-features.ts'
import { type AnswerText, type AnswerWeights, answerScore, libraryFeatures } from '../../src/core/extract/answers.ts'
import { writeAtomic } from '../io/files.ts'
import { type AnswerLabel, type LabelledLibrary, readLibraries, readOthers, strangersTo } from './answers-data.ts'
import { fitSparse, type SparseRow } from './sparse-logistic.ts'

/** Settings that held on most libraries when each was left out; none was chosen for one. */
const strangers = 12
const strangerWeight = 0.5
/** What a sentence counts that stands alone, beside the same in its abstract. */
const loneWeight = 0.25
const held = { sign: 3, word: 20 }
/** A word is learned only where this many libraries use it, so that no library's subject is. */
const libraries = 5
const threshold = 0.35
const out = resolve(import.meta.dirname, '../../src/core/extract/answers.weights.json')

interface Labelled {
  label: AnswerLabel
  features: Features
}

interface Learning {
  name: string
  own: Labelled[]
  /** Each sentence as if its text held nothing else. */
  lone: Labelled[]
  strange: Labelled[]
}

/** Learns which sentences answer a question and writes `src/core/extract/answers.weights.json`. */
export async function writeAnswers(data: string, date: string): Promise<string> {
  const learning = readLearning(data)
  const tried = learning.map((left) => ({ name: left.name, ...measure(left.own, learn(without(learning, left))) }))
  const figures = (['found', 'right', 'each'] as const).map((key) => mean(tried.map((one) => one[key])))
  const weights = Object.entries(learn(learning))
    .map(([name, weight]) => [name, Math.round(weight * 1000) / 1000] as const)
    .filter(([, weight]) => Math.abs(weight) >= 0.005)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
  const provenance = `${learning.length} libraries of abstracts with labelled findings, ${strangers} abstracts of other subjects beside each; share of labelled findings taken, share of what is taken that is labelled, taken for each labelled, each library left out in turn: ${figures.join(', ')}. Learned by scripts/train/answers.ts on ${date}.`
  const model = { version: '1', provenance, threshold, weights: Object.fromEntries(weights) }
  await writeAtomic(out, `${JSON.stringify(model, null, 2)}\n`)
  return [...tried.map(row), provenance, `${weights.length} weights`].join('\n')
}

/** For each library of the folder, weights that have not seen it, to measure with. */
export function answersWithout(data: string): Map<string, AnswerWeights> {
  const learning = readLearning(data)
  return new Map(
    learning.map((left) => {
      const provenance = `all libraries but ${left.name}`
      return [left.name, { version: '1', provenance, threshold, weights: learn(without(learning, left)) }]
    }),
  )
}

function readLearning(data: string): Learning[] {
  const others = readOthers(data)
  return readLibraries(join(data, 'findings')).map((library) => rowsOf(library, others))
}

const without = (learning: readonly Learning[], left: Learning) => learning.filter((one) => one !== left)

function rowsOf(library: LabelledLibrary, others: readonly AnswerText[]): Learning {
  const { name, question, texts, labels } = library
  const labelled = (all: Features[][]): Labelled[] =>
    all.flatMap((text, at) => text.map((features, place) => ({ label: labels[at]![place]!, features })))
  const own = labelled(libraryFeatures(question, texts))
  const lone = labelled(libraryFeatures(question, texts, true))
  const strange = strangersTo(library, others, strangers).flatMap((stranger) =>
    libraryFeatures(question, [...texts, stranger])
      .at(-1)!
      .map((features) => ({ label: 'none' as const, features })),
  )
  return { name, own, lone, strange }
}

function learn(learning: readonly Learning[]): Record<string, number> {
  const row =
    (weight: number) =>
    ({ features, label }: Labelled): SparseRow => ({ features, truth: label !== 'none', weight })
  const rows = learning.flatMap(({ own, lone, strange }) => [
    ...own.map(row(1)),
    ...lone.map(row(loneWeight)),
    ...strange.map(row(strangerWeight)),
  ])
  return fitSparse(rows, learnable(learning), (name) =>
    name === 'bias' ? 0 : name.startsWith('w:') ? held.word : held.sign,
  )
}

/** All signs, and the words that enough libraries use. */
function learnable(learning: readonly Learning[]): string[] {
  const users = new Map<string, Set<string>>()
  for (const { name, own } of learning)
    for (const { features } of own)
      for (const feature of features.keys()) users.set(feature, (users.get(feature) ?? new Set()).add(name))
  return [...users].filter(([name, by]) => !name.startsWith('w:') || by.size >= libraries).map(([name]) => name)
}

/** What is taken of one library by weights that have not seen it. */
function measure(rows: readonly Labelled[], weights: Readonly<Record<string, number>>) {
  const taken = rows.filter(({ features }) => answerScore(features, weights) >= threshold)
  const count = (list: readonly Labelled[], ...labels: AnswerLabel[]) =>
    list.filter(({ label }) => labels.includes(label)).length
  const right = count(taken, 'finding', 'single')
  return {
    found: count(taken, 'finding') / count(rows, 'finding'),
    right: right / Math.max(1, taken.length),
    each: taken.length / count(rows, 'finding', 'single'),
  }
}

const mean = (values: readonly number[]) => (values.reduce((sum, value) => sum + value, 0) / values.length).toFixed(3)

const row = ({ name, found, right, each }: { name: string; found: number; right: number; each: number }) =>
  `${name.padEnd(16)} found ${found.toFixed(3)}   right ${right.toFixed(3)}   for each labelled ${each.toFixed(2)}`
