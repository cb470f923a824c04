import { toldFindings } from '../src/core/certainty/told-findings.ts'
import { standing } from '../src/core/compose/answer/standing.ts'
import { groupFindings } from '../src/core/findings/group.ts'
import type { Outcome } from './outcome.ts'
import { checkpoint, type Run } from './run.ts'
import { composeEdition } from './stages/compose.ts'
import { gather } from './stages/gather.ts'
import { judge } from './stages/judge.ts'
import { mapEvidence } from './stages/map.ts'
import { answerByModel } from './stages/model/answer.ts'
import { modelBeside } from './stages/model/asking.ts'
import { readProtocol } from './stages/protocol.ts'
import { publish } from './stages/publish.ts'
import { askReviewers } from './stages/review.ts'

/**
 * The whole way from a question to its report in `content/`.
 * The costly stages keep their result on disk, so that a run that was stopped goes on where it was.
 */
export async function generateReport(slug: string, run: Run): Promise<Outcome> {
  const protocol = await readProtocol(slug, run)
  const beside = modelBeside(run)
  const { question, previous } = protocol

  const gathered = await gather(protocol, run, beside)
  await checkpoint(run, 'papers')
  const judged = await judge(gathered, protocol, run, beside)
  await checkpoint(run, 'claims')
  const { claims, papers, groups } = judged
  const findings = toldFindings(groupFindings(claims, protocol.findings, groups), claims, papers)
  const map = mapEvidence({ claims, findings, papers, question, ...(run.reader ? { reader: run.reader } : {}) })
  await checkpoint(run)
  const told = standing({ claims, findings, paper: new Map(papers.map((one) => [one.id, one])) })
  const modelAnswer = await answerByModel(question.question, told.claims, told.findings, beside)

  const compose = composeEdition({ ...gathered, ...judged, findings, map, modelAnswer }, protocol, run, beside)
  const first = previous?.date ?? run.today
  const draft = compose(first)
  const reviews = await askReviewers(draft.report, draft.claims.claims, run, beside)
  await checkpoint(run, 'report')
  if (run.asking?.estimate) return { slug, report: draft.report, written: [] }
  // Without a model the draft is the edition of its day.
  return publish(protocol, run, (day) => (beside === null && day === first ? draft : compose(day, reviews)))
}
