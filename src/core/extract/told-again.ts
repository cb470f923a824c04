import type { Candidate } from './candidates.ts'

/**
 * Parts candidates of one text from those that another one holds whole: a sentence that the next one needs to be understood is told
 * with it, and not again alone.
 */
export function partHeld(candidates: readonly Candidate[]): { kept: Candidate[]; held: Candidate[] } {
  const isHeld = (one: Candidate) => candidates.some((other) => holds(other, one))
  return { kept: candidates.filter((one) => !isHeld(one)), held: candidates.filter(isHeld) }
}

const holds = (other: Candidate, one: Candidate) =>
  other.section === one.section && other.start === one.start && other.end > one.end
