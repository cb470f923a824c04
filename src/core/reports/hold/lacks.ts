import { marksOf } from '../../frames/marks.ts'
import type { FrameReader } from '../../frames/reader.ts'
import { checks } from './lack-checks.ts'
import type { Lack } from './lack-kinds.ts'
import { type OutcomeTurns, outcomeTurns } from './outcome-turns.ts'
import { closest, type HoldReading } from './reading.ts'
import { shownPlaces } from './shown.ts'
import { readSlots, type SlotReading } from './slots.ts'

/** The sentences of a source that come nearest to a sentence, and what they lack before they can be said to bear it out. */
export interface Bearing {
  /** Places of the one or two sentences that are shown. */
  shown: readonly number[]
  slots: SlotReading
  turns: OutcomeTurns
  lacks: readonly Lack[]
}

/** Sentences of the source that are compared word by word. */
const compared = 3

/** Reads what the nearest sentences of a source bear out of a sentence. */
export function bearingOf(reading: HoldReading, reader: FrameReader, sentence = reading.claim.text): Bearing {
  const shown = shownPlaces(reading)
  const texts = shown.map((at) => reading.sentences[at]!)
  const mine = marksOf(reading.claim.text, reader.language)
  const theirs = texts.map((text) => marksOf(text, reader.language))
  const places = closest(reading, compared)
  const slots = readSlots(reading, places, reader)
  const turns = outcomeTurns(mine, theirs, reader.language)
  const closeTexts = places.map((at) => reading.sentences[at]!)
  const seen = { sentence, reading, reader, shown, texts, closeTexts, slots, turns, mine, theirs }
  return { shown, slots, turns, lacks: checks.flatMap((check) => check(seen) ?? []) }
}
