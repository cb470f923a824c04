import type { Claim } from '../../src/schemas/claim.ts'
import type { Report, Review } from '../../src/schemas/report.ts'
import type { Run } from '../run.ts'

/** Reviews by the language models that the settings ask for; none where they ask for none. */
export async function askReviewers(report: Report, claims: readonly Claim[], run: Run): Promise<Review[]> {
  if (!run.asking || run.reviewers.length === 0) return []
  const { modelReviews } = await import('../engines/llm/reviewers.ts')
  return modelReviews(report, claims, run.reviewers, run.asking)
}
