import type { Calibration, Probabilities } from '../../src/core/engines/calibrate.ts'
import type { Assessment } from '../../src/core/engines/engine.ts'
import { TouchstoneError } from '../../src/core/errors.ts'
import { judgementOf } from '../../src/core/verify/judgement.ts'
import { readSite } from '../../src/reader/site.ts'
import { loadEngine } from '../engines/index.ts'
import { openProject } from '../io/project.ts'
import { accuracyAt, accuracyOf, brierScore, calibrationError, coverageCurve, reliabilityBins } from './reliability.ts'
import type { EvaluateOptions, Evaluation, Row } from './task.ts'

const labels = ['SUPPORT', 'REFUTE', 'NEI'] as const
type Label = (typeof labels)[number]

/** A claim with its evidence; `label` is absent where only predictions are wanted. */
export interface LabelledPair {
  id: string
  claim: string
  title: string
  evidence: string[]
  label: Label | null
}

/** An answer of the engine: probabilities in the order SUPPORT, REFUTE, NEI. */
export interface Prediction {
  id: string
  label: Label
  confidence: number
  probabilities: Probabilities
}

/** `evaluate verify`: rows `{id, claim, evidence: [sentence…], label}`, `title` optional. No evidence gives NEI. */
export const verify = { name: 'verify', run }

async function run(rows: readonly Row[], options: EvaluateOptions): Promise<Evaluation> {
  const pairs = rows.map(readPair)
  const { engine, calibration } = await loadEngine(options.engine ?? 'lexical', {
    site: await readSite(openProject().content),
  })
  const started = performance.now()
  // All at once, so that an engine that asks a model may ask about many of them together.
  const assessments = await Promise.all(
    pairs.map(async ({ claim, title, evidence }) => engine.assess(claim, { title, sentences: evidence })),
  )
  const predictions = pairs.map((pair, at) => predict(pair, assessments[at]!, calibration))
  const seconds = (performance.now() - started) / 1000
  const figures = measure(pairs, predictions)
  const json = {
    task: 'verify',
    n: pairs.length,
    engine: `${engine.id} ${engine.version}`,
    ...figures,
    itemsPerSecond: Math.round(pairs.length / seconds),
  }
  return {
    table: tableOf(json),
    json,
    predictions: predictions.map(({ id, label, confidence }) => ({ id, label, confidence })),
  }
}

/**
 * Reads a row.
 * @throws TouchstoneError `file-unreadable` naming row and field
 */
export function readPair(row: Row, at: number): LabelledPair {
  const where = `row ${at + 1}${row.id === undefined ? '' : ` (id ${String(row.id)})`}`
  const wrong = (field: string, wanted: string) =>
    new TouchstoneError('file-unreadable', `"${field}" should be ${wanted}`, { where })
  const evidence = row.evidence ?? []
  if (typeof row.claim !== 'string') throw wrong('claim', 'a text')
  if (!Array.isArray(evidence) || evidence.some((sentence) => typeof sentence !== 'string'))
    throw wrong('evidence', 'a list of sentences')
  if (row.label !== undefined && !labels.includes(row.label as Label)) throw wrong('label', labels.join(', '))
  return {
    id: String(row.id ?? at + 1),
    claim: row.claim,
    title: typeof row.title === 'string' ? row.title : '',
    evidence: evidence as string[],
    label: (row.label as Label | undefined) ?? null,
  }
}

/** The label chosen for a pair, with the calibrated probability that it is right. */
export function predict(
  pair: Pick<LabelledPair, 'id' | 'claim' | 'evidence'>,
  assessment: Assessment,
  calibration: Calibration,
): Prediction {
  const { label, confidence, probabilities } = judgementOf(pair.claim, pair.evidence.length, assessment, calibration)
  return { id: pair.id, label: labels[label]!, confidence: round(confidence), probabilities }
}

/** The figures of a set of predictions over the rows that have a label. */
export function measure(pairs: readonly LabelledPair[], predictions: readonly Prediction[]) {
  const judged = pairs.flatMap((pair, at) => (pair.label ? [{ truth: pair.label, ...predictions[at]! }] : []))
  const answers = judged.map((one) => ({ confidence: one.confidence, right: one.label === one.truth }))
  const f1 = Object.fromEntries(labels.map((label) => [label, round(f1Of(label, judged))])) as Record<Label, number>
  return {
    accuracy: round(accuracyOf(answers)),
    macroF1: round(labels.reduce((sum, label) => sum + f1Of(label, judged), 0) / labels.length),
    f1,
    brier: round(
      brierScore(judged.map((one) => ({ probabilities: one.probabilities, truth: labels.indexOf(one.truth) }))),
    ),
    ece: round(calibrationError(answers)),
    accuracyAt50: round(accuracyAt(answers, 0.5)),
    meanConfidence: round(answers.reduce((sum, answer) => sum + answer.confidence, 0) / Math.max(1, answers.length)),
    reliability: reliabilityBins(answers).map((bin) => ({
      n: bin.n,
      confidence: round(bin.confidence),
      accuracy: round(bin.accuracy),
    })),
    coverageCurve: coverageCurve(answers).map((point) => ({
      coverage: point.coverage,
      accuracy: round(point.accuracy),
    })),
  }
}

function f1Of(label: Label, judged: readonly { truth: Label; label: Label }[]): number {
  const hit = judged.filter((one) => one.label === label && one.truth === label).length
  const said = judged.filter((one) => one.label === label).length
  const meant = judged.filter((one) => one.truth === label).length
  return said + meant === 0 ? 0 : (2 * hit) / (said + meant)
}

function tableOf(json: { n: number; engine: string; itemsPerSecond: number } & ReturnType<typeof measure>): string {
  const f1 = labels.map((label) => `${label} ${json.f1[label]}`).join('  ')
  return [
    `verify  ${json.n} rows  engine ${json.engine}  ${json.itemsPerSecond} a second`,
    `accuracy ${json.accuracy}  macro-F1 ${json.macroF1}  (${f1})`,
    `Brier ${json.brier}  ECE ${json.ece}  accuracy at half coverage ${json.accuracyAt50}  mean confidence ${json.meanConfidence}`,
  ].join('\n')
}

function round(value: number): number {
  return Math.round(value * 10_000) / 10_000
}
