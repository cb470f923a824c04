import type { Content } from '../../src/core/audit/index.ts'
import { composeReport } from '../../src/core/compose/index.ts'
import { groupFindings } from '../../src/core/findings/group.ts'
import type { Claim } from '../../src/schemas/claim.ts'
import type { Report } from '../../src/schemas/report.ts'

/** The report of a question composed again of these claims, as a program would that did not notice what is wrong with them. */
export function recomposed(content: Content, slug: string, claims: readonly Claim[]): Report {
  const { engines, inputHash, date, gate, model, answer } = content.reports.get(slug)!
  const file = content.claims.get(slug)!
  return composeReport({
    ...{ slug, claims, engines, inputHash, date, model },
    modelAnswer: model?.stages.some(({ stage, counted }) => stage === 'answer' && counted > 0) ? answer : null,
    question: content.questions.get(slug)!,
    findings: claims === file.claims ? file.findings : groupFindings(claims, file.findings),
    map: file.map ?? null,
    papers: [...content.papers.values()],
    ledger: content.ledgers.get(slug)!,
    site: { ...content.site, gate: { minScore: gate.minScore, minSupported: gate.minSupported } },
  })
}
