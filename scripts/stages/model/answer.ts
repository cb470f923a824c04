import { compareWithSentence } from '../../../src/core/compare/frames/sentences.ts'
import { frameReader } from '../../../src/core/frames/reader.ts'
import { type AnswerGround, checkAnswer } from '../../../src/core/model/answer/check.ts'
import { answerRequest, type Tellable } from '../../../src/core/model/answer/request.ts'
import { tellables } from '../../../src/core/model/answer/tellable.ts'
import { entryOf } from '../../../src/core/model/work.ts'
import type { Claim, Finding } from '../../../src/schemas/claim.ts'
import type { Report } from '../../../src/schemas/report.ts'
import { openLanguage } from '../../io/frames.ts'
import { askFor, askOnce, halvesOf, type ModelBeside } from './asking.ts'

/** The answer of a model where every sentence of it follows from the findings that it names; null where our own composition stands. */
export async function answerByModel(
  question: string,
  claims: readonly Claim[],
  findings: readonly Finding[],
  beside: ModelBeside | null,
): Promise<Report['answer'] | null> {
  if (!beside?.stages.has('answer')) return null
  const whole = tellables(claims, findings)
  if (whole.length === 0) return null
  const { told, answer } = await askForAnswer(question, whole, beside)
  if (!answer) return null
  const { sentences, refused } = checkAnswer(answer, groundOf(told, question))
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

/** Asks for the answer; where all that may be told is more than the model can read, over the weightiest half, and so on. */
async function askForAnswer(question: string, told: readonly Tellable[], beside: ModelBeside) {
  for (let some = told; some.length > 1; [some] = halvesOf(some)) {
    const { answer, tooLong } = await askOnce(answerRequest(question, some), beside)
    if (!tooLong) return { told: some, answer }
  }
  const least = told.slice(0, 1)
  return { told: least, answer: await askFor(answerRequest(question, least), beside) }
}

/** What an answer is held against: the statements, compared slot by slot. */
export function groundOf(told: readonly Tellable[], question: string): AnswerGround {
  const reader = frameReader(openLanguage())
  return {
    question,
    told,
    compare: (sentence, statement) => compareWithSentence(sentence, statement, reader),
    states: (part) => reader.read(part).direction !== null,
  }
}
