import { z } from 'zod'
import { certaintyLevels } from './certainty.ts'
import { verdict } from './claim.ts'
import { claimId, day, findingId, paperId, seal, sha256, slug } from './common.ts'
import { count } from './ledger.ts'
import { modelWork } from './model-work.ts'
import { cslItem, standing } from './paper.ts'

/** A finding of a reviewer. It always names what it is about. */
export const panelFinding = z.strictObject({
  rule: z.string().describe('Permanent name, as in single-source'),
  severity: z.enum(['praise', 'note', 'minor', 'major']),
  text: z.string().min(1),
  claims: z.array(claimId).default([]),
  papers: z.array(paperId).default([]),
  counts: z.array(z.string()).default([]).describe('Names of counts or sections'),
})

export const review = z.strictObject({
  reviewer: z.string().describe('Permanent name of the reviewer'),
  label: z.string(),
  duty: z.string().describe('What this reviewer looks at, in one sentence'),
  dimensions: z.array(z.string()).describe('Dimensions of quality that the duty covers'),
  score: z.number().min(1).max(10),
  reason: z.string().describe('The step of the rubric that the score stands for'),
  findings: z.array(panelFinding),
  kind: z.enum(['deterministic', 'model']).default('deterministic'),
  model: z.string().optional().describe('Name of the model, for a review by one'),
  form: z
    .strictObject({
      strengths: z.array(z.string()),
      weaknesses: z.array(z.string()),
      questions: z.array(z.string()),
      limitations: z.array(z.string()),
      soundness: z.int().min(1).max(4),
      contribution: z.int().min(1).max(4),
      confidence: z.int().min(1).max(5).describe('How sure the reviewer is of its own review'),
    })
    .optional()
    .describe('The form that a model fills in'),
})

export const panel = z.strictObject({
  score: z
    .number()
    .min(1)
    .max(10)
    .describe(
      'Median of the reviewers with written rubrics, at most the lowest ceiling; models are shown beside it and never counted in',
    ),
  low: z.number(),
  high: z.number(),
  agreement: z.number().min(0).max(1).describe('1 minus the mean distance to the median over 9'),
  reviews: z.array(review).min(1),
  ceilings: z
    .array(z.strictObject({ rule: z.string(), score: z.number().min(1).max(10), text: z.string() }))
    .default([])
    .describe('What keeps the score down whatever the reviewers say, the lowest first'),
})

/** A passage of the report in Markdown with citations `[@key]`. Keys are those of `references`. */
export const reportSection = z.strictObject({ id: slug, heading: z.string(), markdown: z.string() })

export const reference = z.strictObject({
  key: z
    .string()
    .regex(/^[a-z0-9]+$/)
    .describe('Citation key, small letters and digits only'),
  paper: paperId,
})

/** A reference of an imported report as it was printed. */
export const importedReference = z.strictObject({
  text: z.string(),
  doi: z.string().nullable(),
  line: z.int().positive(),
  n: z.int().nonnegative().optional().describe('The number it bears, else its place'),
  key: z.string().nullable().optional().describe('Number, key or code that marks call it by'),
  pmid: z.string().nullable().optional(),
  pmcid: z.string().nullable().optional(),
  arxiv: z.string().nullable().optional(),
  url: z.string().nullable().optional().describe('Its address, letter by letter as printed'),
  title: z.string().nullable().optional(),
  lookup: z
    .strictObject({
      outcome: z.enum(['agrees', 'differs', 'other-work', 'not-found', 'web-page', 'unreachable']),
      fields: z.array(
        z.strictObject({ field: z.enum(['title', 'author', 'year']), printed: z.string(), found: z.string() }),
      ),
      standing: z.string().optional(),
      csl: cslItem.omit({ id: true }).optional().describe('The work as the registry has it, where it is this one'),
      day,
    })
    .optional()
    .describe('What registries say of it, and the day they were asked'),
  standing: standing.shape.state.optional().describe('What the library says of it that it was held against'),
})

