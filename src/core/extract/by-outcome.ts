import type { ClaimFrame } from '../../schemas/claim.ts'
import type { Facet } from '../../schemas/question.ts'
import { compileFacets, facetScores } from '../question/facets/index.ts'
import type { CandidateClaim } from './merge-claims.ts'

type Filed = Pick<CandidateClaim, 'text' | 'facet'> & { frame?: ClaimFrame | undefined }

/** Slots of what is no outcome. */
const others = ['exposure', 'comparator', 'population', 'dose', 'time'] as const

/**
 * The facet of each claim by what it says was measured: where that names an asked outcome, this; where an asked outcome is named only in what was
 * done, compared or for whom, another that it measured, or none. Where the frame has no outcome of its own, or the words stand elsewhere, the claim stays where its words put it.
 */
export function byOutcome(facets: readonly Facet[]): (claim: Filed) => string | null {
  const aspects = facets.filter(({ role, part }) => role === 'aspect' && (part === undefined || part === 'outcome'))
  const outcomes = new Set(aspects.flatMap(({ id, part }) => (part === 'outcome' ? [id] : [])))
  const compiled = compileFacets(aspects)
  const namedIn = (text: string) => facetScores(compiled, text).flatMap(({ id, hits }) => (hits.length > 0 ? [id] : []))
  return ({ text, facet, frame }) => {
    const measured = (frame?.outcome ?? []).flatMap((span) => (span.inherited ? [] : span.text))
    if (!frame || measured.length === 0) return facet
    const named = namedIn(measured.join('; '))
    if (facet !== null && named.includes(facet)) return facet
    const asked = named.find((id) => outcomes.has(id))
    if (asked !== undefined) return asked
    if (facet === null || !outcomes.has(facet) || !namedIn(text).includes(facet)) return facet
    return namedIn(without(text, frame)).includes(facet) ? facet : (named[0] ?? null)
  }
}

/** A claim's text without what was done, compared, for whom and when. */
function without(text: string, frame: ClaimFrame): string {
  return others
    .flatMap((slot) => frame[slot])
    .reduce(
      (left, { start, end }) =>
        start === undefined ? left : left.slice(0, start) + ' '.repeat(end! - start) + left.slice(end),
      text,
    )
}
