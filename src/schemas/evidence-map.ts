import { z } from 'zod'
import { claimId, findingId, slug } from './common.ts'

/** A row or a column of an evidence map: one thing under all of its names. */
export const mapLine = z.strictObject({
  id: slug.describe('Permanent within a map, safe as an anchor'),
  label: z.string().min(1).max(120).describe('What readers call it: the name that most papers use'),
  names: z.array(z.string()).default([]).describe('Other names under which the papers write of it'),
  facet: slug.optional().describe('The concept of the question that it stands for'),
  kind: z
    .enum(['named', 'general', 'other'])
    .describe('named: a thing; general: the thing of the whole question, not further named; other: the rest'),
})

/** What stands where a row and a column meet. Every pair of row and column has a cell; an empty one has no claim. */
export const mapCell = z.strictObject({
  row: slug,
  column: slug,
  findings: z.array(findingId).describe('Findings that two or more papers share'),
  claims: z.array(claimId).describe('Claims that belong to no finding, each said by one paper'),
  papers: z.int().nonnegative().describe('Papers behind them; 0: no claim was placed here'),
  support: z.int().nonnegative().describe('Findings and claims whose verdict is supported'),
  dispute: z.int().nonnegative().describe('Findings and claims that are disputed or contradicted'),
  single: z
    .int()
    .nonnegative()
    .describe('Findings and claims of which no other paper was recognised as confirming or denying them'),
  naming: z
    .int()
    .nonnegative()
    .optional()
    .describe(
      'Of an empty cell: papers whose texts name both its row and its column; absent where one of them is the rest',
    ),
})

/** The evidence of one question: interventions or comparisons down, outcomes across. */
export const evidenceMap = z.strictObject({
  rows: z.array(mapLine),
  columns: z.array(mapLine),
  cells: z.array(mapCell).describe('Row by row, in the order of the columns, the empty ones included'),
})

export type MapLine = z.infer<typeof mapLine>
export type MapCell = z.infer<typeof mapCell>
export type EvidenceMap = z.infer<typeof evidenceMap>
