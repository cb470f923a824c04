import { z } from 'zod'
import { paperId } from './common.ts'

/** Levels of certainty, the surest first, as in GRADE. */
export const certaintyLevels = ['high', 'moderate', 'low', 'very-low'] as const

/** Questions of GRADE that abstracts can answer, and one of ours: whether the papers speak independently. */
export const certaintyQuestions = ['design', 'consistency', 'directness', 'precision', 'independence'] as const

/** The answer to one question, traceable to the papers it rests on. */
export const certaintyReason = z.strictObject({
  question: z.enum(certaintyQuestions),
  steps: z
    .int()
    .min(-3)
    .max(0)
    .describe('Levels that it takes away; for the design, how far below high the papers begin'),
  text: z.string().min(1).describe('In words a reader understands'),
  papers: z.array(paperId).describe('Papers that show it'),
})

/** How sure one may be of a finding, after GRADE as far as abstracts allow. Never a number. */
export const certainty = z.strictObject({
  level: z.enum(certaintyLevels),
  reasons: z.array(certaintyReason).min(1),
})

export type Certainty = z.infer<typeof certainty>
export type CertaintyLevel = Certainty['level']
export type CertaintyQuestion = (typeof certaintyQuestions)[number]
export type CertaintyReason = z.infer<typeof certaintyReason>
