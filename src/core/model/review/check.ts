import { z } from 'zod'
import type { Claim } from '../../../schemas/claim.ts'
import { givesOrders } from '../../text/orders.ts'
import { type Refusal, refused } from '../request.ts'

/** The form that a reviewing model fills in. */
export const reviewForm = z.object({
  strengths: z.array(z.string()).max(8),
  weaknesses: z
    .array(
      z.object({
        text: z.string(),
        claims: z.array(z.string()).describe('Ids of the claims it is about'),
        grave: z.boolean(),
      }),
    )
    .max(12),
  questions: z.array(z.string()).max(8),
  limitations: z.array(z.string()).max(8),
  soundness: z.number().int().min(1).max(4),
  contribution: z.number().int().min(1).max(4),
  score: z.number().min(1).max(10),
  reason: z.string().describe('What the score rests on, one sentence'),
  confidence: z.number().int().min(1).max(5),
})

export type FilledReview = z.infer<typeof reviewForm>

/** A review without what gives orders to whoever reads it. */
export function withoutOrders(answer: FilledReview, no: Refusal[]): FilledReview {
  const keeps = (text: string) => {
    if (!givesOrders(text)) return true
    no.push(refused(text, 'orders'))
    return false
  }
  return {
    ...answer,
    strengths: answer.strengths.filter(keeps),
    weaknesses: answer.weaknesses.filter(({ text }) => keeps(text)),
    questions: answer.questions.filter(keeps),
    limitations: answer.limitations.filter(keeps),
    reason: keeps(answer.reason) ? answer.reason : 'no reason that counts',
  }
}

/** Weaknesses that name no claim of the report. */
export function unplaced({ weaknesses }: FilledReview, claims: readonly Claim[]): Refusal[] {
  const known = new Set(claims.map((claim) => claim.id))
  return weaknesses.filter((one) => !one.claims.some((id) => known.has(id))).map(({ text }) => refused(text, 'unknown'))
}
