import { withoutAccents } from '../text/accents.ts'
import { stem } from '../text/stem.ts'
import { stopWords } from '../text/stop-words.ts'

/** A sparse vector: places in ascending order and the weight at each. */
export interface SparseVector {
  places: Uint32Array
  weights: Float64Array
}

/** Vectors over the same terms. */
export interface VectorSpace {
  vectors: SparseVector[]
  /** Number of places. */
  size: number
}

/** Stemmed words of a text in their order: lower case, without accents, function words and single characters. */
export function stems(text: string): string[] {
  const plain = withoutAccents(text).toLowerCase()
  return (plain.match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => word.length > 1 && !stopWords.has(word)).map(stem)
}

/** TF-IDF vectors of length 1 over words and pairs of neighbouring words that at least two texts share. */
export function tfIdf(texts: readonly (readonly string[])[]): VectorSpace {
  const bags = texts.map((words) => countAll([...words, ...pairs(words)]))
  const frequency = new Map<string, number>()
  for (const bag of bags) for (const term of bag.keys()) frequency.set(term, (frequency.get(term) ?? 0) + 1)
  const place = new Map<string, number>()
  for (const [term, count] of frequency) if (count > 1) place.set(term, place.size)
  const rarity = (term: string) => 1 + Math.log((1 + texts.length) / (1 + frequency.get(term)!))
  const vectors = bags.map((bag) =>
    unitVector(
      [...bag]
        .filter(([term]) => place.has(term))
        .map(([term, count]): [number, number] => [place.get(term)!, (1 + Math.log(count)) * rarity(term)])
        .sort((a, b) => a[0] - b[0]),
    ),
  )
  return { vectors, size: place.size }
}

function unitVector(entries: readonly [number, number][]): SparseVector {
  const length = Math.sqrt(entries.reduce((sum, [, weight]) => sum + weight * weight, 0)) || 1
  return {
    places: Uint32Array.from(entries, ([place]) => place),
    weights: Float64Array.from(entries, ([, weight]) => weight / length),
  }
}

function countAll(terms: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1)
  return counts
}

function pairs(words: readonly string[]): string[] {
  return words.slice(1).map((word, index) => `${words[index]} ${word}`)
}

/** Scalar product of a sparse vector and a dense one. */
export function dot(vector: SparseVector, dense: Float64Array): number {
  let sum = 0
  for (let at = 0; at < vector.places.length; at++) sum += vector.weights[at]! * dense[vector.places[at]!]!
  return sum
}

/** Adds a sparse vector, scaled, to a dense one. */
export function addTo(dense: Float64Array, vector: SparseVector, scale: number): void {
  for (let at = 0; at < vector.places.length; at++) {
    const place = vector.places[at]!
    dense[place] = dense[place]! + scale * vector.weights[at]!
  }
}

/** Places of the values from the highest to the lowest; equal values keep their order. */
export function descending(values: readonly number[]): number[] {
  return values.map((_, index) => index).sort((a, b) => values[b]! - values[a]! || a - b)
}
