import type { Content } from '../../../src/core/audit/content.ts'
import type { Claim } from '../../../src/schemas/claim.ts'

/** Good content with one error planted, and where the error is. */
export interface Planted {
  content: Content
  /** Id of the claim that is wrong now; null where the error is no claim's. */
  claim: string | null
  /** Files in which the error may rightly be reported. */
  files: readonly string[]
  /** Other claims that the error touches too, which are not accused in vain. */
  touched: readonly string[]
  /** What was planted, in words. */
  what: string
}

/** Where an error is to be planted. `content` is a fresh copy and may be changed. */
export interface Ground {
  content: Content
  slug: string
  /** Place of the claim among the claims of the question. */
  at: number
  claim: Claim
  /** A number from 0 to 1 that is the same for the same claim and kind. */
  draw: (salt: string) => number
}

/** One kind of error. `plant` gives null where this claim cannot carry it. */
export interface Canary {
  /** Permanent name, as in `number-changed`. */
  id: string
  /** What is planted, for readers. */
  label: string
  plant: (ground: Ground) => Planted | null
}

/** The claim's text replaced: everything that follows from it is composed again afterwards. */
export function reworded(ground: Ground, text: string | null, what: string): Planted | null {
  const { content, slug, claim } = ground
  if (text === null || text === claim.text) return null
  claim.text = text
  return { content, claim: claim.id, files: [`claims/${slug}.json`], touched: [], what }
}

/** One of the places where a pattern stands in a text, drawn for this claim; null where there is none. */
export function pickMatch(text: string, pattern: RegExp, ground: Ground, salt: string): RegExpExecArray | null {
  const found = [...text.matchAll(pattern)]
  return found[Math.floor(ground.draw(salt) * found.length)] ?? null
}

/** The text with a match replaced, its first letter in the match's own case. */
export function replaced(text: string, match: RegExpExecArray, by: string): string {
  const capital = /^\p{Lu}/u.test(match[0])
  const word = capital ? by.charAt(0).toUpperCase() + by.slice(1) : by
  return text.slice(0, match.index) + word + text.slice(match.index + match[0].length)
}

/** A pattern that finds any of the words of a table as whole words. */
export function anyOf(words: readonly string[]): RegExp {
  const sorted = [...words].sort((a, b) => b.length - a.length)
  return new RegExp(`(?<![\\p{L}\\p{N}-])(?:${sorted.join('|')})(?![\\p{L}\\p{N}-])`, 'giu')
}
