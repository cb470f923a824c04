import type { Claim, Evidence } from '../../schemas/claim.ts'
import type { Paper } from '../../schemas/paper.ts'
import { markExclusions } from '../verify/evidence.ts'
import { type Audit, claimsFileOf, type Family } from './family.ts'

/** Principle 6: retracted papers support nothing, and what is not independent does not count. */
export const standing: Family = (audit) => {
  for (const [slug, { claims }] of audit.content.claims) {
    claims.forEach((claim, at) => {
      claim.evidence.forEach((row, i) => {
        checkRetracted(audit, slug, `claims[${at}].evidence[${i}]`, row)
      })
      checkSources(audit, slug, claim, at)
      checkExclusions(audit, slug, claim, at)
    })
  }
}

function checkRetracted({ content, add }: Audit, slug: string, field: string, row: Evidence): void {
  const retracted = content.papers.get(row.paper)?.standing.state === 'retracted'
  if (retracted && row.excluded !== 'retracted' && row.stance !== 'neutral') {
    add(
      'retracted-support',
      claimsFileOf(slug),
      field,
      `${row.paper} is retracted but counts as evidence: run generate again`,
    )
  }
  if (!retracted && row.excluded === 'retracted' && content.papers.has(row.paper)) {
    add(
      'exclusion-wrong',
      claimsFileOf(slug),
      field,
      `${row.paper} is set aside as retracted, which it is not: run generate again`,
    )
  }
}

function checkSources({ content, add }: Audit, slug: string, claim: Claim, at: number): void {
  const retracted = claim.sources.filter((source) => content.papers.get(source.paper)?.standing.state === 'retracted')
  if (retracted.length === 0 || retracted.length < claim.sources.length) return
  if (!/retract/i.test(claim.confidenceNote ?? '')) {
    add(
      'retracted-unsaid',
      claimsFileOf(slug),
      `claims[${at}].confidenceNote`,
      `${retracted[0]!.paper}, on which the claim rests, is retracted, and nothing says so: run generate again`,
    )
  }
}

/** Whether rows that count are of papers that may count. */
function checkExclusions({ content, add }: Audit, slug: string, claim: Claim, at: number): void {
  const sources = claim.sources.map((source) => content.papers.get(source.paper))
  if (sources.some((paper) => !paper) || claim.evidence.some((row) => !content.papers.has(row.paper))) return
  const due = markExclusions(
    claim.evidence.map(({ excluded: _, ...row }) => row),
    sources as Paper[],
    content.papers,
  )
  claim.evidence.forEach((row, i) => {
    {
      const should = due[i]?.excluded
      if (row.excluded !== undefined || should === undefined || should === 'retracted' || row.stance === 'neutral')
        return
      const why = {
        'own-source': "is of the claim's own source",
        'same-group': "shares authors or data with the claim's source",
        superseded: 'is of a preprint whose article is here',
      }[should]
      add(
        'exclusion-wrong',
        claimsFileOf(slug),
        `claims[${at}].evidence[${i}]`,
        `counts although it ${why}: run generate again`,
      )
    }
  })
}
