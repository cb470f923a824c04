import { z } from 'zod'
import { claimsFile } from './claim.ts'
import { sha256, slug } from './common.ts'
import { ledger } from './ledger.ts'
import { paper } from './paper.ts'
import { question } from './question.ts'
import { report } from './report.ts'

/** What a model once answered, with hashes of what it was asked and of what it said. */
export const bundledAnswer = z.strictObject({
  model: z.string(),
  request: sha256.describe('Hash of the whole request: model, instructions, question, form, settings'),
  response: sha256.describe('Hash of the answer'),
  answer: z.unknown(),
})

/** A report with everything that is needed to check it again offline: `npm run bundle`, `npm run verify-bundle`. */
export const bundle = z.strictObject({
  schema: z.literal(1),
  kind: z.literal('touchstone-bundle'),
  slug,
  parts: z.strictObject({
    question: question.nullable().describe('The protocol; null for an imported report'),
    report,
    claims: claimsFile,
    ledger: ledger.nullable().describe('Queries as run, every record with its state and reason'),
    papers: z.array(paper).describe('Every paper of the ledger and of the claims, with the text that is kept of it'),
    answers: z.array(bundledAnswer).describe('What models answered and verdicts or reviews rest on'),
  }),
  hashes: z.strictObject({
    parts: z.record(z.string(), sha256).describe('Hash of each part in its canonical form'),
    texts: z.record(z.string(), sha256).describe('Hash of the stored text of each paper'),
    sources: z.record(z.string(), sha256).describe('Hash of the rows that each source gave'),
    whole: sha256.describe('Hash of all hashes'),
  }),
})

export type Bundle = z.infer<typeof bundle>
