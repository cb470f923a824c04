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
    asked.some((other) => isAsked(one, other, input) || isDerived(one, other)) ||
    across.some(({ keys }) => [...one.keys].some((key) => keys.has(key)))
  return [...asked, ...termCandidates(axis, input, enough, measure).filter((one) => !isTold(one))]
}

/** Letters from which one word that begins another is the same by its root: "bicycl" of "bicyclist". */
const root = 5

/** Whether a word is formed from the name of a concept, or that from it: what it names is told there. */
function isDerived(one: Candidate, { keys }: Candidate): boolean {
  const begins = (a: string, b: string) => a.length >= root && b.startsWith(a)
  return [...one.keys].some(
    (key) =>
      !key.includes(' ') &&
      [...keys].some((other) => !other.includes(' ') && (begins(key, other) || begins(other, key))),
  )
}

/** Whether a term is a name of a concept; what is done may be a class, whose members are things of their own. */
function isAsked(one: Candidate, { keys, facet }: Candidate, { facets }: CandidateInput): boolean {
  const { part, role } = (facet === null ? undefined : facets[facet]) ?? {}
  const isClass = role === 'subject' || part === 'exposure' || part === 'comparator'
  return (!isClass || keys.size === 1) && [...one.keys].some((key) => keys.has(key))
}
