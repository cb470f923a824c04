import { z } from 'zod'

/** The stages in which a language model may take part, in the order of the work. */
export const modelStages = [
  'protocol',
  'screening',
  'extraction',
  'findings',
  'verification',
  'answer',
  'review',
] as const
export const modelStage = z.enum(modelStages)
export type ModelStage = z.infer<typeof modelStage>

/** What a language model did for a report, stage by stage. It is the same whether an answer was given now or kept. */
export const modelWork = z.strictObject({
  name: z.string().min(1).describe('Provider and model'),
  stages: z
    .array(
      z.strictObject({
        stage: modelStage,
        answers: z.int().nonnegative().describe('Answers that were used, given now or kept'),
        missing: z
          .int()
          .nonnegative()
          .describe('Questions without a usable answer, for which the stage went on without the model'),
        counted: z.int().nonnegative().describe('Things that it said and that count'),
        refused: z.record(z.string(), z.int().positive()).describe('Things that it said and that do not, by reason'),
      }),
    )
    .describe('Stages in which it was asked, in the order of the work'),
})

export type ModelWork = z.infer<typeof modelWork>
