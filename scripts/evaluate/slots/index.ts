import { frameReader } from '../../../src/core/frames/reader.ts'
import { taggerMarks } from '../../../src/core/frames/tagger/clues.ts'
import { type SaidSlots, slotLabels } from '../../../src/core/frames/tagger/spans.ts'
import { openLanguage } from '../../io/frames.ts'
import { openTagger } from '../../io/tagger.ts'
import type { Evaluation } from '../task.ts'
import { type LabelledSentence, labelledSentences, labelsOfWords } from './labelled.ts'

/** Share of words, twice those in common over those of both, from which a slot counts as read rightly. */
const enough = 0.5
const slots = slotLabels.slice(1)
type Slot = (typeof slots)[number]

/** Places of the words, small ones aside, that fill each slot. */
type Filled = Readonly<Record<Slot, ReadonlySet<number>>>

/**
 * `evaluate slots FOLDER`: which words of a sentence fill which slot, held against labelled sentences of documents that were not learned
 * from; by grammar alone, and as learned. A slot counts as right where the words that are said to fill it are mostly those that a reader
 * marked, or where both leave it empty.
 */
export function evaluateSlots([folder = '']: readonly string[]): Evaluation {
  const language = openLanguage()
  const tagger = openTagger()
  const frames = frameReader(language)
  const sentences = labelledSentences(folder).heldOut.filter(
    ({ direction }) => direction !== null && direction !== 'aim',
  )
  const ways: readonly [string, (sentence: LabelledSentence) => SaidSlots][] = [
    ['by grammar', ({ text }) => frames.read(text).slots],
    ['as learned', ({ text, title }) => tagger.slots(text, title)],
  ]
  const predictions = sentences.map((sentence) => {
    const marks = taggerMarks(sentence.text, language)
    const labels = labelsOfWords(marks, sentence)
    const truth = filledBy((at) => slotLabels[labels[at]!]!, marks)
    return {
      document: sentence.document,
      ...Object.fromEntries(
        ways.map(([name, read]) => [name, rightSlots(truth, filledBy(slotsAt(read(sentence), marks), marks))]),
      ),
    } as Record<string, Record<Slot, boolean>> & { document: unknown }
  })
  const rows = ways.map(([way]) => {
    const share = (right: (one: Record<Slot, boolean>) => boolean) =>
      predictions.filter((one) => right(one[way]!)).length / Math.max(1, predictions.length)
    return {
      way,
      ...Object.fromEntries(slots.map((slot) => [slot, share((one) => one[slot])])),
      together: share(({ exposure, comparator, outcome }) => exposure && comparator && outcome),
    } as { way: string; together: number } & Record<Slot, number>
  })
  const table = rows
    .map(
      (row) =>
        `${row.way}: ${[...slots, 'together' as const].map((slot) => `${slot} ${row[slot].toFixed(2)}`).join(', ')}`,
    )
    .join('\n')
  const json = { task: 'slots', sentences: sentences.length, ways: rows }
  return { table: `${sentences.length} sentences\n${table}`, json, predictions }
}

interface Word {
  start: number
  end: number
  stop: boolean
}

function filledBy(slotAt: (at: number) => string, marks: readonly Word[]): Filled {
  const at = (slot: Slot) =>
    new Set(marks.flatMap(({ stop }, place) => (!stop && slotAt(place) === slot ? [place] : [])))
  return Object.fromEntries(slots.map((slot) => [slot, at(slot)])) as Record<Slot, Set<number>>
}

function slotsAt(said: SaidSlots, marks: readonly Word[]): (at: number) => string {
  const spans = Object.entries(said).flatMap(([slot, own]) =>
    own.map((span) => ({ slot: slot === 'dose' ? 'time' : slot, span })),
  )
  return (at) =>
    spans.find(
      ({ span }) => span.inherited === undefined && span.start <= marks[at]!.start && marks[at]!.end <= span.end,
    )?.slot ?? 'none'
}

function rightSlots(truth: Filled, found: Filled): Record<Slot, boolean> {
  const right = (slot: Slot) => {
    const [one, other] = [truth[slot], found[slot]]
    if (one.size + other.size === 0) return true
    return (2 * [...one].filter((at) => other.has(at)).length) / (one.size + other.size) >= enough
  }
  return Object.fromEntries(slots.map((slot) => [slot, right(slot)])) as Record<Slot, boolean>
}
