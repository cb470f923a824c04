import { z } from 'zod'
import { givesOrders } from '../../text/orders.ts'
import { splitSentences } from '../../text/sentences.ts'
import { dataBlock, dataWarning, type ModelRequest } from '../request.ts'
import type { Criterion } from './criteria.ts'

/** What a model says of each record of a batch. */
export const screeningForm = z.object({
  records: z
    .array(
      z.object({
        record: z.string().describe('Id of the record'),
        decision: z.enum(['keep', 'leave', 'unsure']),
        criterion: z
          .string()
          .describe(
            'Name of the criterion that decides: the subject that it is about, the subject that it is not about, or what excludes it',
          ),
      }),
    )
    .max(60),
})

export type ScreeningAnswer = z.infer<typeof screeningForm>

/** A record as it is shown: its own number in the batch, title and the beginning of its text. */
export interface ShownRecord {
  record: string
  title: string
  text: string
}

const instructions = [
  'You screen records for a literature review on one question. For each record say whether it may hold a finding on the question: keep, leave, or unsure.',
  'Judge by the criteria of the protocol only, and name the one that decides, by its name. Keep: the record is about the subject of a "subject:" criterion. Leave: it is not about that subject, or an "exclude:" criterion holds. Whether it is good or new does not matter. When in doubt say unsure: the record is kept then.',
  dataWarning,
].join('\n')

const longestText = 1200

/** The request for one batch. */
export function screeningRequest(
  question: string,
  criteria: readonly Criterion[],
  records: readonly ShownRecord[],
): ModelRequest<ScreeningAnswer> {
  return {
    stage: 'screening',
    instructions,
    question: dataBlock({
      question,
      criteria: criteria.map(({ name, says, terms }) => ({ name, says, names: terms.slice(0, 12) })),
      records,
    }),
    form: screeningForm,
    version: '1',
  }
}

/** A record as a model may see it: without sentences that give orders, and no longer than it takes to judge its subject. */
export function shownRecord(record: string, title: string, text: string): ShownRecord {
  const kept: string[] = []
  let length = 0
  for (const { text: sentence } of splitSentences(text)) {
    if (givesOrders(sentence)) continue
    length += sentence.length + 1
    if (length > longestText) break
    kept.push(sentence)
  }
  return { record, title: givesOrders(title) ? '' : title, text: kept.join(' ') }
}