/** A sentence of an imported report that cites. */
export const importedSentence = z.strictObject({
  text: z.string(),
  line: z.int().positive(),
  cites: z.array(z.int().nonnegative()).describe('Numbers of `references`; empty where its marks lead nowhere'),
  outcome: z
    .enum(['says-so', 'says-otherwise', 'not-in-abstract', 'cannot-be-read'])
    .optional()
    .describe('What the text of its own source says; absent where it was not held against one'),
  source: z
    .strictObject({
      n: z.int().nonnegative().nullable(),
      quote: z.string().nullable(),
      why: z.string(),
      confidence: z.number().min(0).max(1).optional().describe('Probability of the outcome, where one was learned'),
    })
    .optional()
    .describe('The reference that gives the outcome, its sentence, and why'),
  others: z
    .array(z.strictObject({ title: z.string(), outcome: z.enum(['says-so', 'says-otherwise']), quote: z.string() }))
    .optional()
    .describe('What papers of a library say that it does not cite; counts for nothing in the outcome'),
})

/** A sentence of the answer with what it rests on. */
export const answerSentence = z.strictObject({
  text: z.string(),
  findings: z.array(findingId).default([]).describe('Findings that it tells'),
  claims: z.array(claimId).describe('Claims that it tells, those that word its findings among them'),
  part: z.string().optional().describe('The part of the question that it answers, as in "effective"'),
  kind: z
    .enum(['finding', 'single', 'gap'])
    .default('finding')
    .describe(
      'finding: what several papers say; single: what papers say of which no second was recognised as confirming it; gap: what no text names, or no finding could be read on',
    ),
  verdict: verdict.nullable(),
  confidence: z.number().min(0).max(1).nullable(),
  certainty: z.enum(certaintyLevels).optional().describe('How sure, where it tells a finding'),
})

/** `content/reports/<slug>.json` */
export const report = z.strictObject({
  schema: z.literal(1).default(1),
  slug,
  origin: z.enum(['generated', 'imported']),
  title: z.string().min(1),
  question: z.string().min(1),
  topic: z.string(),
  authors: z.array(z.string()).default([]),
  date: day.describe('Day on which the content last changed'),
  searched: day.nullable().describe('Searched until'),
  answer: z
    .array(answerSentence)
    .describe('The answer in at most four sentences, each resting on findings or claims, or saying what is missing'),
  abstract: z.string(),
  sections: z.array(reportSection),
  limitations: z.array(
    z.strictObject({ text: z.string(), rests: z.string().describe('What shows it: a count, an engine, a source') }),
  ),
  facets: z.array(z.strictObject({ id: slug, label: z.string(), claims: z.array(claimId) })),
  counts: z.record(z.string(), count).describe('The counts of the ledger'),
  verdicts: z.record(verdict, z.int().nonnegative()),
  references: z.array(reference),
  panel: panel.nullable(),
  gate: z.strictObject({
    approved: z.boolean(),
    reasons: z.array(z.string()),
    minScore: z.number(),
    minSupported: z.int(),
  }),
  level: z
    .strictObject({ id: z.enum(['L0', 'L1', 'L2']), reason: z.string() })
    .describe('L0 nothing can be checked, L1 synthesis, L2 every claim is tied to a span'),
  engines: z.array(z.strictObject({ name: z.string(), version: z.string(), does: z.string() })),
  model: modelWork.optional().describe('What a language model did; absent where none was asked'),
  inputHash: sha256,
  stale: z.strictObject({ since: day, sources: z.array(z.string()) }).optional(),
  textKinds: z.strictObject({ abstract: z.int(), fulltext: z.int(), note: z.int() }),
  imported: z
    .strictObject({
      file: z.string(),
      claimedCounts: z.array(
        z.strictObject({ name: z.string(), value: z.number(), line: z.int().positive(), text: z.string() }),
      ),
      claimedScores: z.array(z.strictObject({ value: z.number(), outOf: z.number(), line: z.int().positive() })),
      references: z.array(importedReference),
      sentences: z.array(importedSentence).optional(),
      keys: z
        .record(z.string(), z.record(z.string(), z.union([z.string(), z.number()])))
        .optional()
        .describe('What its citation keys stand for, of the bibliography brought with it'),
      source: z.string().describe('The report as it was brought, whole'),
    })
    .optional(),
  seal,
})

export type Report = z.infer<typeof report>
export type AnswerSentence = z.infer<typeof answerSentence>
export type Panel = z.infer<typeof panel>
export type Review = z.infer<typeof review>
export type PanelFinding = z.infer<typeof panelFinding>
