import { z } from 'zod'
import { unit } from './common.ts'

/** How good an engine's answers are on one labelled set, as `npm run evaluate -- verify FILE --curve OUT` writes it. */
export const measurement = z.strictObject({
  id: z.string().describe('Short name, as in scifact-held-out'),
  label: z.string().describe('What the set is, in words for readers'),
  relation: z
    .enum(['held-out', 'foreign', 'own-work'])
    .describe(
      'Of the kind it learned from but kept aside, of another kind, or claims of our own reports labelled by hand',
    ),
  source: z.string().describe('Where the set comes from, with its licence'),
  n: z.int().nonnegative(),
  engine: z.string().describe('Name and version'),
  calibration: z.string().describe('Version of the calibration'),
  accuracy: unit,
  macroF1: unit,
  f1: z.strictObject({ SUPPORT: unit, REFUTE: unit, NEI: unit }),
  brier: z.number().min(0).max(2).describe('Over the three labels: 0 is best, 2 worst'),
  ece: unit.describe('Expected calibration error over ten bins of equal mass'),
  accuracyAt50: unit.describe('Accuracy of the more confident half'),
  meanConfidence: unit,
  reliability: z
    .array(z.strictObject({ n: z.int().positive(), confidence: unit, accuracy: unit }))
    .describe('Ten bins of equal mass in rising confidence'),
  coverageCurve: z
    .array(z.strictObject({ coverage: unit, accuracy: unit }))
    .describe('Accuracy of the most confident tenth, two tenths, … all'),
})

/** `src/data/measurements/<engine>.json`: what the methods page draws. */
export const measurements = z.strictObject({
  schema: z.literal(1).default(1),
  engine: z.string(),
  calibration: z.string(),
  method: z.string().describe('How the confidence was fitted, and what it was compared with'),
  compared: z
    .array(z.strictObject({ method: z.string(), ece: unit, brier: z.number(), logLoss: z.number() }))
    .describe('Methods of calibration on answers that were not used to fit them'),
  sets: z.array(measurement),
})

export type Measurement = z.infer<typeof measurement>
export type Measurements = z.infer<typeof measurements>
