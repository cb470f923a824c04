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
  const sources = new Set(claims.flatMap((claim) => claim.sources.map(({ paper }) => paper)))
  const known = new Map(papers.filter(({ id }) => sources.has(id)).map((paper) => [paper.id, paper]))
  const groups = independenceGroups([...known.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1)))
  const input = { claims: byId, papers: known, source: (paper: string) => groups.get(paper) ?? paper }
  return findings.map((finding) => {
    const heading = headingOf(finding, byId)
    const certainty = certaintyOf(finding, input)
    return { ...finding, ...(heading ? { heading } : {}), ...(certainty ? { certainty } : {}) }
  })
}
