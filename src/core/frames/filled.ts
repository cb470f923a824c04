import type { Frame, Place } from './frame.ts'
import { wayOfFigures } from './tagger/arm-figures.ts'
import type { SlotTagger } from './tagger/slot-tagger.ts'
import { paperSlots, unsaidOf } from './tagger/unsaid.ts'

/** A paper as far as its sentences may lean on it. */
interface Leant {
  title: string
  sentences: readonly string[]
}

/** Sentences of a paper, from its front, that are read for what it did, compared and looked at. */
const mostRead = 6

/** The frame of a claim with its slots as a tagger reads them, and with what it leaves unsaid taken from its paper. */
export function filledFrame(frame: Frame, { title, sentences }: Leant, tagger: SlotTagger): Frame {
  const said = tagger.slots(frame.text, title)
  const paper = paperSlots(
    tagger.slots(title, title),
    sentences.slice(0, mostRead).map((sentence) => tagger.slots(sentence, title)),
  )
  const way = wayOfFigures(frame, said)
  const direction = way && frame.direction ? { ...frame.direction, value: way } : frame.direction
  const unsaid = unsaidOf(said, direction?.value ?? null, paper)
  const slots = Object.entries(said).map(([place, spans]) => {
    const text = unsaid[place as Place]
    return [place, text === undefined ? spans : [{ text, inherited: true as const }]]
  })
  return { ...frame, direction, slots: Object.fromEntries(slots) }
}
