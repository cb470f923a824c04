import { z } from 'zod'
import { workSentences } from '../../core/model/work.ts'
import { grouped } from '../../core/text/counts.ts'
import { type ModelWork, modelWork } from '../../schemas/model-work.ts'
import { shown } from '../content/shown.ts'

/** A report of this site as this section tells of it. */
export interface ReportWithModel {
  slug: string
  title: string
  model?: ModelWork | undefined
}

/** What a model may propose in each stage, what is checked before it counts, what it did here, and whether it helps. */
export interface ModelSection {
  columns: readonly string[]
  stages: { name: string; asked: string; checked: string }[]
  reports: { slug: string; title: string; words: string }[]
  /** Reports in which no model had a part. */
  without: string
  ways: Ways | null
  note: string
}

/** The same libraries with a model and without, measure by measure. */
export interface Ways {
  columns: readonly string[]
  rows: { label: string; figures: string[] }[]
}

const stages: ModelSection['stages'] = [
  {
    name: 'Protocol',
    asked: 'other names of what a new question asks about, further aspects, exclusions',
    checked: 'a name must tell something and stand in a record; what would narrow the search waits for a person',
  },
  {
    name: 'Screening',
    asked: 'records whose relevance is near the line: keep or leave, by which criterion',
    checked: 'the criterion must be one of the protocol, and the record may not contradict it; doubt keeps the record',
  },
  {
    name: 'Extraction',
    asked: 'the findings of a paper, each with its quote',
    checked: 'the quote must stand in the text; digits, units, direction, negation and hedges are compared one by one',
  },
  {
    name: 'Findings',
    asked: 'which claims say the same, and which the contrary',
    checked: 'no pair that the exact rules forbid: another thing, another number, another direction',
  },
  {
    name: 'Verification',
    asked: 'what a passage says of a claim, where the engines differ',
    checked: 'the passage must stand in the text and share words with the claim; exact rules hold over it',
  },
  {
    name: 'Answer',
    asked: 'two to four sentences over the findings',
    checked:
      'every stretch of every sentence must follow from a finding that it names; else our own composition stands',
  },
  {
    name: 'Review',
    asked: 'strengths and weaknesses of the report',
    checked: 'a weakness must name claims of the report; the review never moves the score',
  },
]

const measuredFile = z.object({
  task: z.literal('findings'),
  model: modelWork.optional(),
  libraries: z.array(z.unknown()).min(1),
  pooled: z.object({
    links: z.number(),
    precision: z.number(),
    edgeRecall: z.number(),
    findings: z.number(),
    verdicts: z.number(),
    wrongVerdictShare: z.number(),
  }),
})
type Measured = z.infer<typeof measuredFile>

const files = import.meta.glob<{ default: unknown }>('../../../scripts/evaluate/measured/findings*.json', {
  eager: true,
})

/** The section, with the last measurement of both ways where they are kept. */
export function modelSection(reports: readonly ReportWithModel[]): ModelSection {
  const told = reports.flatMap(({ slug, title, model }) =>
    model ? [{ slug, title, words: shown(`${model.name}: ${workSentences(model).join(' ')}`) }] : [],
  )
  const rest = reports.length - told.length
  const ways = waysOf(Object.values(files).flatMap(({ default: file }) => measuredFile.safeParse(file).data ?? []))
  return {
    columns: ['Stage', 'A model is asked for', 'What is checked before it counts'],
    stages,
    reports: told,
    without:
      told.length === 0 ? 'No report of this site has had one.' : `${rest} of ${reports.length} reports had none.`,
    ways,
    note: ways
      ? 'Links are pairs of statements of different papers that the report takes for the same or the contrary. Measured on labelled libraries with the same rules over both. A model that is called a reader is somebody who saw the requests and nothing else.'
      : 'The two ways have not been measured side by side yet. `npm run evaluate -- findings FOLDER…` measures one.',
  }
}

/** The two ways side by side; null where one of them is missing. */
export function waysOf(measured: readonly Measured[]): Ways | null {
  const without = measured.find(({ model }) => model === undefined)
  const beside = measured.find(({ model }) => model !== undefined)
  if (!without || !beside) return null
  const both = [without, beside]
  const row = (label: string, show: (one: Measured) => string) => ({ label, figures: both.map(show) })
  const refused = ({ model }: Measured) =>
    (model?.stages ?? []).reduce((sum, stage) => sum + Object.values(stage.refused).reduce((a, b) => a + b, 0), 0)
  return {
    columns: ['Measured on labelled libraries', 'Rules alone', `With ${shown(beside.model!.name)}`],
    rows: [
      row('Libraries', ({ libraries }) => grouped(libraries.length)),
      row('Links found', ({ pooled }) => grouped(pooled.links)),
      row('Links that are right', ({ pooled }) => whole(pooled.precision)),
      row('Labelled links that were found', ({ pooled }) => whole(pooled.edgeRecall)),
      row('Labelled findings touched', ({ pooled }) => whole(pooled.findings)),
      row('Verdicts other than reported', ({ pooled }) => grouped(pooled.verdicts)),
      row('Of these wrong', ({ pooled }) => whole(pooled.wrongVerdictShare)),
      row('Things that the model said and that did not count', (one) => (one.model ? grouped(refused(one)) : '')),
    ],
  }
}

const whole = (part: number) => `${Math.round(part * 100)} %`
