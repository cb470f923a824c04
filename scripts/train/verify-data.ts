import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { splitSentences } from '../../src/core/text/sentences.ts'
import {
  type AbstractRow,
  conclusionExamples,
  type Example,
  flippedExamples,
  type LabelledRow,
  passageExamples,
  plainExamples,
  titleExamples,
} from './examples.ts'
import { type Apart, foldOf, groupRows } from './groups.ts'
import { nearAbstracts } from './near.ts'

/** Labelled sets by name, with the weight of a row. */
const sets = { scifact: 1, citint: 0.5, pubmedqa: 0.7 } as const

export interface TrainingData {
  examples: Example[]
  /** Sentences from which the rarity of words is learned. */
  sentences: string[]
  /** Rows read, by set. */
  counts: Record<string, number>
}

export interface DataOptions {
  /** The folder with `claims/` and `corpus/`. */
  folder: string
  /** Rows of these groups and all that is made of their documents stay out. */
  leaveOut: (group: string) => boolean
  /** Leaves out labelled rows whose documents other splits use. */
  unseenOnly?: boolean
  /** What the groups keep apart. */
  apart?: Apart
}

/** Reads the labelled sets and the corpus and makes all examples from them. Same files, same examples. */
export function readTrainingData({ folder, leaveOut, unseenOnly, apart }: DataOptions): TrainingData {
  const held = new Set(readJson<number[]>(join(folder, 'claims/held_out_doc_ids.json')))
  const examples: Example[] = []
  const counts: Record<string, number> = {}
  const groupOfDoc = new Map<number, string>()
  for (const [name, weight] of Object.entries(sets)) {
    const all = readRows<LabelledRow>(join(folder, `claims/${name}_train.jsonl`))
    const groups = groupRows(all, name, apart)
    if (name === 'scifact') for (const [at, row] of all.entries()) groupOfDoc.set(row.doc_id!, groups[at]!)
    const kept = all.flatMap((row, at) => (leaveOut(groups[at]!) || (unseenOnly && held.has(row.doc_id!)) ? [] : [at]))
    const rows = kept.map((at) => all[at]!)
    const names = kept.map((at) => groups[at]!)
    counts[name] = rows.length
    examples.push(...plainExamples(rows, names, weight / 2, name))
    examples.push(...plainExamples(rows.map(bare), names, weight / 2, `${name}-bare`))
    if (name !== 'scifact') continue
    examples.push(...passageExamples(rows, names, 11), ...flippedExamples(rows, names, 12))
  }
  const corpus = readRows<AbstractRow>(join(folder, 'corpus/scifact_corpus.jsonl')).filter(
    (row) => !held.has(row.doc_id) && !leaveOut(groupOfDoc.get(row.doc_id) ?? `doc ${row.doc_id}`),
  )
  counts.corpus = corpus.length
  const groupOf = (row: AbstractRow) => groupOfDoc.get(row.doc_id) ?? `doc ${row.doc_id}`
  const near = nearAbstracts(corpus)
  examples.push(...titleExamples(corpus, groupOf, near, 0.3, 13), ...conclusionExamples(corpus, groupOf, near, 0.3, 14))
  const sentences = corpus.flatMap((row) => [row.title, ...row.abstract])
  for (const name of ['Bannach-Brown_2019', 'Nagtegaal_2019']) {
    const rows = readRows<{ title: string | null; abstract: string | null }>(join(folder, `corpus/${name}.jsonl`))
    counts[name] = rows.length
    for (const row of rows) {
      if (row.title) sentences.push(row.title)
      if (row.abstract) sentences.push(...splitSentences(row.abstract).map((sentence) => sentence.text))
    }
  }
  return { examples, sentences, counts }
}

/** The row as other sets would give it: without a title, and half of the citing sentences without their marks. */
function bare(row: LabelledRow, at: number): LabelledRow {
  const claim = row.claim_clean !== undefined && at % 2 === 0 ? row.claim_clean : row.claim
  return { ...row, claim, title: '' }
}

/** The part that is held out for the last measurement: a fifth of the groups, chosen by a hash of their names. */
export function isHeldOut(group: string): boolean {
  return foldOf(group, 5) === 0
}

/** Labelled rows of one set with their groups. */
export function readLabelled(
  folder: string,
  name: keyof typeof sets,
  apart?: Apart,
): { rows: LabelledRow[]; groups: string[] } {
  const rows = readRows<LabelledRow>(join(folder, `claims/${name}_train.jsonl`))
  return { rows, groups: groupRows(rows, name, apart) }
}

function readRows<T>(path: string): T[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as T)
}

function readJson<T>(path: string): T {
  return JSON.parse(readFileSync(path, 'utf8')) as T
}
