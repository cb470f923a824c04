import type { Change } from '../../schemas/change.ts'
import type { Report } from '../../schemas/report.ts'
import type { Edition, Pair } from './edition.ts'
import { generalCause } from './general-cause.ts'

type Draft = Omit<Change, 'day'>

/** What changed of the report as a whole: the panel's score and the approval. */
export function reportChanges({ before, after }: Pair): Draft[] {
  const [old, now] = [before.report, after.report]
  const subject = now.slug
  const drafts: Draft[] = []
  if (old.panel?.score !== now.panel?.score)
    drafts.push({
      ...{ kind: 'score-changed', subject, cause: scoreCause(old, now) },
      ...{ before: scoreWords(old), after: scoreWords(now) },
    })
  if (old.gate.approved !== now.gate.approved)
    drafts.push({
      ...{ kind: 'approval-changed', subject, cause: approvalCause(now) },
      ...{ before: approvalWords(old), after: approvalWords(now) },
    })
  return drafts
}

/** The first entry of a report, or that it is back. */
export function reportAdded({ report, claims }: Edition, back: boolean): Draft {
  const papers = report.counts.included?.value ?? report.references.length
  const first = back ? 'the question is back' : 'first report on this question'
  const cause = report.imported
    ? `brought in from ${report.imported.file}: ${claims.length} claims, ${report.imported.references.length} references`
    : `${first}: ${claims.length} claims from ${papers} papers`
  return { kind: 'report-added', subject: report.slug, cause, before: null, after: report.title }
}

/** What is told where content changed and nothing else says why. */
export function reportChanged(pair: Pair): Draft {
  const subject = pair.after.report.slug
  return {
    kind: 'report-changed',
    subject,
    cause: `${generalCause(pair)}; no verdict changed`,
    before: null,
    after: null,
  }
}

/** That a report was taken down because its question is gone. */
export function reportRemoved({ report }: Edition): Draft {
  const cause = 'its question file was removed; what it said can still be read here'
  return { kind: 'report-removed', subject: report.slug, cause, before: report.title, after: null }
}

function scoreCause(old: Report, now: Report): string {
  if (!old.panel || !now.panel) return now.panel ? 'the panel reviewed it for the first time' : 'it has no review now'
  const was = new Map(old.panel.reviews.map(({ reviewer, score }) => [reviewer, score]))
  const is = new Set(now.panel.reviews.map(({ reviewer }) => reviewer))
  const moved = now.panel.reviews.flatMap(({ reviewer, label, score }) => {
    const before = was.get(reviewer)
    if (before === score) return []
    return [before === undefined ? `${label} reviews it now: ${score}` : `${label} ${before} → ${score}`]
  })
  const gone = old.panel.reviews
    .filter(({ reviewer }) => !is.has(reviewer))
    .map(({ label }) => `${label} reviews no more`)
  return `the reviewers' scores moved: ${[...moved, ...gone].join(', ')}`
}

/** The panel's score as a change tells it. */
export function scoreWords({ panel }: Report): string {
  return panel ? `${panel.score} of 10` : 'no score'
}

function approvalCause({ gate, panel }: Report): string {
  if (!gate.approved) return gate.reasons.join(' ').replace(/\.$/, '') || 'it falls short of the gate'
  return `the panel's score of ${panel?.score ?? 'none'} and the supported claims reach the gate`
}

/** Whether a report is approved, as a change tells it. */
export function approvalWords({ gate }: Report): string {
  return gate.approved ? 'approved' : 'not approved'
}
