import { z } from 'zod'
import { day, slug } from './common.ts'

/** What a rebuild altered, with its cause. */
export const change = z.strictObject({
  day,
  kind: z.enum([
    'claim-added',
    'claim-removed',
    'claim-reworded',
    'verdict-changed',
    'confidence-moved',
    'paper-added',
    'paper-removed',
    'paper-retracted',
    'paper-corrected',
    'score-changed',
    'report-added',
  ]),
  subject: z.string().describe('Id of the claim, paper or report'),
  cause: z.string().describe('Why, in words'),
  before: z.string().nullable(),
  after: z.string().nullable(),
})

/** `content/changes/<slug>.json`, newest first. */
export const changesFile = z.strictObject({ schema: z.literal(1).default(1), question: slug, changes: z.array(change) })

export type Change = z.infer<typeof change>
export type ChangesFile = z.infer<typeof changesFile>
