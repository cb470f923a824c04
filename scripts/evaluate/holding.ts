import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import { frameReader } from '../../src/core/frames/reader.ts'
import { spreadHash } from '../../src/core/hash.ts'
import { plainName } from '../../src/core/reports/citations/author-year.ts'
import { holdSentence, type Outcome, outcomes, type SourceText } from '../../src/core/reports/hold/index.ts'
import { countOutcomes, sourceText } from '../../src/core/reports/hold/report.ts'
import { splitSentences } from '../../src/core/text/sentences.ts'
import type { CslItem } from '../../src/schemas/paper.ts'
import { openLanguage } from '../io/frames.ts'
import { readLibraryFile } from '../sources/library/read.ts'
import { alterations } from './alterations.ts'
import { seededRandom } from './random.ts'
import { readRows } from './rows.ts'
import type { Evaluation } from './task.ts'
import { readPair } from './verify.ts'

/** A sentence, the text that it cites, and what it was labelled or made as. */
interface Held {
  id: string
  kind: string
  sentence: string
  source: SourceText
}

const notes = z.array(z.object({ id: z.string(), text: z.string() }))

/**
 * `evaluate holding FILE…`: sentences held against the abstract that each cites. `.jsonl` holds labelled pairs `{id, claim, title, evidence,
 * label}`, told apart in two halves by the hash of their claim; `.json` reading notes `{id, text}` on the works of the library files
 * (`.ris`, `.bib` …) beside them, written from their own papers. Those that are sound are also altered in one place.
 */
export async function holding(files: readonly string[]): Promise<Evaluation> {
  const rows = files.filter((file) => file.endsWith('.jsonl'))
  const written = files.filter((file) => /\.json$/.test(file))
  const pairs = (await Promise.all(rows.map(readRows))).flat().map((row, at) => readPair(row, at))
  const labelled = pairs.map(
    ({ id, claim, title, evidence, label }): Held => ({
      id,
      kind: `half ${1 + (spreadHash(claim) % 2)} ${label}`,
      sentence: claim,
      source: { title, sentences: evidence },
    }),
  )
  const library = files.filter((file) => !/\.jsonl?$/.test(file))
  const noted = (await Promise.all(written.map((file) => notesOf(file, library)))).flat()
  const sound = [...labelled.filter(({ kind }) => kind.endsWith('SUPPORT')), ...noted]
  return figuresOf([...labelled, ...noted, ...sound.flatMap(altered)])
}

/** Sentences of reading notes with the abstracts that they were written from. */
async function notesOf(file: string, libraries: readonly string[]): Promise<Held[]> {
  const works = new Map<string, SourceText | null>()
  for (const path of libraries)
    for (const { csl, text } of (await readLibraryFile(path, path)).records) {
      const key = keyOf(csl)
      if (text)
        works.set(
          key,
          works.has(key) && works.get(key)?.title !== csl.title ? null : sourceText(csl.title, text.sections),
        )
    }
  return notes.parse(JSON.parse(await readFile(file, 'utf8'))).flatMap(({ id, text }) => {
    const source = works.get(id)
    if (!source || source.sentences.length === 0) return []
    return splitSentences(text).map((one, at) => ({ id: `${id}-${at}`, kind: 'notes', sentence: one.text, source }))
  })
}

/** First author and year, as the notes name a work. */
function keyOf({ author, issued }: Pick<CslItem, 'author' | 'issued'>): string {
  const [first] = author
  const family = first === undefined ? '' : 'family' in first ? first.family : first.literal
  return `${plainName(family).replace(/[^\p{L}]/gu, '')}${issued?.['date-parts'][0][0] ?? ''}`
}

/** What a sound sentence becomes by each alteration. */
function altered({ id, kind, sentence, source }: Held, at: number, all: readonly Held[]): Held[] {
  const other = all[(at + 1) % all.length]!.sentence
  return Object.entries(alterations).flatMap(([what, alter]) => {
    const text = alter(sentence, other, seededRandom(spreadHash(sentence)))
    if (text === null || text === sentence) return []
    return [{ id: `${id}-${what}`, kind: `${kind}, ${what} altered`, sentence: text, source }]
  })
}

function figuresOf(rows: readonly Held[]): Evaluation {
  const reader = frameReader(openLanguage())
  const predictions = rows.map(({ id, kind, sentence, source }) => {
    const { outcome, quote, why } = holdSentence(sentence, source, reader)
    return { id, kind, outcome, why, sentence, quote }
  })
  const kinds = [...new Set(rows.map(({ kind }) => kind))].sort()
  const counts = Object.fromEntries(
    kinds.map((kind) => [kind, countOutcomes(predictions.filter((one) => one.kind === kind))]),
  )
  return { table: tableOf(counts), json: { task: 'holding', n: rows.length, kinds: counts }, predictions }
}

function tableOf(counts: Readonly<Record<string, Record<Outcome, number>>>): string {
  const rows = Object.entries(counts).map(([kind, count]) => {
    const all = Object.values(count).reduce((sum, one) => sum + one, 0)
    return [kind, String(all), ...outcomes.map((outcome) => (all === 0 ? '–' : (count[outcome] / all).toFixed(3)))]
  })
  const lines = [['sentences', 'n', ...outcomes], ...rows]
  const widths = lines[0]!.map((_, at) => Math.max(...lines.map((line) => line[at]!.length)))
  return lines
    .map((line) =>
      line.map((cell, at) => (at === 0 ? cell.padEnd(widths[at]!) : cell.padStart(widths[at]!))).join('  '),
    )
    .join('\n')
}
