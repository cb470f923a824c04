import { TouchstoneError } from '../../src/core/errors.ts'
import { readSite } from '../../src/reader/site.ts'
import { loadEngine } from '../engines/index.ts'
import { openProject } from '../io/project.ts'
import type { EvaluateOptions, Evaluation, Row } from './task.ts'
import { type LabelledPair, predict, readPair } from './verify.ts'

interface Tally {
  n: number
  support: number
}

/**
 * `evaluate pairs`: rows `{id, kind, claim, evidence: [sentence…], label}`, where `label` is SUPPORT for a paraphrase and REFUTE or NEI for
 * a pair that differs in one slot. Gives the share called support, by kind.
 */
export const pairs = { name: 'pairs', run }

async function run(rows: readonly Row[], options: EvaluateOptions): Promise<Evaluation> {
  const read = rows.map((row, at) => ({ ...readPair(row, at), kind: kindOf(row, at) }))
  const { engine, calibration } = await loadEngine(options.engine ?? 'lexical', {
    site: await readSite(openProject().content),
  })
  const assessments = await Promise.all(
    read.map(async ({ claim, title, evidence }) => engine.assess(claim, { title, sentences: evidence })),
  )
  const predictions = read.map((pair, at) => {
    const { label, confidence } = predict(pair, assessments[at]!, calibration)
    return { id: pair.id, kind: pair.kind, label, confidence, reasons: assessments[at]!.reasons }
  })
  const said = predictions.map(({ label }) => label === 'SUPPORT')
  const kinds = Object.fromEntries(
    [...new Set(read.map(({ kind }) => kind))].map((kind) => [
      kind,
      tallyOf(said.filter((_, at) => read[at]!.kind === kind)),
    ]),
  )
  const differing = tallyOf(said.filter((_, at) => isDifferent(read[at]!)))
  const paraphrases = tallyOf(said.filter((_, at) => !isDifferent(read[at]!)))
  const json = {
    task: 'pairs',
    n: read.length,
    engine: `${engine.id} ${engine.version}`,
    differing,
    paraphrases,
    kinds,
  }
  return { table: tableOf(json), json, predictions }
}

function kindOf({ kind }: Row, at: number): string {
  if (typeof kind === 'string') return kind
  throw new TouchstoneError('file-unreadable', '"kind" should be a text', { where: `row ${at + 1}` })
}

function isDifferent({ label }: LabelledPair): boolean {
  return label !== 'SUPPORT'
}

function tallyOf(said: readonly boolean[]): Tally & { share: number } {
  const support = said.filter(Boolean).length
  return { n: said.length, support, share: said.length === 0 ? 0 : Math.round((support / said.length) * 1000) / 1000 }
}

type Figures = Tally & { share: number }

function tableOf(json: {
  n: number
  engine: string
  differing: Figures
  paraphrases: Figures
  kinds: Record<string, Figures>
}): string {
  const line = (name: string, { n, support, share }: Figures) =>
    `${name.padEnd(28)}${share.toFixed(2).padStart(5)}  ${support} of ${n}`
  return [
    `pairs  ${json.n} rows  engine ${json.engine}  share called support`,
    ...Object.entries(json.kinds).map(([kind, tally]) => line(kind, tally)),
    ...(json.differing.n > 0 ? [line('all that differ in one slot', json.differing)] : []),
    ...(json.paraphrases.n > 0 ? [line('all that say the same', json.paraphrases)] : []),
  ].join('\n')
}
