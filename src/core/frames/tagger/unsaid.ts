import { stem } from '../../text/stem.ts'
import type { Direction, Place } from '../frame.ts'
import type { SaidSlots } from './spans.ts'

/** What a paper as a whole did, compared and looked at: what a sentence of it may leave unsaid. */
export type PaperSlots = Partial<Record<Place, string>>

/** A title speaks for the whole paper; it counts as so many sentences. */
const titleWeight = 3
/** Directions that set one thing beside another. */
const comparing: ReadonlySet<Direction | null> = new Set(['up', 'down', 'better', 'worse', 'none', 'as-good'])

/** A heading of an abstract, "SETTING/PARTICIPANTS", names nobody. */
const heading = /^[\p{Lu}\s/]{8,}$/u
/** What a single word, "patients", counts beside several that name the same more closely. */
const bare = 0.5

interface Candidate {
  text: string
  stems: ReadonlySet<string>
  weight: number
}

/** The exposure, comparator and population that the title and the sentences of a paper speak of most. */
export function paperSlots(title: SaidSlots, sentences: readonly SaidSlots[]): PaperSlots {
  const exposure = mostSaid(candidates('exposure', title, sentences))
  const others = candidates('comparator', title, sentences).filter(
    ({ stems }) => !exposure || !isWithin(stems, exposure.stems),
  )
  const slots = {
    exposure: exposure?.text,
    comparator: mostSaid(others)?.text,
    population: mostSaid(candidates('population', title, sentences))?.text,
  }
  return Object.fromEntries(Object.entries(slots).filter(([, text]) => text !== undefined))
}

/** What a finding leaves unsaid, taken from its paper: the comparator only where something is compared, and nothing that it names in another slot. */
export function unsaidOf(said: SaidSlots, direction: Direction | null, paper: PaperSlots): PaperSlots {
  const named = [...said.exposure, ...said.comparator].map(({ text }) => stemsOf(text))
  const fits = (place: Place) => {
    const text = paper[place]
    return text !== undefined && said[place].length === 0 && !named.some((one) => isWithin(one, stemsOf(text)))
  }
  return {
    ...(fits('exposure') && direction !== 'rate' && direction !== null ? { exposure: paper.exposure! } : {}),
    ...(fits('comparator') && comparing.has(direction) ? { comparator: paper.comparator! } : {}),
    ...(paper.population && said.population.length === 0 ? { population: paper.population } : {}),
  }
}

function candidates(place: Place, title: SaidSlots, sentences: readonly SaidSlots[]): Candidate[] {
  const of = (said: SaidSlots, weight: number) =>
    said[place].map(({ text }): Candidate => ({ text, stems: stemsOf(text), weight }))
  return [...of(title, titleWeight), ...sentences.flatMap((one) => of(one, 1))].filter(
    ({ text, stems }) => stems.size > 0 && !heading.test(text),
  )
}

/** The stretch whose words the others have most, one of several words rather than a bare one. */
function mostSaid(all: readonly Candidate[]): Candidate | null {
  let best: Candidate | null = null
  let most = 0
  for (const one of all) {
    const sum = all.reduce(
      (total, other) => total + other.weight * share(other.stems, one.stems) * share(one.stems, other.stems),
      0,
    )
    const told = one.stems.size > 1 ? sum : bare * sum
    if (told > most) [best, most] = [one, told]
  }
  return best
}

function stemsOf(text: string): Set<string> {
  return new Set((text.toLowerCase().match(/[\p{L}\d]+/gu) ?? []).map(stem))
}

/** Whether all words of one are words of the other: they name the same thing, one of them more closely. */
function isWithin(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  return share(one, other) === 1 || share(other, one) === 1
}

function share(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  if (one.size === 0) return 0
  let count = 0
  for (const word of one) if (other.has(word)) count++
  return count / one.size
}
