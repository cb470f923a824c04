import { z } from 'zod'
import { grouped } from '../../core/text/counts.ts'
import { type Measurement, measurements } from '../../schemas/measurement.ts'

/**
 * What has been measured of the engines: files that the measuring commands write, read here as they are.
 * A file without a measurement is no error; the pages then say that nothing has been measured.
 */
const calibrationFile = z.object({
  version: z.string(),
  engine: z.string(),
  method: z.string(),
  source: z.string(),
  reliability: z
    .object({
      n: z.int().positive(),
      ece: z.number().optional(),
      bins: z.array(z.object({ n: z.number(), confidence: z.number(), accuracy: z.number() })).min(1),
    })
    .optional(),
})

const measuredFiles = import.meta.glob<{ default: unknown }>('../../data/measurements/*.json', { eager: true })

function setsOf(engine: string): Measurement[] {
  const found = Object.values(measuredFiles).flatMap(({ default: file }) => measurements.safeParse(file).data ?? [])
  return found.find((one) => one.engine === engine)?.sets ?? []
}

/** The set by which an engine is judged here: of the kind it learned from but kept aside, else the first there is. */
function measuredSet(engine: string): Measurement | undefined {
  const sets = setsOf(engine)
  return sets.find(({ relation }) => relation === 'held-out') ?? sets[0]
}

/** How good an engine was on each labelled set, as a table. */
export interface MeasuredSets {
  columns: readonly string[]
  rows: { label: string; figures: string[] }[]
}

/** Every set on which an engine was measured; null where there is none. */
export function measuredSets(engine: string): MeasuredSets | null {
  const rows = setsOf(engine).map(({ label, n, accuracy, accuracyAt50, macroF1, ece }) => ({
    label,
    figures: [grouped(n), whole(accuracy), whole(accuracyAt50), macroF1.toFixed(2), whole(ece)],
  }))
  const columns = ['Measured on', 'Answers', 'Right', 'Right in the surer half', 'Mean F1 of the labels', 'Off by']
  return rows.length > 0 ? { columns, rows } : null
}

const whole = (part: number) => `${Math.round(part * 100)} %`

const files = import.meta.glob<{ default: unknown }>('../../../scripts/engines/*/calibration.json', { eager: true })

/** How the probabilities of an engine compare with how often it is right. */
export interface CalibrationView {
  engine: string
  version: string
  method: string
  source: string
  /** Null where nobody has measured it yet. */
  measured: {
    n: number
    words: string
    caption: string
    /** How the drawing is read. */
    drawn: string
    columns: readonly string[]
    dots: { x: number; y: number; r: number }[]
    rows: CalibrationRow[]
  } | null
}

interface CalibrationRow {
  n: number
  said: string
  right: string
}

/** The box of the drawing. */
export const calibrationBox = { width: 360, height: 168, left: 34, plot: 318, top: 12, tall: 130 } as const

/** Every calibration there is, by engine. */
export function calibrations(): CalibrationView[] {
  return Object.values(files)
    .flatMap(({ default: file }) => {
      const { data } = calibrationFile.safeParse(file)
      if (!data) return []
      const set = measuredSet(data.engine)
      const reliability = set?.reliability.length ? { n: set.n, ece: set.ece, bins: set.reliability } : data.reliability
      return [calibrationView({ ...data, ...(reliability ? { reliability } : {}) }, set?.label)]
    })
    .sort((a, b) => (a.engine < b.engine ? -1 : 1))
}

/** The calibration a report was made with. */
export function calibrationOf(engine: string): CalibrationView | null {
  return calibrations().find((one) => one.engine === engine) ?? null
}

function calibrationView(
  { engine, version, method, source, reliability }: z.infer<typeof calibrationFile>,
  set = 'labelled answers',
): CalibrationView {
  const { left, plot, top, tall } = calibrationBox
  const most = Math.max(...(reliability?.bins.map(({ n }) => n) ?? [1]))
  const { n = 0, ece } = reliability ?? {}
  const offBy = ece === undefined ? '' : `; on average it is off by ${whole(ece)}`
  const words = `${grouped(n)} answers (${set.slice(0, 1).toLowerCase()}${set.slice(1)})${offBy}`
  return {
    ...{ engine, version, method, source },
    measured: reliability
      ? {
          n: reliability.n,
          words,
          caption: `How often the engine ${engine} was right, by how sure it said it was: ${words}.`,
          drawn: 'On the line, it knows how sure to be; above, it is too careful; below, too sure.',
          columns: ['Said', 'Was right', 'Answers'],
          dots: reliability.bins.map(({ n, confidence, accuracy }) => ({
            x: Math.round(left + confidence * plot),
            y: Math.round(top + (1 - accuracy) * tall),
            r: Math.round(30 + 25 * Math.sqrt(n / most)) / 10,
          })),
          rows: reliability.bins.map(({ n, confidence, accuracy }) => ({
            n,
            said: whole(confidence),
            right: whole(accuracy),
          })),
        }
      : null,
  }
}

/** What is said where nobody has measured whether the percentages of an engine come true. */
export function unmeasuredWords(calibration: CalibrationView | null): string {
  const of = calibration ? ` for the engine ${calibration.engine} (${calibration.version}: ${calibration.method})` : ''
  return `Whether these percentages come true has not been measured yet${of}. Read them as an order, not as odds.`
}
