import { analyse } from '../../src/core/text/analyse.ts'
import { seededRandom } from '../evaluate/random.ts'

/** Words to either side that count as company, the nearer the more. */
const reach = 15
/** Extra columns and rounds with which the search for the chief directions settles. */
const spare = 8
const rounds = 30
const furthest = 1

/** Which words keep company: a symmetric table, row by row, without the empty places. */
export interface Company {
  starts: Int32Array
  others: Int32Array
  values: Float64Array
}

/**
 * Vectors of words by the company they keep: positive pointwise mutual information brought to a few directions (Levy and
 * Goldberg 2014, https://papers.nips.cc/paper/5477), found by orthogonal iteration, each direction brought to spread one.
 * Row by row in the order of the stems. Same sentences, same vectors.
 */
export function learnWordVectors(sentences: Iterable<string>, stems: readonly string[], width: number): Float64Array {
  const company = informative(countCompany(sentences, stems), stems.length)
  const columns = chiefDirections(company, stems.length, width + spare).slice(0, width)
  const vectors = new Float64Array(stems.length * width)
  for (const [k, column] of columns.entries()) {
    const mean = column.reduce((sum, value) => sum + value, 0) / column.length
    const spread = Math.sqrt(column.reduce((sum, value) => sum + (value - mean) ** 2, 0) / column.length) || 1
    for (const [at, value] of column.entries()) vectors[at * width + k] = (value - mean) / spread
  }
  for (let at = 0; at < stems.length; at++) {
    const row = vectors.subarray(at * width, (at + 1) * width)
    const length = Math.sqrt(row.reduce((sum, value) => sum + value * value, 0) / width)
    if (length > furthest) for (let k = 0; k < width; k++) row[k]! /= length / furthest
  }
  return vectors
}

function countCompany(sentences: Iterable<string>, stems: readonly string[]): Map<number, number> {
  const known = new Map(stems.map((stem, at) => [stem, at]))
  const counts = new Map<number, number>()
  for (const sentence of sentences) {
    const words = analyse(sentence).tokens.filter(({ stop }) => !stop)
    const ids = words.map(({ stem, number }) => (number ? undefined : known.get(stem)))
    for (const [i, one] of ids.entries()) {
      if (one === undefined) continue
      for (let j = i + 1; j <= Math.min(ids.length - 1, i + reach); j++) {
        const other = ids[j]
        if (other === undefined) continue
        const key = Math.min(one, other) * stems.length + Math.max(one, other)
        counts.set(key, (counts.get(key) ?? 0) + 1 / (j - i))
      }
    }
  }
  return counts
}

/** Keeps what stands together more often than chance would have it; common words are held a little less likely than they are. */
function informative(counts: Map<number, number>, n: number): Company {
  const pairs = [...counts].flatMap(([key, count]) => {
    const [one, other] = [Math.floor(key / n), key % n]
    const pair = { one, other, count: one === other ? 2 * count : count }
    return one === other ? [pair] : [pair, { one: other, other: one, count }]
  })
  pairs.sort((a, b) => a.one - b.one || a.other - b.other)
  const sums = new Float64Array(n).fill(1)
  for (const { one, count } of pairs) sums[one]! += count
  const total = sums.reduce((sum, value) => sum + value, 0)
  const softened = sums.map((value) => value ** 0.75)
  const softTotal = softened.reduce((sum, value) => sum + value, 0)
  const chance = sums.map((value, at) => Math.sqrt((value / total) * (softened[at]! / softTotal)))
  const kept = pairs.flatMap(({ one, other, count }) => {
    const value = Math.log(count / total / (chance[one]! * chance[other]!))
    return value > 0 ? [{ one, other, value }] : []
  })
  const starts = new Int32Array(n + 1)
  for (const { one } of kept) starts[one + 1]!++
  for (let at = 0; at < n; at++) starts[at + 1]! += starts[at]!
  return {
    starts,
    others: Int32Array.from(kept, ({ other }) => other),
    values: Float64Array.from(kept, ({ value }) => value),
  }
}

/** Orthogonal iteration: columns that the table stretches most, each of length one. */
export function chiefDirections(company: Company, n: number, width: number): Float64Array[] {
  const random = seededRandom(1)
  let columns = orthonormal(Array.from({ length: width }, () => Float64Array.from({ length: n }, () => random() - 0.5)))
  for (let round = 0; round < rounds; round++)
    columns = orthonormal(columns.map((column) => stretched(company, column)))
  return columns
}

function stretched({ starts, others, values }: Company, column: Float64Array): Float64Array {
  const out = new Float64Array(column.length)
  for (let row = 0; row < out.length; row++) {
    let sum = 0
    for (let at = starts[row]!; at < starts[row + 1]!; at++) sum += values[at]! * column[others[at]!]!
    out[row] = sum
  }
  return out
}

function orthonormal(columns: readonly Float64Array[]): Float64Array[] {
  const done: Float64Array[] = []
  for (const column of columns) {
    const own = column.slice()
    for (const other of done) {
      const share = dot(own, other)
      for (let i = 0; i < own.length; i++) own[i]! -= share * other[i]!
    }
    const length = Math.sqrt(dot(own, own)) || 1
    done.push(own.map((value) => value / length))
  }
  return done
}

function dot(one: Float64Array, other: Float64Array): number {
  let sum = 0
  for (let i = 0; i < one.length; i++) sum += one[i]! * other[i]!
  return sum
}
