import lists from './lists/name-particles.json' with { type: 'json' }
import { anyOf, wordsOf } from './word-list.ts'

/** Source of a pattern for the small words of family names: "van", "de", "al". */
export const nameParticle = anyOf(wordsOf(lists.particles))
