import { sha256 } from '../../src/core/hash.ts'

/** Weights with a version that is told by what they are. */
export function versioned<T extends object>(weights: T): T & { version: string } {
  return { version: sha256(JSON.stringify(weights)).slice(0, 12), ...weights }
}
