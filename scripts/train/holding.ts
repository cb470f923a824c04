import { fileURLToPath } from 'node:url'
import type { BoostedTrees } from '../../src/core/engines/lexical/trees.ts'
import { frameReader } from '../../src/core/frames/reader.ts'
import { sha256, spreadHash } from '../../src/core/hash.ts'
import { featuresOf, holdFeatures } from '../../src/core/reports/hold/features.ts'
import { holdSentence } from '../../src/core/reports/hold/index.ts'
import { bearingOf } from '../../src/core/reports/hold/lacks.ts'
import { type HoldModel, holdLabels, holdProbabilities } from '../../src/core/reports/hold/learned.ts'
import { readHolding } from '../../src/core/reports/hold/reading.ts'
import { type HeldRow, heldRows } from '../evaluate/held-rows.ts'
import { holdTable, sharesByKind } from '../evaluate/holding.ts'
import { writeAtomic } from '../io/files.ts'
import { openLanguage } from '../io/frames.ts'
import { trainBoosted } from './boost.ts'

const target = new URL('../../src/core/reports/hold/holding.weights.json', import.meta.url)
const settings = { rounds: 80, depth: 3, rate: 0.12, rows: 0.7, features: 0.5, minWeight: 8, ridge: 2, seed: 7 }
/** Share of sound sentences that may be called contrary by what was learned, beside those that a rule accuses. */
const mostAccused = 0.005
/** Probability from which on, where nothing is likelier, a sentence is said to stand in its source. */
const soLine = 0.4
/** What is made by altering a sentence counts less than what people wrote, and so does a paper drawn at random. */
const weights = { made: 0.3, silent: 0.6, read: 1 }
/** Kinds of alterations that the rules before the trees find, or that now and then leave a sentence as right as it was. */
const lighter: Readonly<Record<string, number>> = { thing: 0.15, exchanged: 0.1, borrowed: 0.1, contrary: 0.08 }

interface Lesson {
  row: HeldRow
  features: Float64Array
  /** Left out together. */
  fold: string
}

type Learned = Pick<HoldModel, 'trees' | 'lines'>

/**
 * Learns what a source says of a sentence that cites it, and writes the weights with how they do on what they have not seen: claims
 * of SciFact by thirds, reading notes and the labelled library of the same subject together.
 */
export async function writeHolding(folder: string): Promise<string> {
  const reader = frameReader(openLanguage())
  const rows = await heldRows(folder)
  const lessons = rows.flatMap((row): Lesson[] => {
    const reading = readHolding(row.sentence, row.source)
    return reading
      ? [{ row, features: featuresOf(reading, reader, bearingOf(reading, reader)), fold: foldOf(row) }]
      : []
  })
  const folds = [...new Set(lessons.map(({ fold }) => fold))]
  const judged = folds.flatMap((fold) => {
    const learned = learn(lessons.filter((lesson) => lesson.fold !== fold))
    return lessons
      .filter((lesson) => lesson.fold === fold)
      .map(({ row }) => ({ kind: row.kind, ...holdSentence(row.sentence, row.source, reader, learned) }))
  })
  const learned = learn(lessons)
  const model = {
    provenance:
      'claims of SciFact with their abstracts, reading notes with theirs, findings of nine labelled libraries beside their papers; sound ones altered in one place',
    features: holdFeatures,
    ...learned,
    measured: sharesByKind(judged),
  }
  const version = `1-${sha256(JSON.stringify(model)).slice(0, 8)}`
  await writeAtomic(fileURLToPath(target), `${JSON.stringify({ version, ...model })}\n`)
  return `${holdTable(model.measured)}\nholding ${version}: ${JSON.stringify(learned.lines)}`
}

function foldOf({ set, group }: HeldRow): string {
  return set === 'scifact' ? `scifact ${spreadHash(group) % 3}` : set.replace(/^(?:notes|findings)-/, '')
}

function learn(lessons: readonly Lesson[]): Learned {
  return { trees: treesOf(lessons), lines: { so: soLine, otherwise: lineOf(lessons) } }
}

function treesOf(lessons: readonly Lesson[]): BoostedTrees {
  const learned = trainBoosted(
    {
      rows: lessons.map(({ features }) => features),
      labels: lessons.map(({ row }) => holdLabels.indexOf(row.label)),
      weights: lessons.map(({ row }) => weightOf(row)),
    },
    holdLabels.length,
    settings,
  )
  const short = (value: number) => Math.round(value * 1e4) / 1e4
  return {
    ...learned,
    base: learned.base.map(short),
    trees: learned.trees.map((tree) => ({ ...tree, threshold: tree.threshold.map(short) })),
  }
}

function weightOf({ made, label, kind }: HeldRow): number {
  if (made) return lighter[kind.split(' ').at(-1)!] ?? weights.made
  return label === 'not' ? weights.silent : weights.read
}

/** The line above which few sound sentences of folds not learned from come, by two halves of the folds. */
function lineOf(lessons: readonly Lesson[]): number {
  const names = [...new Set(lessons.map(({ fold }) => fold))].sort()
  const isIn = (side: number) => (lesson: Lesson) => names.indexOf(lesson.fold) % 2 === side
  const chances = [0, 1].flatMap((side) => {
    const trees = treesOf(lessons.filter((lesson) => !isIn(side)(lesson)))
    return lessons
      .filter((lesson) => isIn(side)(lesson) && lesson.row.label === 'so')
      .map(({ features }) => holdProbabilities(features, { trees }).otherwise)
  })
  const sorted = chances.sort((a, b) => b - a)
  return Math.round(sorted[Math.floor(mostAccused * sorted.length)]! * 1000) / 1000
}
