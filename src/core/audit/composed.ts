import type { Report } from '../../schemas/report.ts'
import { composeReport } from '../compose/index.ts'
import { summarise } from '../panel/index.ts'
import { firstDifference } from './difference.ts'
import { type Audit, type Family, reportFile } from './family.ts'
import { unsupportedNumbers } from './uncarried-numbers.ts'

/** Fields of a report that follow from claims, papers and ledger alone. */
const derived = [
  'authors',
  'answer',
  'abstract',
  'sections',
  'limitations',
  'facets',
  'references',
  'level',
  'textKinds',
] as const

/** Principle 4 for whole reports: the text, the panel and the counts are what claims and ledger give. */
export const composed: Family = (audit) => {
  for (const [slug, report] of audit.content.reports) {
    checkPanel(audit, slug, report)
    if (report.origin === 'generated') compare(audit, slug, report)
  }
}

function compare(audit: Audit, slug: string, report: Report): void {
  const { content, add, today } = audit
  const file = reportFile(slug)
  const question = content.questions.get(slug)
  const held = content.claims.get(slug)
  const claims = held?.claims
  const ledger = content.ledgers.get(slug)
  for (const { field, number } of claims && ledger && question
    ? unsupportedNumbers(report, claims, ledger, question, content)
    : []) {
    add(
      'text-number',
      file,
      field,
      `the number ${number} is carried by no count, claim, reference or setting: run generate again`,
    )
  }
  if (!question || !claims || !ledger || audit.broken.has(file)) return
  if (
    report.question !== question.question ||
    report.topic !== question.topic ||
    report.title !== (question.title ?? question.question)
  ) {
    add('question-changed', file, 'question', 'the question file says something else: run generate again')
    return
  }
  const { minScore, minSupported } = report.gate
  const site = { ...content.site, gate: { minScore, minSupported } }
  const due = composeReport({
    slug,
    question,
    claims,
    findings: held?.findings ?? [],
    map: held?.map ?? null,
    papers: [...content.papers.values()],
    ledger,
    site,
    engines: report.engines,
    inputHash: report.inputHash,
    date: report.date || today,
    model: report.model,
    modelAnswer: answeredByModel(report) ? report.answer : null,
    modelReviews: report.panel?.reviews.filter((review) => review.kind === 'model') ?? [],
  })
  for (const field of derived) {
    const difference = firstDifference(report[field], due[field], field)
    if (difference) add('report-differs', file, difference.field, `${difference.message}: run generate again`)
  }
  const panel = firstDifference(report.panel, due.panel, 'panel')
  if (panel) add('panel-differs', file, panel.field, `${panel.message}: run generate again`)
}

/** Whether the answer is a model's: then it follows from no rule of composition, and `recheckAnswer` holds it to the findings. */
function answeredByModel({ model }: Report): boolean {
  return model?.stages.some(({ stage, counted }) => stage === 'answer' && counted > 0) ?? false
}

function checkPanel({ add }: Audit, slug: string, report: Report): void {
  if (!report.panel) return
  const due = summarise(report.panel.reviews, report.panel.ceilings)
  for (const field of ['score', 'low', 'high', 'agreement'] as const) {
    if (Math.abs(report.panel[field] - due[field]) > 1e-9) {
      add(
        'panel-differs',
        reportFile(slug),
        `panel.${field}`,
        `is ${report.panel[field]}, its reviews give ${due[field]}: run generate again`,
      )
    }
  }
  report.panel.reviews.forEach((review, i) => {
    review.findings.forEach((finding, j) => {
      if (finding.claims.length + finding.papers.length + finding.counts.length === 0) {
        add(
          'panel-differs',
          reportFile(slug),
          `panel.reviews[${i}].findings[${j}]`,
          'names no claim, paper or count: run generate again',
        )
      }
    })
  })
}
