import type { ClaimFrame } from '../../schemas/claim.ts'
import type { Facet } from '../../schemas/question.ts'
import { compileFacets, facetScores } from '../question/facets/index.ts'
import type { CandidateClaim } from './merge-claims.ts'

type Filed = Pick<CandidateClaim, 'text' | 'facet'> & { frame?: ClaimFrame | undefined }

/**
 * The facet of each claim by what it says was measured: where that names an asked outcome, this. Else it stays where its words put it: what
 * is asked as an outcome may be where something was measured, or what was done.
 */
export function byOutcome(facets: readonly Facet[]): (claim: Filed) => string | null {
  const outcomes = facets.filter(({ role, part }) => role === 'aspect' && part === 'outcome')
  const compiled = compileFacets(outcomes)
  return ({ facet, frame }) => {
    const measured = (frame?.outcome ?? []).flatMap((span) => (span.inherited ? [] : span.text))
    const named = facetScores(compiled, measured.join('; ')).flatMap(({ id, hits }) => (hits.length > 0 ? [id] : []))
    return facet !== null && named.includes(facet) ? facet : (named[0] ?? facet)
  }
}
