import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { TouchstoneError } from '../../src/core/errors.ts'
import { stableJson } from '../../src/core/stable-json.ts'
import { type Measurement, type Measurements, measurements } from '../../src/schemas/measurement.ts'
import { type CalibratedEngine, loadEngine } from '../engines/index.ts'
import { measure, predict, readPair } from '../evaluate/verify.ts'
import { writeAtomic } from '../io/files.ts'
import { isHeldOut, readLabelled } from './verify-data.ts'

const weights = new URL('../../src/core/engines/lexical/weights.json', import.meta.url)
/** Where the figures of the lexical engine stand. */
export const measurementsFile = new URL('../../src/data/measurements/lexical.json', import.meta.url)
const ownLabels = new URL('../evaluate/sample-labels.json', import.meta.url)

type Row = Readonly<Record<string, unknown>>

/** The labelled sets of which a fifth was kept aside, by hash of the documents: nothing was learned or fitted on it. */
export const labelledSets = [
  {
    name: 'scifact' as const,
    label: 'Claims against whole abstracts, documents never seen',
    source: 'SciFact train split, claims CC-BY-4.0, abstracts ODC-By-1.0 (https://github.com/allenai/scifact)',
  },
  {
    name: 'citint' as const,
    label: 'Citing sentences against the cited paper, papers never seen',
    source: 'Citation-Integrity train split (https://github.com/jedick/MLE-capstone-project)',
  },
  {
    name: 'pubmedqa' as const,
    label: 'Questions of abstracts against the abstract without its conclusion',
    source: 'PubMedQA, labelled part, MIT (https://github.com/pubmedqa/pubmedqa)',
  },
]

/** Measures the lexical engine on what was kept aside and on our own labels, and writes what the methods page draws. */
export async function writeMeasurements(folder: string): Promise<string> {
  const { engine, calibration } = await loadEngine('lexical')
  const learned = JSON.parse(await readFile(weights, 'utf8')) as { provenance: { command: string } }
  if (learned.provenance.command.includes('verify-whole'))
    throw new TouchstoneError('usage', 'these weights have seen the held-out part', {
      next: 'Run npm run train -- verify first, then measurements, then verify-whole.',
    })
  const measured: Measurement[] = []
  for (const { name, label, source } of labelledSets) {
    const { rows, groups } = readLabelled(folder, name)
    const kept = rows.filter((_, at) => isHeldOut(groups[at]!)) as unknown as Row[]
    measured.push(
      await measureSet({ id: `${name}-held-out`, label, source, relation: 'held-out' }, kept, { engine, calibration }),
    )
  }
  const own = JSON.parse(await readFile(ownLabels, 'utf8')) as Row[]
  const about = {
    id: 'sample-labels',
    label: 'Pairs of our own sample, labelled by hand before any engine had answered',
    source: 'scripts/evaluate/sample-labels.json, CC BY 4.0',
    relation: 'own-work' as const,
  }
  measured.push(await measureSet(about, own, { engine, calibration }))
  const file: Measurements = measurements.parse({
    engine: engine.id,
    calibration: calibration.version,
    method: `${calibration.method}; measured with weights that had not seen the held-out fifth, the weights in use learned from it afterwards`,
    compared: [],
    sets: measured,
  })
  await writeAtomic(fileURLToPath(measurementsFile), stableJson(file))
  return measured.map(measurementLine).join('\n')
}

/** One line of figures. */
export function measurementLine({ id, n, macroF1, accuracy, ece, accuracyAt50 }: Measurement): string {
  return `${id.padEnd(20)} ${n} rows  macro-F1 ${macroF1}  accuracy ${accuracy}  at half coverage ${accuracyAt50}  ECE ${ece}`
}

async function measureSet(
  about: Pick<Measurement, 'id' | 'label' | 'source' | 'relation'>,
  rows: readonly Row[],
  { engine, calibration }: CalibratedEngine,
): Promise<Measurement> {
  const pairs = rows.map(readPair)
  const predictions = []
  for (const pair of pairs)
    predictions.push(
      predict(pair, await engine.assess(pair.claim, { title: pair.title, sentences: pair.evidence }), calibration),
    )
  return {
    ...about,
    n: pairs.length,
    engine: `${engine.id} ${engine.version}`,
    calibration: calibration.version,
    ...measure(pairs, predictions),
  }
}
