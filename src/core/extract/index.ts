import type { Paper, Study } from '../../schemas/paper.ts'
import type { Question } from '../../schemas/question.ts'
import { claimId } from '../claim-id.ts'
import { quantitiesOf } from '../quantities/index.ts'
import { designLabels } from '../study/index.ts'
import { abbreviationsOf } from './abbreviations.ts'
import { type Addressed, address } from './addressing.ts'
import { type Dropped, paperCandidates } from './candidates.ts'
import { type CandidateClaim, mergeClaims } from './merge-claims.ts'
import { type Limits, limitsFor, selectClaims } from './select.ts'

export { type CandidateClaim, mergeClaims } from './merge-claims.ts'

/** Claims of the papers that address the question, and every candidate that is not among them, with the rule and why. */
export interface ExtractResult {
  claims: CandidateClaim[]
  dropped: Dropped[]
}

/** Takes atomic, self-contained claims from the stored texts of papers. Same papers and question, same claims. */
export function extractClaims(papers: readonly Paper[], question: Question, limits?: Limits): ExtractResult {
  const subjects = question.facets
    .filter(({ role }) => role === 'subject')
    .flatMap(({ terms }) => terms.filter((term) => !term.includes('*')))
  const abbreviations = abbreviationsOf(papers)
  const found = papers.map((paper) => paperCandidates(paper, subjects, abbreviations(paper)))
  const addressed = address(
    found.flatMap(({ candidates }) => candidates),
    question,
  )
  const speaking = new Set(addressed.kept.map(({ paper }) => paper)).size
  const selected = selectClaims(addressed.kept, limits ?? limitsFor(speaking))
  const studies = new Map(papers.map(({ id, study }) => [id, study]))
  const claims = mergeClaims(selected.kept.map((claim) => toClaim(claim, studies.get(claim.paper))))
  return { claims, dropped: [...found.flatMap(({ dropped }) => dropped), ...addressed.dropped, ...selected.dropped] }
}

function toClaim(claim: Addressed, study: Study | undefined): CandidateClaim {
  const { paper, section, start, end, quote } = claim
  return {
    id: claimId(paper, quote, claim.place),
    text: claim.text,
    sources: [{ paper, section, start, end, quote }],
    facet: claim.facet,
    relevance: claim.relevance,
    quantities: quantitiesOf(quote),
    ...(study ? { design: designLabels[study.design] } : {}),
    ...(study?.sampleSize ? { sampleSize: study.sampleSize } : {}),
  }
}
