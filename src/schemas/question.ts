import { z } from 'zod'
import { day, slug } from './common.ts'

/**
 * A facet: one concept of the question. Facets with role `subject` say what a record must be about
 * (all of them, each through any of its terms); facets with role `aspect` say what is asked of the subject and group the findings.
 */
export const facet = z.strictObject({
  id: slug.describe('Short permanent name, used in claims'),
  label: z.string().min(1).max(120).describe('Heading under which readers see the findings'),
  role: z
    .enum(['subject', 'aspect'])
    .default('aspect')
    .describe('subject: a record must be about it; aspect: what is asked of the subject'),
  part: z
    .enum(['population', 'exposure', 'comparator', 'outcome'])
    .optional()
    .describe('What it is in the question: for whom or where, what is done or met, against what, what comes of it'),
  terms: z
    .array(z.string().min(2).max(120))
    .min(1)
    .describe(
      'Words and phrases that name the concept, synonyms included; a trailing * matches any ending, a leading one any beginning',
    ),
})

/** The front matter of `content/questions/<slug>.md`: a research question with its protocol. The body holds notes for readers. */
export const question = z.strictObject({
  schema: z.literal(1).default(1).describe('Version of this form'),
  question: z.string().min(12).max(600).describe('The research question, a whole sentence with its question mark'),
  title: z.string().min(3).max(160).optional().describe('Short heading for lists; the question itself where absent'),
  topic: z.string().min(2).max(60).default('General').describe('Topic under which the question is listed'),
  created: day.optional().describe('Day on which the protocol was written'),
  facets: z.array(facet).min(1).describe('The concepts of the question'),
  exclude: z
    .array(z.strictObject({ id: slug, reason: z.string().min(3), terms: z.array(z.string().min(2)).min(1) }))
    .default([])
    .describe('Off-topic subjects: a record whose title names one of the terms is excluded with the reason'),
  years: z
    .strictObject({ from: z.int().min(1500).max(2200).optional(), to: z.int().min(1500).max(2200).optional() })
    .default({})
    .describe('Years of publication, both ends included'),
  types: z
    .strictObject({ exclude: z.array(z.string()).default([]) })
    .default({ exclude: [] })
    .describe('CSL types that are screened out, as in "book" or "dataset"'),
  languages: z
    .array(z.string().regex(/^[a-z]{2}$/))
    .default([])
    .describe('Two-letter languages to keep; empty keeps all'),
  threshold: z.number().min(0).max(1).default(0.25).describe('Relevance below which a record is off topic, 0 to 1'),
  sources: z.array(z.string()).default(['library']).describe('Where to search, by name of the source'),
  library: z
    .array(slug)
    .default([])
    .describe('Folders under content/library that are read beside the one of this question'),
  snowball: z
    .boolean()
    .optional()
    .describe('Whether citations are followed one step forward and back from the papers that were kept'),
  limit: z.int().min(1).max(100_000).default(1000).describe('Most records taken from one source'),
})

export type Question = z.infer<typeof question>
export type QuestionInput = z.input<typeof question>
export type Facet = z.infer<typeof facet>
