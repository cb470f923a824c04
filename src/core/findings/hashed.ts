import { packBytes, signedBytes } from '../signed-bytes.ts'

/** A linear model over grams that are hashed into a fixed number of places; weights as bytes in base64. */
export interface HashedWeights {
  /** Number of places, a power of two. */
  places: number
  /** What one step of a byte is worth. */
  step: number
  bias: number
  bytes: string
}

/** Place of a gram: FNV-1a of its UTF-16 code units (public domain, http://www.isthe.com/chongo/tech/comp/fnv/). */
export function placeOf(gram: string, places: number): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < gram.length; at++) hash = Math.imul(hash ^ gram.charCodeAt(at), 0x01000193)
  hash ^= hash >>> 15
  return (hash >>> 0) & (places - 1)
}

/** Places of a list of grams, each once, in ascending order. */
export function placesOf(grams: Iterable<string>, places: number): number[] {
  return [...new Set([...grams].map((gram) => placeOf(gram, places)))].sort((a, b) => a - b)
}

/** A model ready to score lists of places. */
export function unpackHashed({ step, bias, bytes }: HashedWeights): (places: readonly number[]) => number {
  const values = signedBytes(bytes)
  return (places) => {
    let sum = 0
    for (const place of places) sum += values[place]!
    return bias + step * sum
  }
}

/** Packs weights into bytes; what is lost is below a 254th of the largest. */
export function packHashed(weights: Float64Array, bias: number): HashedWeights {
  const most = weights.reduce((top, value) => Math.max(top, Math.abs(value)), 0) || 1
  const step = Number((most / 127).toPrecision(5))
  return { places: weights.length, step, bias: Number(bias.toFixed(5)), bytes: packBytes(weights, step) }
}
