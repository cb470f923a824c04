import { z } from 'zod'
import type { ClaimsFile } from '../../schemas/claim.ts'

/** Pairs of sentences of two papers of the sample, labelled by hand before any engine had answered. */
const pairs = z.array(
  z.object({
    question: z.string(),
    claim: z.string(),
    claimPaper: z.string(),
    evidencePaper: z.string(),
    label: z.enum(['SUPPORT', 'REFUTE', 'NEI']),
    /** What the first reading called it, where the second settled it otherwise. */
    first: z.enum(['SUPPORT', 'REFUTE', 'NEI']).optional(),
    /** What a second reading of the two sentences alone called it. */
    again: z.enum(['SUPPORT', 'REFUTE', 'NEI']).optional(),
  }),
)

const labelFiles = import.meta.glob<{ default: unknown }>('../../../scripts/evaluate/sample-labels.json', {
  eager: true,
})

const labelled = Object.values(labelFiles).flatMap(({ default: file }) => pairs.safeParse(file).data ?? [])

/** Questions whose papers the pairs are of. */
export const labelledQuestions: readonly string[] = [...new Set(labelled.map(({ question }) => question))].sort()

/** How many labels a second reading gave as well, and of how many. */
const twice = labelled.filter(({ again }) => again !== undefined)
const alike = twice.filter(({ label, first, again }) => (first ?? label) === again).length

/** How the verdicts of the sample agree with its labelled pairs. */
export interface SampleVerdicts {
  /** Pairs whose sentence stands as a claim of its report. */
  pairs: number
  /** Of these, how many the labels call the same or contrary, how many a verdict rests on, and how many of those rightly. */
  telling: number
  told: number
  right: number
}

const stanceOf = { SUPPORT: 'supports', REFUTE: 'refutes', NEI: null } as const

/** Holds what the claims of the sample rest on against its labelled pairs; null where the sample is not there. */
export function sampleVerdicts(
  files: readonly Pick<ClaimsFile, 'question' | 'claims'>[],
  doiOf: (paper: string) => string | null,
): SampleVerdicts | null {
  const found = labelled.flatMap(({ question, claim, claimPaper, evidencePaper, label }) => {
    const own = files
      .filter((file) => file.question === question)
      .flatMap(({ claims }) => claims)
      .filter(({ text, sources }) => text.includes(claim) && sources.some(({ paper }) => doiOf(paper) === claimPaper))
    if (own.length === 0) return []
    const rows = own.flatMap(({ evidence }) =>
      evidence.filter(({ paper, excluded }) => !excluded && doiOf(paper) === evidencePaper),
    )
    const stances = new Set(rows.map(({ stance }) => stance))
    const told = stances.has('refutes') ? 'refutes' : stances.has('supports') ? 'supports' : null
    return [{ label: stanceOf[label], told }]
  })
  if (found.length < labelled.length / 2 || found.length === 0) return null
  const told = found.filter((one) => one.told !== null)
  return {
    pairs: found.length,
    telling: found.filter(({ label }) => label !== null).length,
    told: told.length,
    right: told.filter((one) => one.told === one.label).length,
  }
}

/** The same in words, with precision and recall; empty where the sample is not there. */
export function sampleWords(measured: SampleVerdicts | null): string {
  if (!measured) return ''
  const { pairs: all, telling, told, right } = measured
  const share = (part: number, whole: number) => (whole === 0 ? '' : ` ${Math.round((100 * part) / whole)} %`)
  const precision =
    told === 0
      ? 'none is behind a verdict, so that precision cannot be told'
      : `${told} ${told === 1 ? 'is' : 'are'} behind a verdict, ${right} of them rightly: precision${share(right, told)}`
  const second =
    twice.length === 0
      ? ''
      : ` Read again from the two sentences alone, ${alike} of ${twice.length} were labelled alike.`
  return `In the sample, pairs of sentences of two papers were labelled by hand before any engine had answered.${second} Of the ${all} whose sentence stands as a claim, ${precision}. ${telling} say the same or the contrary, of which verdicts hold ${right}: recall${share(right, telling)}.`
}
