import type { Verdict } from '../../schemas/claim.ts'

/** What counts towards a verdict: numbers of independent groups of papers. */
export interface Standing {
  /** Groups, other than the claim's own, that support it. */
  support: number
  /** Groups that refute it by a number, a rule, an nli or an llm engine, or a person. */
  refutation: number
  /** Groups that refute it by words alone: a possible conflict. */
  possible: number
  /** Whether the source of the claim is known by a span. */
  sourced: boolean
}

/** The verdict by the table of the design. It never says "true". */
export function decideVerdict({ support, refutation, possible, sourced }: Standing): Verdict {
  if (support > 0) return refutation + possible > 0 ? 'disputed' : 'supported'
  if (refutation > 0) return 'contradicted'
  if (possible > 0) return 'disputed'
  return sourced ? 'reported' : 'unverified'
}
