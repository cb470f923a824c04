import type { Panel } from '../../schemas/report.ts'
import { ceilingsOver } from './ceilings.ts'
import { type PanelInput, panelFacts } from './facts.ts'
import type { Reviewer } from './reviewer.ts'
import { adversary } from './reviewers/adversary.ts'
import { benchmarks } from './reviewers/benchmarks.ts'
import { citations } from './reviewers/citations.ts'
import { coverage } from './reviewers/coverage.ts'
import { evidence } from './reviewers/evidence.ts'
import { impact } from './reviewers/impact.ts'
import { numbers } from './reviewers/numbers.ts'
import { reproducibility } from './reviewers/reproducibility.ts'
import { uncertainty } from './reviewers/uncertainty.ts'

export { ceilings } from './ceilings.ts'
export type { PanelInput, ReportDraft } from './facts.ts'

/** The reviewers in the order in which they are shown. */
export const reviewers: readonly Reviewer[] = [
  adversary,
  evidence,
  citations,
  numbers,
  coverage,
  uncertainty,
  reproducibility,
  benchmarks,
  impact,
]

/**
 * Every reviewer's score and findings on a report. The score of the panel is the median of the reviewers, but no more
 * than the lowest of the ceilings that the report is under; it is shown with their range and with the agreement: 1 minus
 * the mean distance to the median over 9.
 */
export function reviewReport(input: PanelInput): Panel {
  const facts = panelFacts(input)
  return summarise(
    reviewers.map((one) => one.review(facts)),
    ceilingsOver(facts),
  )
}

/**
 * Median under its ceilings, range and agreement of the reviewers with written rubrics. Models rate generously, so their reviews are shown
 * beside the others and never counted in.
 */
export function summarise(reviews: Panel['reviews'], over: Panel['ceilings'] = []): Panel {
  const scores = reviews
    .filter((review) => review.kind === 'deterministic')
    .map((review) => review.score)
    .sort((a, b) => a - b)
  const middle = Math.floor(scores.length / 2)
  const upper = scores[middle] ?? 1
  const median = scores.length % 2 === 1 ? upper : (upper + (scores[middle - 1] ?? upper)) / 2
  const score = Math.min(median, ...over.map((ceiling) => ceiling.score))
  const distance = scores.reduce((sum, one) => sum + Math.abs(one - median), 0) / (scores.length || 1)
  const agreement = Math.round((1 - distance / 9) * 1000) / 1000
  const low = Math.min(score, scores[0] ?? score)
  return { score, low, high: scores.at(-1) ?? score, agreement, reviews, ceilings: [...over] }
}
