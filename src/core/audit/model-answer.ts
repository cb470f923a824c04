import { standing } from '../compose/answer/standing.ts'
import { type AnswerGround, sentenceFault } from '../model/answer/check.ts'
import type { Tellable } from '../model/answer/request.ts'
import { tellables } from '../model/answer/tellable.ts'
import { refusalReasons } from '../model/request.ts'
import type { Content, Finding } from './content.ts'
import { reportFile } from './family.ts'
import { rules } from './rules.ts'

/** Holds the answer that a model gave for a question to its claims again, as it was held to them when it was given. */
export function recheckAnswer(
  content: Content,
  slug: string,
  groundOf: (told: readonly Tellable[], question: string) => AnswerGround,
): Finding[] {
  const report = content.reports.get(slug)
  const file = content.claims.get(slug)
  const byModel = report?.model?.stages.some(({ stage, counted }) => stage === 'answer' && counted > 0)
  if (!report || !file || !byModel) return []
  const { claims: standingClaims, findings } = standing({ ...file, paper: content.papers })
  const told = tellables(standingClaims, findings)
  const ground = groundOf(told, report.question)
  return report.answer.flatMap(({ text, claims }, at): Finding[] => {
    const named = told.filter(({ statements }) => statements.every(({ claim }) => claims.includes(claim)))
    const fault = sentenceFault(text, named, ground)
    if (!fault) return []
    const { severity } = rules['answer-unsupported']
    const message = `this sentence does not follow from the claims that it names: ${refusalReasons[fault]}; run generate again`
    return [{ rule: 'answer-unsupported', severity, file: reportFile(slug), field: `answer[${at}].text`, message }]
  })
}
