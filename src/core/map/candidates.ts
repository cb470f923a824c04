import type { Axis, CandidateInput } from './candidate-input.ts'
import { facetCandidates } from './facet-candidates.ts'
import type { Candidate } from './lines.ts'
import { termCandidates } from './term-candidates.ts'

/** What could be rows, or columns: concepts of the question, and what several papers speak of. */
export function candidatesOf(axis: Axis, input: CandidateInput, enough: number): Candidate[] {
  const asked = facetCandidates(axis, input)
  return [...asked, ...termCandidates(axis, input, enough).filter((one) => !asked.some((other) => isAsked(one, other)))]
}

/** Whether a term is the one name of a concept: one that stands for a class has members beside it. */
function isAsked(one: Candidate, { keys }: Candidate): boolean {
  return keys.size === 1 && [...one.keys].some((key) => keys.has(key))
}
