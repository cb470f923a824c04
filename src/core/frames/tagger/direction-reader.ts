import { signedBytes } from '../../signed-bytes.ts'
import { type Direction, directions } from '../frame.ts'

/** What a finding may be told to say of its direction: one of the directions, or that something is there, which has none. */
export const directionLabels = [...directions, 'exists'] as const

/** Weights of clues, one for each label, as signed bytes in base64, with what a step is worth; those of no clue at all stand last. */
export interface StoredDirections {
  version: string
  provenance: string
  /** Clues in the order of their rows, one a line. */
  clues: string
  step: number
  bytes: string
}

/** Says by the clues of a sentence which way its finding goes; null where it has no direction. */
export type DirectionReader = (clues: readonly string[]) => Direction | null

/** Reads directions with stored weights: the likeliest label of a multinomial logistic model. */
export function directionReader({ clues, bytes }: StoredDirections): DirectionReader {
  const weights = signedBytes(bytes)
  const count = directionLabels.length
  const names = clues.split('\n')
  const rows = new Map(names.map((clue, at) => [clue, at]))
  return (seen) => {
    const places = [...seen.flatMap((clue) => rows.get(clue) ?? []), names.length]
    const scores = directionLabels.map((_, label) =>
      places.reduce((sum, row) => sum + weights[row * count + label]!, 0),
    )
    const likeliest = directionLabels[scores.indexOf(Math.max(...scores))]!
    return likeliest === 'exists' ? null : likeliest
  }
}
