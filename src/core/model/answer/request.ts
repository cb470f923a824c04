import { z } from 'zod'
import type { Verdict } from '../../../schemas/claim.ts'
import { givesOrders } from '../../text/orders.ts'
import { dataBlock, dataWarning, type ModelRequest } from '../request.ts'

/** What a model answers: sentences, each with the findings it rests on. */
export const answerForm = z.object({
  sentences: z
    .array(
      z.object({
        text: z.string().describe('One sentence, in plain words and in the words of its findings'),
        findings: z.array(z.string()).describe('Ids of the findings that it rests on'),
      }),
    )
    .max(8),
})

export type AnswerProposal = z.infer<typeof answerForm>

/** A statement that the answer may tell: one of several papers, or of one alone. */
export interface Tellable {
  /** Short name in the request. */
  name: string
  /** Its id in the report. */
  id: string
  kind: 'finding' | 'single'
  verdict: Verdict
  confidence: number | null
  /** What its claims say, the one that words it first; each of one paper or more. */
  statements: readonly { claim: string; text: string; against: boolean }[]
  papers: number
}

const instructions = [
  'You write the answer to a research question: two to four sentences (more only where the question has more parts) over the findings that you get, each naming the ids of the findings it rests on. Answer each part of the question, the best supported first, and say where papers disagree and what one paper alone says.',
  'Each sentence tells one finding, or the two sides of one, or two findings joined by "and that", in at most 55 words and 400 characters. Take of a long statement the part that answers: words may be left out, in the order in which they stand, but none that denies, holds back, bounds or says for whom.',
  'Open with no more than "Papers report that", "One study reports that" or "Papers disagree whether A lowers B: …, but …", and link with "but", "whereas", "and that".',
  'Say nothing that a named finding does not say. Keep its names, numbers with their units, direction, denial, hedges and for whom it holds, in its own words; put nothing of one finding into the words of another. Give no other numbers and no advice.',
  'A finding that is disputed or contradicted is told as such ("Papers disagree whether …"); what one paper alone says is told as such ("One study reports that …").',
  dataWarning,
].join('\n')

/** How a verdict is called in the request. */
const verdictWords: Readonly<Record<Verdict, string>> = {
  supported: 'supported by independent papers',
  disputed: 'disputed: papers disagree',
  contradicted: 'contradicted by other papers',
  reported: 'one source alone says so',
  unverified: 'not checked',
}

/** The request for an answer over findings and what single papers say, in the order in which they are given. */
export function answerRequest(question: string, told: readonly Tellable[]): ModelRequest<AnswerProposal> {
  return {
    stage: 'answer',
    instructions,
    question: dataBlock({
      question,
      findings: told.map(({ name, verdict, papers, statements }) => ({
        id: name,
        verdict: verdictWords[verdict],
        papers,
        says: textsOf(statements, false),
        saysOtherwise: textsOf(statements, true),
      })),
    }),
    form: answerForm,
    version: '4',
  }
}

function textsOf(statements: Tellable['statements'], against: boolean): string[] {
  return statements.filter((one) => one.against === against && !givesOrders(one.text)).map(({ text }) => text)
}
