import type { Claim, Finding } from '../../schemas/claim.ts'
import type { Paper } from '../../schemas/paper.ts'
import { headingOf } from '../findings/clearness.ts'
import { independenceGroups } from '../papers/independence.ts'
import { certaintyOf } from './index.ts'

/** Findings with the sentence under which they are listed and how sure one may be of them. */
export function toldFindings(
  findings: readonly Finding[],
  claims: readonly Claim[],
  papers: readonly Paper[],
): Finding[] {
  const byId = new Map(claims.map((claim) => [claim.id, claim]))
  const known = new Map(papers.map((paper) => [paper.id, paper]))
  const groups = independenceGroups(papers)
  const input = { claims: byId, papers: known, source: (paper: string) => groups.get(paper) ?? paper }
  return findings.map((finding) => {
    const heading = headingOf(finding, byId)
    const certainty = certaintyOf(finding, input)
    return { ...finding, ...(heading ? { heading } : {}), ...(certainty ? { certainty } : {}) }
  })
}
