import type { Direction } from '../../../src/core/frames/frame.ts'
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
const judgedOf = [...slots, 'direction'] as const

/** What was read of a sentence. */
interface Read {
  slots: SaidSlots
  direction: Direction | null
}

/** Whether each slot, and the direction, was read rightly. */
type Judged = Readonly<Record<(typeof judgedOf)[number], boolean>>

/** Places of the words, small ones aside, that fill each slot. */
type Filled = Readonly<Record<Slot, ReadonlySet<number>>>

/**
 * `evaluate slots FOLDER`: which words of a sentence fill which slot and which way its finding goes, held against labelled sentences of documents that were not learned
 * from; by grammar alone, and as learned. A slot counts as right where the words that are said to fill it are mostly those that a reader
 * marked, or where both leave it empty; "together" are the exposure, the comparator and the outcome of a sentence, "all" these with its
 * direction.
 */
export function evaluateSlots([folder = '']: readonly string[]): Evaluation {
  const language = openLanguage()
  const tagger = openTagger()
  const frames = frameReader(language)
  const sentences = labelledSentences(folder).heldOut.filter(
    ({ direction }) => direction !== null && direction !== 'aim',
  )
  const ways: readonly [string, (sentence: LabelledSentence) => Read][] = [
    [
      'by grammar',
      ({ text }) => {
        const { slots, direction } = frames.read(text)
        return { slots, direction: direction?.value ?? null }
      },
    ],
    [
      'as learned',
      ({ text, title }) => {
        const said = tagger.slots(text, title)
        return { slots: said, direction: tagger.direction(frames.read(text), said) }
      },
    ],
  ]
  const predictions = sentences.map((sentence) => {
    const marks = taggerMarks(sentence.text, language)
    const labels = labelsOfWords(marks, sentence)
    const truth = filledBy((at) => slotLabels[labels[at]!]!, marks)
    const judged = ways.map(([name, read]) => {
      const { slots: said, direction } = read(sentence)
      const right = rightSlots(truth, filledBy(slotsAt(said, marks), marks))
      return [name, { ...right, direction: (direction ?? 'exists') === sentence.direction }]
    })
    return { document: sentence.document, ...Object.fromEntries(judged) } as Record<string, Judged> & {
      document: unknown
    }
  })
  const rows = ways.map(([way]) => {
    const share = (right: (one: Judged) => boolean) =>
      predictions.filter((one) => right(one[way]!)).length / Math.max(1, predictions.length)
    const whole = ({ exposure, comparator, outcome }: Judged) => exposure && comparator && outcome
    return {
      way,
      ...Object.fromEntries(judgedOf.map((slot) => [slot, share((one) => one[slot])])),
      together: share(whole),
      all: share((one) => whole(one) && one.direction),
    } as { way: string } & Record<(typeof judgedOf)[number] | 'together' | 'all', number>
  })
  const table = rows
    .map(
      (row) =>
        `${row.way}: ${[...judgedOf, 'together' as const, 'all' as const].map((slot) => `${slot} ${row[slot].toFixed(2)}`).join(', ')}`,
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
