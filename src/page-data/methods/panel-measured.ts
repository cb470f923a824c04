import { z } from 'zod'

const counts = z.object({ label: z.string(), planted: z.number(), caught: z.number() })

const panelFile = z.object({
  task: z.literal('panel'),
  n: z.number(),
  kinds: z.array(counts),
  falseAlarms: z.object({ accused: z.number(), claims: z.number() }),
  slips: z
    .object({
      claims: z.number(),
      accused: z.number(),
      kinds: z.array(counts.extend({ restated: z.number(), accused: z.number() })),
    })
    .optional(),
  degraded: z
    .object({
      ladders: z.array(
        z.object({
          label: z.string(),
          steps: z.array(z.number()),
          means: z.array(z.number()),
          scores: z.record(z.string(), z.array(z.number().nullable())),
          rankCorrelation: z.number(),
        }),
      ),
    })
    .optional(),
})

const panelFiles = import.meta.glob<{ default: unknown }>('../../../scripts/evaluate/measured/*.json', { eager: true })

function measured(): z.infer<typeof panelFile> | null {
  return Object.values(panelFiles).flatMap(({ default: file }) => panelFile.safeParse(file).data ?? [])[0] ?? null
}

/** How many errors that were planted into good reports and claims were found. */
export interface CatchRates {
  rows: { label: string; planted: number; caught: number; rate: string; width: string }[]
  /** How many sound claims were accused all the same. */
  alarms: string
}

/** The catch rates of the last measurement, the lowest first; null where none is kept. */
export function catchRates(): CatchRates | null {
  const data = measured()
  if (!data) return null
  const share = ({ planted, caught }: { planted: number; caught: number }) => caught / planted
  const all = [...data.kinds, ...(data.slips?.kinds ?? [])].filter(({ planted }) => planted > 0)
  return {
    rows: all
      .sort((a, b) => share(a) - share(b))
      .map(({ label, planted, caught }) => ({
        ...{ label, planted, caught },
        rate: `${Math.floor(share({ planted, caught }) * 100)} %`,
        width: `${Math.round(share({ planted, caught }) * 100)}%`,
      })),
    alarms: [alarmWords(data.falseAlarms), slipWords(data.slips)].filter(Boolean).join(' '),
  }
}

function alarmWords({ accused, claims }: { accused: number; claims: number }): string {
  if (accused === 0) return `In the reports as they are, none of ${claims} sound claims was accused.`
  return `In the reports as they are, ${accused} of ${claims} sound claims were accused, some of them rightly: an accusation is a reason to look.`
}

function slipWords(slips: z.infer<typeof panelFile>['slips']): string {
  if (!slips) return ''
  const sum = (of: 'restated' | 'accused') => slips.kinds.reduce((total, kind) => total + kind[of], 0)
  return `Of ${slips.claims} claims of the libraries measured, ${slips.accused} were accused as they stand, and ${sum('accused')} of ${sum('restated')} that were written otherwise and mean the same.`
}

/** How the score fell as reports were damaged. */
export interface DamageTable {
  label: string
  columns: string[]
  figures: string[]
  note: string
}

/** The ladders of the last measurement; none where it kept none. */
export function damageTables(): DamageTable[] {
  const { degraded } = measured() ?? {}
  return (degraded?.ladders ?? []).map(({ label, steps, means, scores, rankCorrelation }) => ({
    label,
    columns: steps.map((step) => (step === 0 ? 'None' : `${Math.round(step * 100)} %`)),
    figures: means.map((mean) => mean.toFixed(1)),
    note: `Rank correlation of damage and loss of score: ${rankCorrelation.toFixed(2)}, over ${Object.keys(scores).length} libraries.`,
  }))
}
