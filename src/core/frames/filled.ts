import type { Direction, Frame, Place } from './frame.ts'
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
  const way = tagger.direction(frame, said)
  const direction = directed(frame, wayOfFigures(frame, said, way) ?? way)
  const unsaid = unsaidOf(frame.text, said, direction?.value ?? null, paper)
  const slots = Object.entries(said).map(([place, spans]) => {
    const text = unsaid[place as Place]
    return [place, text === undefined ? spans : [{ text, inherited: true as const }]]
  })
  return { ...frame, direction, slots: Object.fromEntries(slots) }
}

/** The direction with the word that grammar found for it; with no word where grammar reads another. */
function directed({ direction }: Frame, value: Direction | null): Frame['direction'] {
  if (value === null || direction?.value === value) return value && direction
  return { value, text: '', start: 0, end: 0 }
}
