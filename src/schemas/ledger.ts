import { z } from 'zod'
import { day, paperId, seal, slug } from './common.ts'

export const states = ['duplicate', 'excluded', 'no-text', 'no-claim', 'included'] as const
export const recordState = z.enum(states)

/** One search as it was run. */
export const queryRun = z.strictObject({
  source: z.string(),
  text: z.string().describe('The query exactly as run'),
  day: day.describe('Day of the search whose answer is used'),
  hits: z.int().nonnegative().describe('Hits the source reported'),
  fetched: z.int().nonnegative().describe('Records fetched'),
  pages: z.int().nonnegative().default(1),
  kept: z
    .int()
    .positive()
    .optional()
    .describe('Records among the fetched that an earlier answer held and this one does not'),
  notExpressed: z.array(z.string()).default([]).describe('Parts of the protocol that the source cannot express'),
  order: z
    .string()
    .optional()
    .describe('In which order the source gives its hits, which decides what a list holds that the limit cuts short'),
  said: z
    .array(z.string())
    .optional()
    .describe('What the source said of the query: what it made of it, terms that it does not know'),
  status: z.enum(['found', 'not-found', 'unreachable']).default('found'),
  since: day.optional().describe('First day of the outage, where the source is unreachable'),
  reason: z.string().optional().describe('Why the source could not be reached, on the first day of the outage'),
  origin: z.string().optional().describe('Snowballing step, where the query is one'),
})

/** One row a record: what became of it and why. */
export const ledgerRecord = z.strictObject({
  id: z.string().min(1).describe('Source, file and place of the record, as in library:sleep.ris#12'),
  source: z.string(),
  title: z.string(),
  state: recordState,
  rule: z.string().describe('Name of the rule that decided, as in off-topic or duplicate-doi'),
  reason: z.string().min(1).describe('Why, in words'),
  paper: paperId.describe('The merged paper that the record became part of'),
  relevance: z.number().min(0).max(1).optional(),
  overruled: z.strictObject({ by: z.string(), day, reason: z.string(), was: recordState }).optional(),
})

export const count = z.strictObject({ value: z.int().nonnegative(), states: z.array(recordState) })

/** A candidate claim that is not in the report, and why. */
export const dropped = z.strictObject({ paper: paperId, text: z.string(), rule: z.string(), reason: z.string() })

/** `content/ledger/<slug>.json`: the PRISMA record from which every count is derived. */
export const ledger = z.strictObject({
  schema: z.literal(1).default(1),
  question: slug,
  queries: z.array(queryRun),
  records: z.array(ledgerRecord),
  rejected: z
    .array(z.strictObject({ file: z.string(), line: z.int().positive(), reason: z.string() }))
    .default([])
    .describe('Entries of library files that are no records'),
  dropped: z.array(dropped).default([]),
  counts: z.record(z.string(), count),
  seal,
})

export type Ledger = z.infer<typeof ledger>
export type Dropped = z.infer<typeof dropped>
export type LedgerRecord = z.infer<typeof ledgerRecord>
export type RecordState = z.infer<typeof recordState>
export type QueryRun = z.infer<typeof queryRun>
