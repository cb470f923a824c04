import { entryOf } from '../../src/core/model/work.ts'
import type { Claim } from '../../src/schemas/claim.ts'
import type { Report, Review } from '../../src/schemas/report.ts'
import type { Run } from '../run.ts'
import { askFor, type ModelBeside, nameOf } from './model/asking.ts'

/** Reviews by the language models that the settings ask for; none where they ask for none. They stand beside the panel. */
export async function askReviewers(
  report: Report,
  claims: readonly Claim[],
  run: Pick<Run, 'reviewers'>,
  beside: ModelBeside | null,
): Promise<Review[]> {
  if (!beside?.stages.has('review') || run.reviewers.length === 0) return []
  const { modelReviews } = await import('../engines/llm/reviewers.ts')
  const by = {
    name: nameOf(beside.asking),
    ask: <T>(request: Parameters<typeof askFor<T>>[0]) => askFor(request, beside),
  }
  const { reviews, refused, counted } = await modelReviews(report, claims, run.reviewers, by)
  const entry = entryOf(beside.account, 'review')
  entry.refused.push(...refused)
  entry.counted += counted
  return reviews
}
