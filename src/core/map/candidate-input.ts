import type { Facet } from '../../schemas/question.ts'
import type { Language } from '../frames/language.ts'
import { words } from '../text/light-stem.ts'
import { oneSpelling } from '../text/spelling.ts'
import { stem } from '../text/stem.ts'
import type { RoleOf } from './roles.ts'
import type { Terms } from './terms.ts'

/** The two sides of a map. */
export type Axis = 'rows' | 'columns'

/** What the lines of a map are chosen from. */
export interface CandidateInput {
  terms: Terms
  facets: readonly Facet[]
  role: RoleOf
  /** How rare a stem is in scholarly abstracts. */
  rarity: (stem: string) => number
  language: Language
}

/** "Walking, cycling and swimming": a heading that lists several things. */
export const isList = (label: string) => /, | and | or /.test(label)

/** Stems of a name, as terms have them. */
export function keyOf(name: string): string {
  return words(name.replace(/\*/g, ''))
    .map((word) => stem(oneSpelling(word)))
    .join(' ')
}
