import { sha256 } from '../hash.ts'

/**
 * A claim's permanent id: made of its first source's paper, the verbatim quote, and its place among the claims of that
 * quote (from 0). Rewording the claim's text does not change it.
 */
export function claimId(paper: string, quote: string, place: number): string {
  return `c-${sha256(`${paper}\n${place}\n${quote}`).slice(0, 16)}`
}
