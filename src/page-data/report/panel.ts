import { summarise } from '../../core/panel/index.ts'
import type { Panel, PanelFinding, Report } from '../../schemas/report.ts'
import type { PaperOf } from '../claim/view.ts'
import { shown } from '../content/shown.ts'
import { paperHref } from '../links.ts'
import { shortName } from '../names.ts'
import { scoreWords } from '../words.ts'

/** The panel as it is printed. */
export interface PanelView {
  score: string
  /** Of the reviewers with written rubrics, before any ceiling. */
  median: string
  range: string
  /** What keeps the score down, the lowest first. */
  ceilings: { score: string; text: string }[]
  agreement: string
  approved: boolean
  minScore: number
  minSupported: number
  /** Reviewers with written rubrics. */
  reviewers: number
  reviews: {
    /** Whether a language model reviewed; its score is shown and never counted in. */
    model: boolean
    label: string
    duty: string
    score: string
    reason: string
    findings: { severity: PanelFinding['severity']; text: string; about: { words: string; href: string }[] }[]
  }[]
}

/** The panel with links from each finding to what it is about. */
export function panelView(
  panel: Panel,
  gate: Report['gate'],
  places: ReadonlyMap<string, { number: number; anchor: string }>,
  paperOf: PaperOf,
): PanelView {
  const about = (finding: PanelFinding) => [
    ...new Map(
      finding.claims
        .flatMap((id) => places.get(id) ?? [])
        .map(({ number, anchor }) => [anchor, { words: `finding ${number}`, href: `#${anchor}` }]),
    ).values(),
    ...finding.papers.map((id) => ({ words: nameOf(id, paperOf), href: paperHref(id) })),
  ]
  return {
    score: scoreWords(panel.score),
    median: scoreWords(summarise(panel.reviews).score),
    ceilings: panel.ceilings.map(({ score, text }) => ({ score: scoreWords(score), text: shown(text) })),
    range: `${scoreWords(panel.low)} to ${scoreWords(panel.high)}`,
    agreement: panel.agreement.toFixed(2),
    approved: gate.approved,
    minScore: gate.minScore,
    minSupported: gate.minSupported,
    reviewers: panel.reviews.filter(({ kind }) => kind === 'deterministic').length,
    reviews: panel.reviews.map((review) => ({
      model: review.kind === 'model',
      label: shown(review.label),
      duty: shown(review.duty),
      score: scoreWords(review.score),
      reason: shown(review.reason),
      findings: review.findings.map((finding) => ({
        severity: finding.severity,
        text: shown(finding.text),
        about: about(finding),
      })),
    })),
  }
}

function nameOf(id: string, paperOf: PaperOf): string {
  try {
    return shortName(paperOf(id).csl)
  } catch {
    return id
  }
}
