import { z } from 'zod'
import { verdict } from './claim.ts'
import { claimId, day, paperId } from './common.ts'

const who = z.string().min(1).describe('Name of the person who decided')
const why = z.string().min(3).describe('Reason, shown to readers')

/** A person's decision on one paper of the screening. */
export const screeningDecision = z
  .strictObject({
    paper: paperId.optional().describe('Id of the paper'),
    doi: z.string().min(5).optional().describe('DOI of the paper, where its id is not known'),
    decision: z.enum(['include', 'exclude']),
    who,
    when: day,
    why,
  })
  .refine((entry) => (entry.paper === undefined) !== (entry.doi === undefined), 'either a paper or a doi')

/** A person's verdict on one claim. */
export const verdictDecision = z.strictObject({ claim: claimId, verdict, who, when: day, why })

/** `content/questions/<slug>.decisions.yaml`: what a person overruled. It is kept, shown as such, and never rewritten. */
export const decisions = z.strictObject({
  screening: z.array(screeningDecision).default([]),
  verdicts: z.array(verdictDecision).default([]),
})

export type Decisions = z.infer<typeof decisions>
