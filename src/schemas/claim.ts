import { z } from 'zod'
import { certainty } from './certainty.ts'
import { claimId, day, findingId, paperId, seal, slug, span, unit } from './common.ts'
import { evidenceMap } from './evidence-map.ts'

export const verdicts = ['supported', 'disputed', 'contradicted', 'reported', 'unverified'] as const
export const verdict = z.enum(verdicts)

/** A number read from a claim, tied to its place in the claim's own quote. */
export const quantity = z.strictObject({
  kind: z.enum(['percentage', 'ratio', 'difference', 'interval', 'p', 'n', 'fraction', 'score', 'measure']),
  measure: z.string().optional().describe('What is counted: RR, OR, HR, F1, accuracy, dose …'),
  value: z.number().describe('As the quote states it, in `unit`'),
  unit: z.string().optional().describe('Unit of the value, as in % or mg'),
  normalised: z
    .strictObject({ value: z.number(), unit: z.string() })
    .optional()
    .describe('The value in the base unit of its kind (day, mg, %), where that differs'),
  relation: z.enum(['<', '≤', '>', '≥']).optional().describe('Where the text bounds the value'),
  low: z.number().optional().describe('Lower end of the interval'),
  high: z.number().optional(),
  level: z.number().optional().describe('Level of the interval in percent, usually 95'),
  p: z.number().optional(),
  pRelation: z.enum(['<', '=', '>']).optional(),
  n: z.int().optional(),
  numerator: z.number().optional(),
  denominator: z.number().optional(),
  arm: z.string().optional().describe('Group that the value is of, or that an effect is seen in, as in "green tea"'),
  comparator: z.string().optional().describe('What an effect is measured against, as in "placebo"'),
  outcome: z.string().optional().describe('What happens or is measured, as in "hours of sleep"'),
  followUp: z.string().optional().describe('As the text says it, as in "6 months"'),
  method: z.string().optional().describe('Benchmark results: the system measured'),
  task: z.string().optional(),
  dataset: z.string().optional(),
  direction: z.enum(['up', 'down', 'none']).optional(),
  text: z.string().describe('As it stands in the quote'),
  start: z.int().nonnegative().describe("Offset in the first source's quote"),
  end: z.int().positive(),
  check: z.string().optional().describe('What recomputing it found, where it can be recomputed'),
  agrees: z.boolean().optional().describe('Whether recomputing agrees with what is stated'),
})

/** A span of a retrieved paper that speaks to a claim. */
export const evidence = z.strictObject({
  ...span.shape,
  stance: z.enum(['supports', 'refutes', 'neutral']),
  fit: z.enum(['same', 'narrower', 'broader', 'related']),
  possible: z.boolean().default(false).describe('A refutation by words alone: a possible conflict, to be looked at'),
  basis: z
    .enum(['number', 'rule', 'lexical', 'nli', 'llm', 'stated', 'person'])
    .default('lexical')
    .describe('What the stance rests on; stated: the paper is itself a source of the claim'),
  score: unit.describe('Raw score of the engine, not a probability'),
  probability: unit.optional().describe('Calibrated probability that the stance is right, where an engine gave it'),
  engine: z.string().describe('Name and version of the engine'),
  reasons: z.array(z.string()).describe('Why, in words a reader understands'),
  group: z.string().optional().describe('Papers that share a group (authors, cohort, dataset) count once'),
  excluded: z
    .enum(['retracted', 'own-source', 'same-group', 'superseded'])
    .optional()
    .describe('Why it does not count'),
})

/** A statement of another paper that is near a claim by words and slots, to be read beside it; it counts for nothing. */
export const likewise = z.strictObject({
  ...span.shape,
  score: unit.describe('Calibrated probability that it says, or denies, what the claim says'),
  reasons: z.array(z.string()).describe('What both speak of, and in which slot they differ, in words'),
})

/** How the claim compares with its own source. */
export const faithfulness = z.strictObject({
  faithful: z.boolean(),
  checks: z.array(
    z.strictObject({
      check: z.enum(['quote', 'digits', 'units', 'direction', 'negation', 'hedging']),
      ok: z.boolean(),
      detail: z.string().optional(),
    }),
  ),
})

/** A stretch of the claim's text that fills a slot, or what the claim leaves unsaid, taken from its paper. */
const slotSpan = z.strictObject({
  text: z.string().min(1),
  start: z.int().nonnegative().optional().describe("Offset in the claim's text; absent where inherited"),
  end: z.int().positive().optional(),
  inherited: z.literal(true).optional().describe("Not said by the claim, taken from its first source's paper"),
  meaning: z.string().min(1).optional().describe('What a mere label, as in "group A", stands for in that paper'),
})
const slotSpans = z.array(slotSpan).default([])

