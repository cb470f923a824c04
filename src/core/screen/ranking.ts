import { otherNames } from '../question/facets/synonyms.ts'
import { words } from '../text/light-stem.ts'
import { stopWords } from '../text/stop-words.ts'
import type { SparseVector } from './vectors.ts'
import { addTo, descending, dot, stems, tfIdf } from './vectors.ts'

/** A record to be ranked. `abstract` is empty where there is none. */
export interface RankedRecord {
  title: string
  abstract: string
}

/** BM25 of each record for the question's words, over titles and abstracts and over titles alone; 0 where none is found. */
export interface WordScores {
  full: readonly number[]
  titles: readonly number[]
}

/** Share of what the best records have in common; the rest is what the question's own words say. */
const feedback = 0.5
const best = 50

/** The words of a question that can be searched for. */
function questionWords(question: string): string[] {
  const words = question.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
  return [...new Set(words.filter((word) => word.length > 1 && !stopWords.has(word)))]
}

/** The words of a question and the other names of what it speaks of, as they are searched for. */
export function questionTerms(question: string): string[] {
  return [...new Set([...questionWords(question), ...otherNames(words(question))])]
}

/**
 * Ranks records by a question without any label, 0 to 1: BM25 and cosine with the question and its synonyms, then likeness to what the best
 * records have in common (Rocchio's feedback). A record without an abstract gets the place that its title has among all titles,
 * for a short text cannot be compared with long ones.
 */
export function rankByQuestion(records: readonly RankedRecord[], question: string, scores: WordScores): number[] {
  const asked = [question, ...otherNames(words(question))].join(' ')
  const full = places(
    likeness(
      records.map((record) => `${record.title} ${record.abstract}`),
      asked,
      scores.full,
    ),
  )
  const short = records.map((record) => record.abstract === '')
  if (!short.includes(true)) return full
  const titles = places(
    likeness(
      records.map((record) => record.title),
      asked,
      scores.titles,
    ),
  )
  const long = full.filter((_, index) => !short[index])
  const among = places(long)
  let at = 0
  return records.map((_, index) => (short[index] ? titles[index]! : among[at++]!))
}

function likeness(texts: readonly string[], question: string, bm25: readonly number[]): number[] {
  const { vectors, size } = tfIdf([...texts.map(stems), stems(question)])
  const asked = vectors.at(-1)!
  const found = vectors.slice(0, -1)
  const cosine = shares(like(found, [asked], size))
  const own = shares(bm25).map((score, index) => (score + cosine[index]!) / 2)
  const top = descending(own).slice(0, best)
  const common = shares(
    like(
      found,
      top.map((index) => found[index]!),
      size,
    ),
  )
  return own.map((score, index) => (1 - feedback) * score + feedback * common[index]!)
}

function like(vectors: readonly SparseVector[], examples: readonly SparseVector[], size: number): number[] {
  const mean = new Float64Array(size)
  for (const example of examples) addTo(mean, example, 1 / examples.length)
  return vectors.map((vector) => dot(vector, mean))
}

function shares(values: readonly number[]): number[] {
  const highest = values.reduce((most, value) => Math.max(most, value), 0)
  return values.map((value) => (highest > 0 ? value / highest : 0))
}

/** The order of the values, spread evenly from 1 to nearly 0. */
function places(values: readonly number[]): number[] {
  const out = values.map(() => 0)
  descending(values).forEach((index, rank) => {
    out[index] = 1 - rank / values.length
  })
  return out
}
