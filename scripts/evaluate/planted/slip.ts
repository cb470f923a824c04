import type { Mesh } from '../../../src/core/text/mesh.ts'
import type { WordNet } from '../../../src/core/text/wordnet.ts'
import type { ClaimFrame } from '../../../src/schemas/claim.ts'

/** What a slip may look things up in. None of it is read by the rules that have to catch the slip. */
export interface Sources {
  net: WordNet
  mesh: Mesh
}

/** A sound sentence, and what is known of it. */
export interface Ground {
  text: string
  frame: ClaimFrame | undefined
  /** A number from 0 to 1 that is the same for the same sentence, kind and salt. */
  draw: (salt: string) => number
}

/** The sentence with one thing altered, and what that was. */
export interface Altered {
  text: string
  what: string
}

/** One kind of error as people and programs make it. */
export interface Slip {
  /** Permanent name, as in `number-alone`. */
  id: string
  label: string
  /** Where what is put in comes from, in words. */
  from: string
  /** The error; null where the sentence cannot carry it. */
  plant: (ground: Ground, sources: Sources) => Altered | null
  /** The same place in another writing that means the same, which nobody should accuse; null where there is none. */
  restate: (ground: Ground, sources: Sources) => Altered | null
}

/** One of several, drawn; null where there is none. */
export function drawn<T>(list: readonly T[], ground: Pick<Ground, 'draw'>, salt: string): T | null {
  return list[Math.floor(ground.draw(salt) * list.length)] ?? null
}

/** A match of the sentence put otherwise, its first letter in its own case; null where nothing changes. */
export function putFor(text: string, match: RegExpMatchArray, by: string): Altered | null {
  const word = /^\p{Lu}\p{Ll}/u.test(match[0]) ? by.charAt(0).toUpperCase() + by.slice(1) : by
  if (word === match[0]) return null
  const at = match.index!
  return { text: text.slice(0, at) + word + text.slice(at + match[0].length), what: `"${match[0]}" became "${word}"` }
}

/** Alters one match of a pattern, the first in a drawn order for which there is another. */
export function alterMatch(
  ground: Ground,
  pattern: RegExp,
  other: (match: RegExpMatchArray) => string | null,
): Altered | null {
  const found = [...ground.text.matchAll(pattern)]
  const from = Math.floor(ground.draw('place') * found.length)
  for (const match of [...found.slice(from), ...found.slice(0, from)]) {
    const by = other(match)
    const altered = by === null ? null : putFor(ground.text, match, by)
    if (altered) return altered
  }
  return null
}
