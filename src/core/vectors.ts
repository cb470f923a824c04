import { stemmer } from 'stemmer'

/** A sparse vector: places in ascending order and the weight at each. */
export interface SparseVector {
  places: Uint32Array
  weights: Float64Array
}

/** Stemmed words of a text in their order: letters and digits, lower case, diacritics removed, no single characters. */
export function stems(text: string): string[] {
  const plain = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  return (plain.match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => word.length > 1).map(stem)
}

const known = new Map<string, string>()

function stem(word: string): string {
  const found = known.get(word)
  if (found !== undefined) return found
  const made = stemmer(word)
  if (known.size < 200_000) known.set(word, made)
  return made
}

/** TF-IDF vectors of length 1 over words and pairs of neighbouring words that at least two texts share. */
export function tfIdf(texts: readonly (readonly string[])[]): { vectors: SparseVector[]; size: number } {
  const bags = texts.map((words) => countAll([...words, ...pairs(words)]))
  const frequency = new Map<string, number>()
  for (const bag of bags) for (const term of bag.keys()) frequency.set(term, (frequency.get(term) ?? 0) + 1)
  const place = new Map<string, number>()
  for (const [term, count] of frequency) if (count > 1) place.set(term, place.size)
  const vectors = bags.map((bag) => {
    const entries = [...bag]
      .filter(([term]) => place.has(term))
      .map(([term, count]): [number, number] => [
        place.get(term)!,
        (1 + Math.log(count)) * (1 + Math.log(texts.length / frequency.get(term)!)),
      ])
      .sort((a, b) => a[0] - b[0])
    return unitVector(entries)
  })
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
  for (let index = 0; index < vector.places.length; index++)
    sum += vector.weights[index]! * dense[vector.places[index]!]!
  return sum
}

/** Adds a sparse vector, scaled, to a dense one. */
export function addTo(dense: Float64Array, vector: SparseVector, scale: number): void {
  for (let index = 0; index < vector.places.length; index++) {
    const place = vector.places[index]!
    dense[place] = dense[place]! + scale * vector.weights[index]!
  }
}
