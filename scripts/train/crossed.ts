import type { Calibration } from '../../src/core/engines/calibrate.ts'
import { buildLexical } from '../../src/core/engines/lexical/index.ts'
import type { Measurement } from '../../src/schemas/measurement.ts'
import { measure, predict, readPair } from '../evaluate/verify.ts'
import { foldOf } from './groups.ts'
import { readLabelled } from './verify-data.ts'
import { labelledSets } from './write-measurements.ts'

const byOthers = '(all rows, each by models of the other four fifths)'

/** What answers the rows of one fold: models and a calibration that have not seen any row of it. */
export interface FoldModel {
  model: Parameters<typeof buildLexical>[0]
  calibration: Calibration
}

/**
 * Figures over all labelled rows, each answered by what has not seen its fold. Five times the rows of the held-out
 * fifth, so that chance plays less of a part; but the settings were chosen with four of the folds in sight.
 */
export function measureCrossed(
  folder: string,
  folds: readonly FoldModel[],
  about: Pick<Measurement, 'engine' | 'calibration'>,
): Measurement[] {
  return labelledSets.map(({ name, label, source }) => ({
    id: `${name}-crossed`,
    label: `${label} ${byOthers}`,
    source,
    ...about,
    ...crossed(readLabelled(folder, name), folds),
  }))
}

/**
 * The same for claims against abstracts where only claims are kept apart: models may have met a document with another
 * claim, as they may in SciFact's own split.
 */
export function measureClaims(
  folder: string,
  folds: readonly FoldModel[],
  about: Pick<Measurement, 'engine' | 'calibration'>,
): Measurement {
  const { name, source } = labelledSets.find((set) => set.name === 'scifact')!
  return {
    id: `${name}-claims-crossed`,
    label: `Claims against whole abstracts, claims never seen ${byOthers}`,
    source,
    ...about,
    ...crossed(readLabelled(folder, name, 'claims'), folds),
  }
}

function crossed({ rows, groups }: ReturnType<typeof readLabelled>, folds: readonly FoldModel[]) {
  const engines = folds.map(({ model }) => buildLexical(model))
  const pairs = rows.map((row, at) => readPair({ ...row }, at))
  const predictions = pairs.map((pair, at) => {
    const fold = foldOf(groups[at]!, folds.length)
    const said = engines[fold]!.assess(pair.claim, { title: pair.title, sentences: pair.evidence })
    return predict(pair, said, folds[fold]!.calibration)
  })
  return { relation: 'held-out' as const, n: pairs.length, ...measure(pairs, predictions) }
}
