import { remembered } from '../../remembered.ts'
import { signedBytes } from '../../signed-bytes.ts'
import type { Direction, Frame } from '../frame.ts'
import type { Language } from '../language.ts'
import { slotClues, taggerMarks } from './clues.ts'
import { directionClues } from './direction-clues.ts'
import type { DirectionReader } from './direction-reader.ts'
import { slotLabelsOf } from './slot-labels.ts'
import { type SaidSlots, spansOf } from './spans.ts'
import { readStates, type TaggerInput, type TaggerShape, taggerLayout } from './tagger.ts'

/** A tagger as it stands in a file: weights as signed bytes in base64, with what a step of each block is worth. */
export interface StoredTagger {
  version: string
  provenance: string
  shape: TaggerShape
  /** Clues in the order of their rows, one a line. */
  clues: string
  steps: number[]
  bytes: string
}

/** Vectors of words by stem, all of one length; null where a word has none. */
export interface WordVectors {
  width: number
  vector(stem: string): Float32Array | null
}

/** Says which words of a sentence fill which slot, as learned from sentences that readers labelled. */
export interface SlotTagger {
  /** Slots that a sentence fills; the title of its paper tells what its words may be. */
  slots(sentence: string, title?: string): SaidSlots
  /** Which way a finding goes whose slots are known; null where it has no direction. */
  direction(frame: Frame, said: SaidSlots): Direction | null
}

/** Titles under which sentences are remembered: those of a paper are read again for each of its claims. */
const mostTitles = 2000

/** A tagger with the words and the language that it was learned with, and what reads directions by its slots. */
export function slotTagger(
  stored: StoredTagger,
  vectors: WordVectors,
  language: Language,
  directionOf: DirectionReader,
): SlotTagger {
  const { shape } = stored
  const layout = taggerLayout(shape)
  const weights = unpacked(stored)
  const rows = new Map(stored.clues.split('\n').map((clue, at) => [clue, at]))
  const steps = weights.subarray(layout.at.steps, layout.at.steps + layout.size.steps)
  const read = (sentence: string, title?: string) => {
    const marks = taggerMarks(sentence, language)
    const input = taggerInput(slotClues(sentence, marks, language, title), marks, rows, vectors)
    const { scores } = readStates(shape, layout, weights, input)
    const small = marks.map(({ stop }) => stop)
    return spansOf(sentence, marks, slotLabelsOf(scores, steps, small), language)
  }
  const readUnder = remembered(
    (title: string | undefined) => remembered((sentence: string) => read(sentence, title)),
    mostTitles,
  )
  return {
    slots: (sentence, title) => readUnder(title)(sentence),
    direction: (frame, said) => directionOf(directionClues(frame, taggerMarks(frame.text, language), said)),
  }
}

/** Words as the tagger takes them in; clues that have no row say nothing. */
export function taggerInput(
  clues: readonly (readonly string[])[],
  marks: readonly { stem: string }[],
  rows: ReadonlyMap<string, number>,
  { width, vector }: WordVectors,
): TaggerInput {
  const vectors = new Float64Array(marks.length * width)
  for (const [at, { stem }] of marks.entries()) {
    const own = vector(stem)
    if (own) vectors.set(own, at * width)
  }
  return { clues: clues.map((own) => Int32Array.from(own.flatMap((clue) => rows.get(clue) ?? []))), vectors }
}

function unpacked({ shape, steps, bytes }: StoredTagger): Float64Array {
  const { at, size, total } = taggerLayout(shape)
  const whole = signedBytes(bytes)
  const weights = new Float64Array(total)
  for (const [place, block] of (Object.keys(at) as (keyof typeof at)[]).entries())
    for (let k = at[block]; k < at[block] + size[block]; k++) weights[k] = whole[k]! * steps[place]!
  return weights
}
