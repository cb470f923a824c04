import type { CertaintyLevel } from '../../schemas/certainty.ts'

/** The levels as sentences say them. */
export const certaintyWords: Readonly<Record<CertaintyLevel, string>> = {
  high: 'high',
  moderate: 'moderate',
  low: 'low',
  'very-low': 'very low',
}
