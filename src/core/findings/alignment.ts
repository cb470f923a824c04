import type { Library, Weighted } from './library.ts'

/** How far one word may stand for another, 0 to 1. */
export type Like = (one: number, other: number) => number

/** What a library's own words are like before two of them may stand for each other. */
const likeFrom = 0.25
/** Rarity from which a word may name a thing, and the shares of titles or of exposures above which it does. */
const entity = { rarity: 3.5, titled: 0.35, exposure: 0.3, outcome: 0.5 }

/** Words that name what the library compares, by id. */
export function entitiesOf({ vocabulary: { stems, rarity, titled, exposure, outcome } }: Library): boolean[] {
  return stems.map(
    (_, id) =>
      rarity[id]! > entity.rarity &&
      (titled[id]! > entity.titled || exposure[id]! > entity.exposure) &&
      outcome[id]! < entity.outcome,
  )
}

/** Words up to which the likeness of all is kept; of more, that of so many pairs, a power of two. */
const most = { words: 2048, pairs: 1 << 14 }

/** Likeness of words by the company they keep; never one name of a thing for another. */
export function likeness({ vocabulary: { vectors } }: Library, names: readonly boolean[]): Like {
  const read = (one: number, other: number) => {
    if (names[one] && names[other]) return 0
    const [v, w] = [vectors[one], vectors[other]]
    if (!v || !w) return 0
    return Math.max(0, (dot(v, w) - likeFrom) / (1 - likeFrom))
  }
  return vectors.length > most.words ? lately(read, vectors.length) : always(read, vectors.length)
}

/** Keeps every value. */
function always(read: Like, words: number): Like {
  const values = new Float64Array(words * words).fill(-1)
  return (one, other) => {
    if (one === other) return 1
    const place = one * words + other
    if (values[place]! < 0) values[place] = values[other * words + one] = read(one, other)
    return values[place]!
  }
}

/** Keeps the values asked for of late. */
function lately(read: Like, words: number): Like {
  const keys = new Float64Array(most.pairs)
  const values = new Float64Array(most.pairs)
  return (one, other) => {
    if (one === other) return 1
    const key = one < other ? one + other * words : other + one * words
    const place = (Math.imul(one, 0x9e3779b1) ^ Math.imul(other, 0x9e3779b1)) >>> 18
    if (keys[place] !== key) {
      keys[place] = key
      values[place] = read(one, other)
    }
    return values[place]!
  }
}

/** Share of each one's weight for which the other has a word that may stand for it. */
export function aligned(one: Weighted, other: Weighted, like: Like): [number, number] {
  const n = one.ids.length
  const m = other.ids.length
  if (n === 0 || m === 0) return [0, 0]
  const back = new Float64Array(m)
  let there = 0
  let mass = 0
  for (let i = 0; i < n; i++) {
    let best = 0
    for (let j = 0; j < m; j++) {
      const value = like(one.ids[i]!, other.ids[j]!)
      if (value > best) best = value
      if (value > back[j]!) back[j] = value
    }
    there += one.weights[i]! * best
    mass += one.weights[i]!
  }
  let backSum = 0
  let backMass = 0
  for (let j = 0; j < m; j++) {
    backSum += other.weights[j]! * back[j]!
    backMass += other.weights[j]!
  }
  return [there / mass, backSum / backMass]
}

/** Product of two vectors. */
export function dot(one: Float32Array, other: Float32Array): number {
  let sum = 0
  for (let k = 0; k < one.length; k++) sum += one[k]! * other[k]!
  return sum
}
