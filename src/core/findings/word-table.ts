import { signedBytes } from '../signed-bytes.ts'

/** Words of general scientific English by stem: how rare each is, and which company it keeps. */
export interface StoredWords {
  version: string
  provenance: string
  /** Stems with spaces between them, the commonest first. */
  stems: string
  /** Rarity of each stem in hundredths: log of documents over documents that have it. */
  rarity: readonly number[]
  /** Rarity of a stem that is not listed, in hundredths. */
  unknown: number
  /** Numbers of a vector; each vector has about the length one. */
  width: number
  step: number
  bytes: string
}

export interface WordTable {
  /** Rarity of a stem, the larger the rarer. */
  rarity(stem: string): number
  /** Vector of a stem, of length one, or null where it is not known. */
  vector(stem: string): Float32Array | null
  width: number
}

/** Reads a stored table. */
export function readWords(stored: StoredWords): WordTable {
  const { width } = stored
  const bytes = signedBytes(stored.bytes)
  const places = new Map(stored.stems.split(' ').map((stem, at) => [stem, at]))
  const made = new Map<number, Float32Array>()
  return {
    width,
    rarity: (stem) => {
      const at = places.get(stem)
      return (at === undefined ? stored.unknown : stored.rarity[at]!) / 100
    },
    vector: (stem) => {
      const at = places.get(stem)
      if (at === undefined) return null
      const known = made.get(at)
      if (known) return known
      const vector = unit(Float32Array.from(bytes.subarray(at * width, (at + 1) * width)))
      made.set(at, vector)
      return vector
    },
  }
}

/** The vector brought to the length one; one of zeros stays. */
export function unit(vector: Float32Array): Float32Array {
  let sum = 0
  for (const value of vector) sum += value * value
  const length = Math.sqrt(sum)
  if (length > 0) for (let at = 0; at < vector.length; at++) vector[at]! /= length
  return vector
}
