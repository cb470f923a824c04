import { z } from 'zod'
import { evidence, verdict } from './claim.ts'
import { claimId, day, findingId, paperId, seal, sha256, slug, span, unit } from './common.ts'

export const changeKinds = [
  'claim-added',
  'claim-removed',
  'claim-reworded',
  'verdict-changed',
  'confidence-moved',
  'claim-recomputed',
  'finding-added',
  'finding-removed',
  'finding-changed',
  'paper-added',
  'paper-removed',
  'paper-retracted',
  'paper-corrected',
  'paper-concern',
  'paper-superseded',
  'paper-cleared',
  'score-changed',
  'approval-changed',
  'report-added',
  'report-changed',
  'report-removed',
] as const

/** What a rebuild altered, with its cause. */
export const change = z.strictObject({
  day,
  kind: z.enum(changeKinds),
  subject: z.string().describe('Id of the claim, finding, paper or report'),
  cause: z.string().describe('Why, in words'),
  before: z.string().nullable(),
  after: z.string().nullable(),
  into: z
    .union([claimId, findingId])
    .optional()
    .describe(
      'The claim that says the same now, or the finding that holds its claims, where one was joined with another',
    ),
})

/** A claim as it was: what a reader who cited it saw. */
export const pastClaim = z.strictObject({
  text: z.string(),
  verdict,
  confidence: unit.nullable(),
  confidenceNote: z.string().optional(),
  sources: z.array(span),
  evidence: z
    .array(
      z.strictObject({
        ...span.shape,
        stance: evidence.shape.stance,
        possible: z.boolean().default(false),
        excluded: evidence.shape.excluded,
      }),
    )
    .describe('What spoke for or against it'),
})

/** One state of a claim that is no longer the present one. */
export const claimVersion = z.strictObject({
  hash: z
    .string()
    .regex(/^[0-9a-f]{12}$/)
    .describe('Hash of what the claim said, as in its permalink'),
  from: day.describe('First day on which the claim stood so'),
  until: day.describe('Day on which it changed or went'),
  claim: pastClaim,
})

/** A paper that changes or past claims name, kept because its own file may be gone. */
export const pastPaper = z.strictObject({
  title: z.string(),
  authors: z.string().describe('Short form of the authors'),
  year: z.int().nullable(),
  doi: z.string().nullable(),
})

/** What the last run rested on, so that the next can say why something changed. */
export const basis = z.strictObject({
  question: sha256.describe('Hash of the protocol'),
  decisions: sha256.describe('Hash of what people overruled'),
  settings: sha256.describe('Hash of the settings that a report depends on, the engine aside'),
  library: z.record(z.string(), sha256).describe('Library files with the hash of their bytes'),
  standings: z
    .record(paperId, z.enum(['corrected', 'concern', 'retracted', 'superseded']))
    .default({})
    .describe('Papers of the report with a notice'),
})

/** `content/changes/<slug>.json`, newest first: the history of a question, with everything that its addresses once showed. */
export const changesFile = z.strictObject({
  schema: z.literal(1).default(1),
  question: slug,
  title: z.string().optional().describe('Title of the report'),
  changes: z.array(change),
  versions: z
    .record(claimId, z.array(claimVersion))
    .default({})
    .describe('Past states of claims, the newest first; a claim that is gone has its last state here'),
  papers: z.record(paperId, pastPaper).default({}),
  topics: z.array(z.string()).optional().describe('Topics under which the report was listed before its present one'),
  basis: basis.optional(),
  seal,
})

export type Change = z.infer<typeof change>
export type ChangeKind = Change['kind']
export type ChangesFile = z.infer<typeof changesFile>
export type PastClaim = z.infer<typeof pastClaim>
export type ClaimVersion = z.infer<typeof claimVersion>
export type PastPaper = z.infer<typeof pastPaper>
export type Basis = z.infer<typeof basis>
