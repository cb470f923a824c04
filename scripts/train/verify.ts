import {
  type Calibration,
  calibrated,
  type Probabilities,
  type Scaling,
  type TextKind,
  textKinds,
} from '../../src/core/calibrate.ts'
import { sha256 } from '../../src/core/hash.ts'
import { readFeatures } from '../../src/core/verify/features.ts'
import { kindOf } from '../../src/core/verify/kind.ts'
import type { LexicalModel } from '../../src/core/verify/lexical.ts'
import { type RarityTable, rarityOf } from '../../src/core/verify/rarity.ts'
import { type BoostedTrees, boostedScores, softmax } from '../../src/core/verify/trees.ts'
import { trainBoosted } from './boost.ts'
import { compareMethods, fitKind, type Judged } from './calibration.ts'
import type { Example } from './examples.ts'
import { foldOf } from './groups.ts'
import { learnRarity } from './learn-rarity.ts'
import { ruleRates } from './rule-rates.ts'
import { isHeldOut, readTrainingData } from './verify-data.ts'

const boosting = { rounds: 150, depth: 4, rate: 0.06, rows: 0.6, features: 0.4, minWeight: 3, ridge: 3, seed: 7 }
/** Folds of which the calibration is fitted; fold 0 is the held-out part. */
const innerFolds = [1, 2, 3, 4]
/** Coverage of the best sentence below which a short passage is unlike what the engine learned from. */
const home = 0.3

export interface Learned {
  model: LexicalModel
  calibration: Calibration
  compared: { method: string; ece: number; brier: number; logLoss: number }[]
}

/**
 * Learns the lexical engine and its calibration from the labelled files of a folder. The held-out part is not touched:
 * the calibration is fitted on answers that models without the rows in question gave. Same files, same bytes.
 * @param whole learn from the held-out part too, after the method was measured without it
 */
export function trainVerify(folder: string, date: string, log: (line: string) => void, whole = false): Learned {
  const data = readTrainingData({ folder, leaveOut: whole ? () => false : isHeldOut })
  const rarity = learnRarity(data.sentences, 3)
  const rows = featureRows(data.examples, rarity)
  log(`${data.examples.length} examples, ${rows[0]?.row.length} features`)
  const folds = whole ? [0, ...innerFolds] : innerFolds
  const judged = folds.flatMap((fold) => {
    log(`inner fold ${fold}`)
    const inner = grow(data.examples, rows, (example) => foldOf(example.group, 5) !== fold)
    return answers(data.examples, rows, inner, (example) => foldOf(example.group, 5) === fold)
  })
  log('all of it')
  const trees = grow(data.examples, rows, () => true)
  const version = sha256(JSON.stringify([trees, rarity])).slice(0, 8)
  const model = {
    version: `1-${version}`,
    provenance: {
      data: sources,
      rows: data.counts,
      command: `npm run train -- ${whole ? 'verify-whole' : 'verify'} --data FOLDER`,
      date,
    },
    rarity,
    trees,
  }
  return { model, calibration: calibrationOf(judged, data.examples, version, whole), compared: compareMethods(judged) }
}

const sources = [
  'SciFact train split: claims CC-BY-4.0, abstracts ODC-By-1.0 (allenai/scifact)',
  'SciFact corpus without the documents of its dev split, ODC-By-1.0',
  'Citation-Integrity train split (jedick/MLE-capstone-project, MIT; terms of the original not checked)',
  'PubMedQA, labelled half for training, MIT (pubmedqa/pubmedqa)',
  'Bannach-Brown 2019 (CC-BY-4.0) and Nagtegaal 2019 (CC0) titles and abstracts, for the rarity of words',
]

interface Row {
  row: Float64Array
  coverage: number
}

function featureRows(examples: readonly Example[], rarity: RarityTable): Row[] {
  const weigh = rarityOf(rarity)
  return examples.map(({ claim, title, evidence }) => {
    const { row, coverage } = readFeatures(claim, title, evidence, weigh)
    return { row, coverage }
  })
}

function grow(examples: readonly Example[], rows: readonly Row[], use: (example: Example) => boolean): BoostedTrees {
  const chosen = examples.flatMap((example, at) => (use(example) ? [at] : []))
  return trainBoosted(
    {
      rows: chosen.map((at) => rows[at]!.row),
      labels: chosen.map((at) => examples[at]!.label),
      weights: chosen.map((at) => examples[at]!.weight),
    },
    3,
    boosting,
  )
}

/** Sets whose labels people gave; passages are cut from them. */
const natural = new Set(['scifact', 'scifact-bare', 'citint', 'pubmedqa', 'passage', 'passage-one', 'passage-other'])

function answers(
  examples: readonly Example[],
  rows: readonly Row[],
  model: BoostedTrees,
  use: (example: Example) => boolean,
): Judged[] {
  return examples.flatMap((example, at) => {
    if (!natural.has(example.made) || !use(example)) return []
    const raw = softmax(boostedScores(model, rows[at]!.row)) as unknown as Probabilities
    const kind = kindOf(example.claim, example.evidence.length, rows[at]!.coverage, home)
    return [{ raw, truth: example.label, kind, group: example.group, set: example.made }]
  })
}

function calibrationOf(
  judged: readonly Judged[],
  examples: readonly Example[],
  version: string,
  whole: boolean,
): Calibration {
  const kinds = Object.fromEntries(
    textKinds.map((kind): [TextKind, Scaling] => [
      kind,
      fitKind(
        kind,
        judged.filter((one) => one.kind === kind),
      ),
    ]),
  ) as Record<TextKind, Scaling>
  const supports = judged.filter(({ kind }) => kind === 'abstract').map((one) => calibrated(one.raw, kinds.abstract))
  return {
    version: `lexical-1-${version}`,
    engine: 'lexical',
    method: 'vector scaling for each kind of text, on answers of models that had not seen the rows (folds by document)',
    source: `${judged.length} answers (${supports.length} of claims against whole abstracts) ${whole ? 'of all labelled rows' : 'of the training part; the held-out fifth was not used'}`,
    kinds,
    rule: ruleRates(examples),
    stated: 0.85,
    reported: { verbatim: 0.95, reworded: 0.85 },
    coverage: { least: 0.25, home },
    caps: { note: 0.6, outOfDomain: 0.6, possible: 0.45, most: 0.97 },
    thresholds: { support: 0.6, refute: 0.4 },
  }
}
