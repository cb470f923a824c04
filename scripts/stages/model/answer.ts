import { compareWithSentence } from '../../../src/core/compare/frames/compare-frames.ts'
import { frameReader } from '../../../src/core/frames/reader.ts'
import { type AnswerGround, checkAnswer } from '../../../src/core/model/answer/check.ts'
import { answerRequest, type Tellable } from '../../../src/core/model/answer/request.ts'
import { tellables } from '../../../src/core/model/answer/tellable.ts'
import { entryOf } from '../../../src/core/model/work.ts'
import type { Claim, Finding } from '../../../src/schemas/claim.ts'
import type { Report } from '../../../src/schemas/report.ts'
import { openLanguage } from '../../io/frames.ts'
import { askFor, type ModelBeside } from './asking.ts'

/** The answer of a model where every sentence of it follows from the findings that it names; null where our own composition stands. */
export async function answerByModel(
  question: string,
  claims: readonly Claim[],
  findings: readonly Finding[],
  beside: ModelBeside | null,
): Promise<Report['answer'] | null> {
  if (!beside?.stages.has('answer')) return null
  const told = tellables(claims, findings)
  if (told.length === 0) return null
  const answer = await askFor(answerRequest(question, told), beside)
  if (!answer) return null
  const { sentences, refused } = checkAnswer(answer, groundOf(told))
  const entry = entryOf(beside.account, 'answer')
  entry.refused.push(...refused)
  entry.counted += sentences?.length ?? 0
  return (
    sentences?.map(({ text, told: named, verdict, confidence }) => ({
      ...{ text, verdict, confidence },
      findings: named.filter(({ kind }) => kind === 'finding').map(({ id }) => id),
      kind: named.some(({ kind }) => kind === 'finding') ? ('finding' as const) : ('single' as const),
      claims: [...new Set(named.flatMap(({ statements }) => statements.map(({ claim }) => claim)))],
    })) ?? null
  )
}

/** What an answer is held against: the statements, compared slot by slot. */
export function groundOf(told: readonly Tellable[]): AnswerGround {
  const reader = frameReader(openLanguage())
  return {
    told,
    compare: (sentence, statement) => compareWithSentence(sentence, statement, reader),
    states: (part) => reader.read(part).direction !== null,
  }
}
