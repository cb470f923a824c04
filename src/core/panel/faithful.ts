import type { Claim } from '../../schemas/claim.ts'
import type { Paper } from '../../schemas/paper.ts'
import { claimFaithfulness } from '../compare/faithfulness.ts'

/** Claims that say something else than the passages they are tied to, compared anew, whatever is stored of it. */
export function misreadClaims(claims: readonly Claim[], papers: ReadonlyMap<string, Paper>): Claim[] {
  return claims.filter((claim) => claim.sources.length > 0 && !claimFaithfulness(claim, papers).faithful)
}

/** Claims with a passage that does not stand at its place in the stored text of its paper. */
export function lostClaims(claims: readonly Claim[], papers: ReadonlyMap<string, Paper>): Claim[] {
  return claims.filter((claim) => claim.sources.some((span) => !isSlice(papers.get(span.paper), span)))
}

/** Whether a passage is the exact slice of its paper's text. */
export function isSlice(paper: Paper | undefined, span: Claim['sources'][number]): boolean {
  const section = paper?.text?.sections.find(({ name }) => name === span.section)
  return section?.text.slice(span.start, span.end) === span.quote
}
