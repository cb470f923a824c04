import { z } from 'zod'

/** A calendar day, `YYYY-MM-DD`. Days, not instants: a run at noon and one at midnight write the same bytes. */
export const day = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, 'a day written YYYY-MM-DD')

/** The name of a question in addresses and file names. */
export const slug = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'small letters, digits and single hyphens, as in "copper-infection"')
  .max(80)

/** A paper's permanent id: see `src/core/papers/paper-id.ts`. Safe as a file name and in an address. */
export const paperId = z
  .string()
  .regex(/^(doi|pmid|pmcid|arxiv|openalex|s2|dblp|work)_[a-z0-9][a-z0-9._~-]*$/, 'a paper id')
  .max(160)

/** A claim's permanent id: see `src/core/extract/claim-id.ts`. */
export const claimId = z.string().regex(/^c-[0-9a-f]{16}$/, 'a claim id')

/** A finding's permanent id: that of the claim which it was first worded by, see `src/core/findings/group.ts`. */
export const findingId = z.string().regex(/^f-[0-9a-f]{16}$/, 'a finding id')

export const sha256 = z.string().regex(/^[0-9a-f]{64}$/, 'a SHA-256 in hexadecimal')

/** Hash over the rest of a file, set where the program writes it: shows that it was changed since. See `src/core/audit/seal.ts`. */
export const seal = sha256.optional().describe('Hash over the rest of the file, set by the program that wrote it')

export const unit = z.number().min(0).max(1)

/** A verbatim slice of one section of a paper's stored text. Offsets count UTF-16 code units; `end` is exclusive. */
export const span = z.strictObject({
  paper: paperId.describe('Id of the paper whose stored text holds the quote'),
  section: z.string().min(1).describe('Name of the section of the stored text'),
  start: z.int().nonnegative().describe('Offset of the first UTF-16 code unit of the quote in the section'),
  end: z.int().positive().describe('Offset just behind the last UTF-16 code unit of the quote'),
  quote: z.string().min(1).describe('Exactly the slice of the section from start to end'),
})

export type Span = z.infer<typeof span>
