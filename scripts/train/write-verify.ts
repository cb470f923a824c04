import { readFile, stat } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { TouchstoneError } from '../../src/core/errors.ts'
import { stableJson } from '../../src/core/stable-json.ts'
import { measurements } from '../../src/schemas/measurement.ts'
import { writeAtomic } from '../io/files.ts'
import { crossClaims, type Learned, trainVerify } from './verify.ts'
import { measurementLine, measurementsFile } from './write-measurements.ts'

const weights = new URL('../../src/core/engines/lexical/weights.json', import.meta.url)
const calibration = new URL('../engines/lexical/calibration.json', import.meta.url)

/**
 * Learns the lexical engine and writes its weights and its calibration.
 * @throws TouchstoneError `file-missing` where the labelled files are not there
 */
export async function writeVerify(folder: string, date: string, whole = false): Promise<string> {
  const found = await stat(`${folder}/claims/scifact_train.jsonl`).catch(() => null)
  if (!found)
    throw new TouchstoneError('file-missing', 'there are no labelled files', {
      where: `${folder}/claims/scifact_train.jsonl`,
      next: 'Name their folder with --data.',
    })
  const learned = trainVerify(folder, date, (line) => console.log(line), whole)
  await writeAtomic(fileURLToPath(weights), `${JSON.stringify(learned.model)}\n`)
  await writeAtomic(fileURLToPath(calibration), stableJson(learned.calibration))
  await addCrossed(learned)
  const compared = learned.compared.map(
    (one) => `${one.method}: ECE ${one.ece}, Brier ${one.brier}, log loss ${one.logLoss}`,
  )
  const crossed = learned.crossed.map(measurementLine)
  return [
    'Calibration on answers not used to fit it:',
    ...compared,
    ...crossed,
    `lexical ${learned.model.version}`,
  ].join('\n')
}

/** Measures the method where only claims are kept apart, and puts the figures beside the others. */
export async function writeClaims(folder: string): Promise<string> {
  const { version } = JSON.parse(await readFile(weights, 'utf8')) as { version: string }
  const used = JSON.parse(await readFile(calibration, 'utf8')) as { version: string }
  const about = { engine: `lexical ${version}`, calibration: used.version }
  const measured = crossClaims(folder, about, (line) => console.log(line))
  await addCrossed({ crossed: [measured] })
  return measurementLine(measured)
}

/** Puts the figures over all rows beside those of the held-out fifth, which were measured before. */
async function addCrossed({ crossed, compared }: Pick<Learned, 'crossed'> & Partial<Learned>): Promise<void> {
  if (crossed.length === 0) return
  const known = measurements.parse(JSON.parse(await readFile(measurementsFile, 'utf8')))
  const kept = known.sets.filter((set) => !crossed.some(({ id }) => id === set.id))
  await writeAtomic(
    fileURLToPath(measurementsFile),
    stableJson(measurements.parse({ ...known, compared: compared ?? known.compared, sets: [...kept, ...crossed] })),
  )
}
