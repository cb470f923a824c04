import { type HashedWeights, unpackHashed } from './hashed.ts'

/** Models of general scientific English that know nothing of any library. */
export interface StoredGeneral {
  version: string
  provenance: string
  /** A sentence: is it a result or conclusion; does it find no difference; does it find less? */
  role: HashedWeights
  none: HashedWeights
  down: HashedWeights
  /** A word among its neighbours: is it part of an outcome; of an exposure? */
  outcome: HashedWeights
  exposure: HashedWeights
}

interface Hashed {
  places: number
  /** Log-odds of a list of places. */
  score: (places: readonly number[]) => number
}

export type GeneralModels = Readonly<Record<'role' | 'none' | 'down' | 'outcome' | 'exposure', Hashed>>

/** Reads stored models. */
export function readGeneral(stored: StoredGeneral): GeneralModels {
  const read = (weights: HashedWeights): Hashed => ({ places: weights.places, score: unpackHashed(weights) })
  const { role, none, down, outcome, exposure } = stored
  return { role: read(role), none: read(none), down: read(down), outcome: read(outcome), exposure: read(exposure) }
}
