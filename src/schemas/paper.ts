import { z } from 'zod'
import { day, paperId, seal, sha256 } from './common.ts'

export const name = z.union([
  z.strictObject({ family: z.string().min(1), given: z.string().optional(), suffix: z.string().optional() }),
  z.strictObject({ literal: z.string().min(1) }),
])

/** A CSL-JSON date reduced to what we keep: year, month, day. */
export const cslDate = z.strictObject({ 'date-parts': z.tuple([z.array(z.int()).min(1).max(3)]) })

/**
 * The bibliographic item, a validated part of CSL-JSON 1.0.2 (https://citeproc-js.readthedocs.io/en/latest/csl-json/markup.html).
 * Titles and names are plain text: markup of sources is removed when a record comes in.
 */
export const cslItem = z.strictObject({
  id: paperId,
  type: z.string().min(1).describe('CSL type, as in article-journal'),
  title: z.string().describe('Plain text; empty where the source gave none'),
  author: z.array(name).default([]),
  editor: z.array(name).optional(),
  issued: cslDate.optional().describe('Date of publication; a deposit date never stands in for it'),
  'year-suffix': z.string().optional().describe('Letter behind the year in one report; never stored'),
  dated: z.string().optional().describe('What the source says of the date where it names no year, as in press'),
  'container-title': z.string().optional(),
  'collection-title': z.string().optional(),
  'event-title': z.string().optional(),
  publisher: z.string().optional(),
  'publisher-place': z.string().optional(),
  volume: z.string().optional(),
  issue: z.string().optional(),
  page: z.string().optional(),
  number: z.string().optional(),
  edition: z.string().optional(),
  genre: z.string().optional(),
  DOI: z.string().optional().describe('Normalised: lower case, no address in front'),
  PMID: z.string().optional(),
  PMCID: z.string().optional(),
  ISSN: z.string().optional(),
  ISBN: z.string().optional(),
  URL: z.string().optional().describe('http or https only'),
  language: z.string().optional(),
  keyword: z.string().optional(),
})

/** Identifiers, each in its normal form. */
export const ids = z.strictObject({
  doi: z.string().optional(),
  pmid: z.string().optional(),
  pmcid: z.string().optional(),
  arxiv: z.string().optional().describe('Without version'),
  openalex: z.string().optional(),
  s2: z.string().optional(),
  dblp: z.string().optional(),
})

export const standing = z.strictObject({
  state: z.enum(['unchecked', 'current', 'corrected', 'concern', 'retracted', 'superseded']),
  notice: z.string().optional().describe('DOI of the notice, or of the article that supersedes a preprint'),
  checked: day.optional().describe('Day on which a registry was asked; absent where nobody was asked'),
  source: z.string().optional().describe('Who said so: a registry, or the library file'),
  record: z.string().optional().describe('Id of the record that says so, where no registry does'),
})

/** What a notice does to the work that it speaks of, and which work that is. A notice supports and refutes nothing. */
export const notice = z.strictObject({
  kind: z.enum(['retraction', 'concern', 'correction']),
  of: z
    .strictObject({ doi: z.string().optional(), pmid: z.string().optional(), title: z.string().optional() })
    .optional()
    .describe('The work as the notice names it'),
  paper: paperId.optional().describe('The work, where it is held'),
})

const textForms = ['abstract', 'fulltext', 'note', 'snippet'] as const

export const section = z.strictObject({
  name: z.string().min(1).describe('Unique within the text'),
  text: z.string().min(1),
  kind: z.enum(textForms).optional().describe('Where this section is of another kind than the text'),
  of: z
    .array(z.string())
    .optional()
    .describe('Questions that read this section instead of the first text; absent in that'),
  excerptOf: z
    .strictObject({ hash: sha256, characters: z.int().positive() })
    .optional()
    .describe('Set where only quoted passages of such a section are kept: hash and length of the whole'),
})

/** What is stored of a paper's text, and of which kind: a reading note is never presented as an abstract. */
export const paperText = z.strictObject({
  kind: z.enum(textForms),
  sections: z.array(section).min(1),
  address: z.string().optional().describe('Where a full text was read'),
  excerptOf: z
    .strictObject({ hash: sha256, characters: z.int().positive(), address: z.string().optional() })
    .optional()
    .describe(
      'Set where only quoted passages are kept: hash and length of the sections of the whole text, and where it was read',
    ),
})

export const provenance = z.strictObject({
  question: z.string().describe('Slug of the question whose run brought the record'),
  source: z.string().describe('Name of the source'),
  record: z.string().describe('Id of the record in the ledger of that question'),
  fields: z.array(z.string()).default([]).describe('Fields of the paper that were taken from this record'),
})

export const designs = [
  'meta-analysis',
  'systematic-review',
  'scoping-review',
  'randomised-trial',
  'non-randomised-trial',
  'trial',
  'cohort',
  'case-control',
  'cross-sectional',
  'case-report',
  'model',
  'animal',
  'laboratory',
  'benchmark',
  'guideline',
  'review',
  'opinion',
] as const

/** How a study was made, as far as its record and stored text say. */
export const study = z.strictObject({
  design: z.enum(designs),
  basis: z.string().describe('The words, or the type of publication, that show it'),
  sampleSize: z.int().positive().optional(),
  sampleOf: z.string().optional().describe('What the sample counts, as in patients or trials'),
  note: z.string().describe('Plain note on the risk of bias of this design, and on what the text says of it'),
})

/** One merged paper, `content/papers/<id>.json`. */
export const paper = z.strictObject({
  schema: z.literal(1).default(1),
  id: paperId,
  aliases: z.array(paperId).default([]).describe('Ids that identifiers which came later would have given'),
  csl: cslItem,
  ids,
  text: paperText.nullable().describe('null where no text was found'),
  standing,
  notice: notice.optional().describe('Set where the paper is a notice of a retraction, correction or concern'),
  versions: z
    .array(
      z.strictObject({
        paper: paperId.optional(),
        doi: z.string().optional(),
        relation: z.enum(['preprint-of', 'article-of']),
      }),
    )
    .default([])
    .describe(
      'preprint-of: the other is the article of this preprint; article-of: the other is a preprint of this article',
    ),
  openCopy: z.string().optional().describe('http or https address of an open copy'),
  readAt: z.array(z.string()).default([]).describe('Addresses at which a reading note says its facts were seen'),
  registry: z
    .strictObject({ doi: z.enum(['found', 'not-found', 'unreachable']), checked: day })
    .optional()
    .describe('What the registry of the DOI answered, if it was asked'),
  study: study.optional().describe('Design, size and risk of bias; absent where the text does not tell'),
  provenance: z.array(provenance).default([]),
  seal,
})

export type Paper = z.infer<typeof paper>
export type Study = z.infer<typeof study>
export type PaperText = z.infer<typeof paperText>
export type CslItem = z.infer<typeof cslItem>
export type CslName = z.infer<typeof name>
export type Ids = z.infer<typeof ids>
export type Standing = z.infer<typeof standing>
