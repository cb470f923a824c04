import type { Axis, CandidateInput } from './candidate-input.ts'
import type { Candidate } from './lines.ts'
import { type RowMeasure, termCandidates } from './term-candidates.ts'

/** Concepts of the question, and the usual outcomes of studies, by the side on which they belong. */
export type Concepts = Readonly<Record<Axis, readonly Candidate[]>>

/** What could be rows, or columns: concepts of the question, and what several papers speak of and no concept of either side names. */
export function candidatesOf(
  axis: Axis,
  input: CandidateInput,
  concepts: Concepts,
  enough: number,
  measure: RowMeasure = 'sure',
): Candidate[] {
  const asked = concepts[axis]
  const across = concepts[axis === 'rows' ? 'columns' : 'rows']
  const isTold = (one: Candidate) =>
    asked.some((other) => isAsked(one, other, input)) ||
    across.some(({ keys }) => [...one.keys].some((key) => keys.has(key)))
  return [...asked, ...termCandidates(axis, input, enough, measure).filter((one) => !isTold(one))]
}

/** Whether a term is a name of a concept; what is done may be a class, whose members are things of their own. */
function isAsked(one: Candidate, { keys, facet }: Candidate, { facets }: CandidateInput): boolean {
  const { part, role } = (facet === null ? undefined : facets[facet]) ?? {}
  const isClass = role === 'subject' || part === 'exposure' || part === 'comparator'
  return (!isClass || keys.size === 1) && [...one.keys].some((key) => keys.has(key))
}
