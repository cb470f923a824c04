import type { StoredWords } from '../../../src/core/findings/word-table.ts'
import { packBytes } from '../../../src/core/signed-bytes.ts'
import { analyse } from '../../../src/core/text/analyse.ts'
import { type Company, chiefDirections } from '../word-vectors.ts'
import type { Text } from './texts.ts'

const width = 64
const leastDocuments = 6
const mostStems = 14_000
/** Words to either side that count as company, the nearer the more. */
const reach = 5
/** Power to which counts of company are brought, so that rare words are not held too unlikely. */
const softening = 0.75

/** Rarity and vectors of words: positive pointwise mutual information brought to its chief directions. Deterministic. */
export function learnWords(texts: readonly Text[]): Omit<StoredWords, 'version'> {
  const documents = texts.map(({ text }) =>
    analyse(text)
      .tokens.filter(({ stop, number }) => !stop && !number)
      .map(({ stem }) => stem),
  )
  const holders = new Map<string, number>()
  for (const words of documents) for (const stem of new Set(words)) holders.set(stem, (holders.get(stem) ?? 0) + 1)
  const stems = [...holders]
    .filter(([, n]) => n >= leastDocuments)
    .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    .slice(0, mostStems)
  const vectors = vectorsOf(
    documents,
    stems.map(([stem]) => stem),
  )
  const step = 1 / 127
  return {
    provenance: `${texts.length} abstracts: SciFact's corpus, Evidence Inference 2.0, three systematic reviews, CSAbstruct; none of the labelled libraries`,
    stems: stems.map(([stem]) => stem).join(' '),
    rarity: stems.map(([, n]) => Math.round(100 * Math.log((documents.length + 1) / (n + 1)))),
    unknown: Math.round(100 * Math.log((documents.length + 1) / 3)),
    width,
    step: Number(step.toFixed(6)),
    bytes: packBytes(vectors, step),
  }
}

function vectorsOf(documents: readonly (readonly string[])[], stems: readonly string[]): Float64Array {
  const columns = chiefDirections(companyOf(documents, stems), stems.length, width + 6).slice(0, width)
  const vectors = new Float64Array(stems.length * width)
  for (let at = 0; at < stems.length; at++) {
    let sum = 0
    for (const [k, column] of columns.entries()) {
      vectors[at * width + k] = column[at]!
      sum += column[at]! ** 2
    }
    const length = Math.sqrt(sum) || 1
    for (let k = 0; k < width; k++) vectors[at * width + k]! /= length
  }
  return vectors
}

function companyOf(documents: readonly (readonly string[])[], stems: readonly string[]): Company {
  const places = new Map(stems.map((stem, at) => [stem, at]))
  const rows = stems.map(() => new Map<number, number>())
  for (const words of documents) {
    const ids = words.flatMap((word) => places.get(word) ?? [])
    for (let i = 0; i < ids.length; i++)
      for (let j = i + 1; j <= Math.min(ids.length - 1, i + reach); j++) {
        add(rows[ids[i]!]!, ids[j]!, 1 / (j - i))
        add(rows[ids[j]!]!, ids[i]!, 1 / (j - i))
      }
  }
  return informative(rows)
}

function add(row: Map<number, number>, key: number, value: number): void {
  row.set(key, (row.get(key) ?? 0) + value)
}

function informative(rows: readonly Map<number, number>[]): Company {
  const sums = rows.map((row) => [...row.values()].reduce((sum, value) => sum + value, 0))
  const soft = sums.map((sum) => sum ** softening)
  const total = soft.reduce((sum, value) => sum + value, 0)
  const starts = new Int32Array(rows.length + 1)
  const others: number[] = []
  const values: number[] = []
  for (const [one, row] of rows.entries()) {
    for (const [other, count] of [...row].sort(([a], [b]) => a - b)) {
      const told = Math.log((count * total) / (sums[one]! * soft[other]! + 1e-9))
      if (told <= 0) continue
      others.push(other)
      values.push(told)
    }
    starts[one + 1] = others.length
  }
  return { starts, others: Int32Array.from(others), values: Float64Array.from(values) }
}
