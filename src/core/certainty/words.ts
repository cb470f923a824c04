import type { CertaintyLevel } from '../../schemas/certainty.ts'

/** The levels as sentences say them. */
export const certaintyWords: Readonly<Record<CertaintyLevel, string>> = {
  high: 'high',
  moderate: 'moderate',
  low: 'low',
  'very-low': 'very low',
}

/** `a`, `a and b`, `a, b and c`. */
export const listed = (parts: readonly string[]) =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`

/** With a capital first letter. */
export const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