/** What a claim states, slot by slot; a slot that it leaves empty is an empty list. */
export const claimFrame = z.strictObject({
  exposure: slotSpans.describe('What was done, given or compared'),
  comparator: slotSpans.describe('What it was held against'),
  outcome: slotSpans.describe('What happened or was measured'),
  direction: z
    .strictObject({
      value: z.enum(['up', 'down', 'none', 'better', 'worse', 'as-good', 'rate', 'linked']),
      text: z.string().describe('The word that says so; empty where figures or several words do'),
      start: z.int().nonnegative(),
      end: z.int().nonnegative(),
    })
    .nullable(),
  population: slotSpans.describe('In whom, with what, or where'),
  dose: slotSpans,
  time: slotSpans,
  figures: slotSpans,
})

/** One atomic, self-contained statement. */
export const claim = z.strictObject({
  id: claimId,
  text: z.string().min(1),
  sources: z.array(span).describe('Empty only for an imported claim without a span'),
  facet: slug.nullable().describe('Facet of the question that it addresses; null where it addresses none'),
  relevance: unit.default(0).describe('How strongly it addresses the facet'),
  frame: claimFrame.optional(),
  quantities: z.array(quantity).default([]),
  design: z.string().optional().describe('Study design of the first source, as far as its text says'),
  sampleSize: z.int().positive().optional(),
  faithfulness: faithfulness.nullable(),
  verdict,
  confidence: unit
    .nullable()
    .describe('Calibrated probability that the verdict is right; null where no number is honest'),
  confidenceNote: z.string().optional().describe('Cap or caveat, as in "checked against our note, not the paper"'),
  calibration: z.string().optional().describe('Version of the calibration behind the confidence'),
  evidence: z.array(evidence),
  likewise: z.array(likewise).default([]).describe('What says likewise in other papers, the nearest first'),
  hunt: z
    .strictObject({ queries: z.array(z.string()), papers: z.int().nonnegative(), day, found: z.int().nonnegative() })
    .nullable()
    .describe('The search for contrary evidence'),
  leaveOneOut: z
    .array(z.strictObject({ paper: paperId, verdict }))
    .default([])
    .describe('Papers whose removal changes the verdict, and to what'),
  imported: z
    .strictObject({
      mark: z.string(),
      verified: z.boolean().nullable(),
      confidence: z.number().nullable(),
      row: z.int().positive(),
      line: z
        .int()
        .positive()
        .optional()
        .describe('Line of the citing sentence that it is, where the report lists no claims'),
    })
    .optional()
    .describe('What an imported report says of it'),
  overruled: z.strictObject({ by: z.string(), day, reason: z.string(), was: verdict }).optional(),
})

/** A claim of a finding, and what it says of the finding's own claim. */
export const member = z.strictObject({
  claim: claimId,
  stance: z
    .enum(['supports', 'refutes', 'no-difference'])
    .describe('Says it, says otherwise, or finds no difference where an effect is claimed'),
  fit: z.enum(['same', 'narrower', 'broader', 'related']),
  reason: z.string().describe('Why it is a member, in words'),
})

/** Claims of different papers that say the same, or the contrary, of one thing: the unit of a report. */
export const finding = z.strictObject({
  id: findingId,
  claim: claimId.describe('The claim that words the finding; its first member'),
  heading: z
    .strictObject({
      text: z.string().min(1),
      claim: claimId.nullable().describe('The member whose own words they are; null where composed of what all share'),
    })
    .optional()
    .describe('One sentence under which the finding is listed'),
  members: z.array(member).min(2),
  frame: claimFrame.nullable().describe("Frame of the finding's claim, where one was read"),
  verdict,
  confidence: unit.nullable().describe('As of its claim'),
  certainty: certainty.optional().describe('How sure one may be of it, in words with reasons'),
})

/** `content/claims/<slug>.json` */
export const claimsFile = z.strictObject({
  schema: z.literal(1).default(1),
  question: slug,
  claims: z.array(claim),
  findings: z.array(finding).default([]),
  map: evidenceMap.optional().describe('The evidence map of the question; absent where nothing was read into one'),
  seal,
})

export type Finding = z.infer<typeof finding>
export type Claim = z.infer<typeof claim>
export type ClaimFrame = z.infer<typeof claimFrame>
export type ClaimsFile = z.infer<typeof claimsFile>
export type Evidence = z.infer<typeof evidence>
export type Quantity = z.infer<typeof quantity>
export type Verdict = z.infer<typeof verdict>
export type Faithfulness = z.infer<typeof faithfulness>
