import type { NoWork } from '../work.ts'
import { mostCharacters, mostFields } from './entry.ts'

/** How much an entry holds: `noun` is what its format calls it, `parts` what is counted. */
export interface Size {
  noun: 'entry' | 'record' | 'row' | 'work'
  parts: 'fields' | 'lines' | 'cells' | 'values'
  count?: number
  characters?: number
}

/** Why an entry is too large to be read; null where it is not. */
export function tooLarge({ noun, parts, count = 0, characters = 0 }: Size): NoWork | null {
  if (count > mostFields)
    return { rule: 'too-many-fields', reason: `the ${noun} has ${count} ${parts}; at most ${mostFields} are read` }
  if (characters > mostCharacters)
    return { rule: 'too-long', reason: `the ${noun} has ${characters} characters; at most ${mostCharacters} are read` }
  return null
}
