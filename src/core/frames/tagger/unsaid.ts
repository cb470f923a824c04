import { stem } from '../../text/stem.ts'
import { emptyWords } from '../../text/stop-words.ts'
import type { Direction, Place } from '../frame.ts'
import { isIn } from '../lists.ts'
import type { SaidSlots } from './spans.ts'

/** What fills a slot of a paper as a whole. */
export interface PaperSlot {
  text: string
  /** Its title says what fills the slot. */
  titled: boolean
  /** How many stretches of its title and first sentences name it. */
  named: number
}

/** What a paper as a whole did, compared and looked at: what a sentence of it may leave unsaid. */
export type PaperSlots = Partial<Record<Place, PaperSlot>>

/** A title speaks for the whole paper; it counts as so many sentences. */
const titleWeight = 3
/** Directions that set one thing beside another. */
const comparing: ReadonlySet<Direction | null> = new Set(['up', 'down', 'better', 'worse', 'none', 'as-good'])

/** A heading of an abstract, "SETTING/PARTICIPANTS", names nobody. */
const heading = /^[\p{Lu}\s/]{8,}$/u
/** Share of the words of what a slot would be filled with from which a sentence, or another stretch, names it too. */
const mostly = 0.5
/** What a single word, "patients", counts beside several that name the same more closely. */
const bare = 0.5

/** Words that set one arm beside another, or name several. */
const beside = /\b(?:than|versus|vs|compar\w+|relative|between|both|either|groups|arms|whereas|while|but)\b/i
/** "At baseline", where nothing tells of a change since. */
const atFirst = /\bat (?:baseline|enrol{1,2}ment|inclusion|study entry)\b/i
const changed = /\b(?:from|after|during|later|over|weeks?|months?|days?|years?|follow-up|end)\b/i
/** "In the untreated group", "among controls". */
const oneArm = /\b(?:in|with|for|among|of) (?:the )?(?:(\p{L}+) (?:care |treatment )?(?:group|arm)|(controls))\b/giu

interface Candidate {
  text: string
  stems: ReadonlySet<string>
  weight: number
}

/** The exposure, comparator and population that the title and the sentences of a paper speak of most. */
export function paperSlots(title: SaidSlots, sentences: readonly SaidSlots[]): PaperSlots {
  const done = candidates('exposure', title, sentences)
  const exposure = mostSaid(done)
  const against = candidates('comparator', title, sentences).filter(
    ({ stems }) => !exposure || !isWithin(stems, exposure.stems),
  )
  const studied = candidates('population', title, sentences).filter(({ text }) => !isOfStudy(text))
  const slots: PaperSlots = {}
  for (const [place, all] of [
    ['exposure', done],
    ['comparator', against],
    ['population', studied],
  ] as const) {
    const most = mostSaid(all)
    if (!most) continue
    const named = all.filter(({ stems }) => share(most.stems, stems) >= mostly).length
    slots[place] = { text: most.text, titled: title[place].length > 0, named }
  }
  return slots
}

/**
 * What a finding leaves unsaid, taken from its paper where two stretches of this name it, and nothing that its sentence names elsewhere:
 * an exposure where something is said to have an effect and the title says what was done, a comparator where something is compared, and
 * what is compared is no other thing than in the paper as a whole, and a population. Of 540 such slots in statements of the libraries that
 * were labelled for this project readers found three in four exposures and comparators and nearly all populations to be meant, of those
 * that are named once or belong to another thing about half, of populations four in five.
 */
export function unsaidOf(
  text: string,
  said: SaidSlots,
  direction: Direction | null,
  paper: PaperSlots,
): Partial<Record<Place, string>> {
  const words = stemsOf(text)
  const named = [...said.exposure, ...said.comparator].map((span) => stemsOf(span.text))
  const fits = (place: Place, isMeant: (slot: PaperSlot) => boolean) => {
    const slot = paper[place]
    if (!slot || slot.named < 2 || said[place].length > 0 || !isMeant(slot)) return {}
    const stems = stemsOf(slot.text)
    const isSaid = share(stems, words) >= mostly || named.some((one) => isWithin(one, stems))
    return isSaid ? {} : { [place]: slot.text }
  }
  return {
    ...fits('exposure', ({ titled }) => titled && direction !== 'rate' && direction !== null && !isApart(text)),
    ...fits('comparator', () => comparing.has(direction) && !isOther(said, paper)),
    ...fits('population', () => true),
  }
}

/** Whether a sentence tells of what nothing was done to yet, or of a control arm alone: "In the control group, yields rose." */
function isApart(text: string): boolean {
  if (atFirst.test(text) && !changed.test(text)) return true
  return (
    !beside.test(text) &&
    [...text.matchAll(oneArm)].some(([, word, controls]) => isIn('controls', listed(word ?? controls!)))
  )
}

/** Whether a sentence says of something else than its paper as a whole what it did. */
function isOther({ exposure }: SaidSlots, paper: PaperSlots): boolean {
  const own = stemsOf(paper.exposure?.text ?? '')
  return exposure.length > 0 && exposure.every(({ text }) => overlap(stemsOf(text), own) < mostly)
}

function candidates(place: Place, title: SaidSlots, sentences: readonly SaidSlots[]): Candidate[] {
  const of = (said: SaidSlots, weight: number) =>
    said[place].map(({ text }): Candidate => ({ text, stems: stemsOf(text), weight }))
  return [...of(title, titleWeight), ...sentences.flatMap((one) => of(one, 1))].filter(
    ({ text, stems }) => stems.size > 0 && !heading.test(text),
  )
}

/** "The trial group", "both groups": the study itself, or whoever was in it. */
function isOfStudy(text: string): boolean {
  const words = wordsIn(text).map(listed)
  return (
    words.some((word) => isIn('reporters', word)) ||
    words.every((word) => isIn('light', word) || emptyWords.has(word.word))
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
  return new Set(wordsIn(text).map(stem))
}

/** A word as lists are asked for it. */
function listed(word: string): { word: string; lemma: string } {
  const lower = word.toLowerCase()
  return { word: lower, lemma: lower.replace(/s$/, '') }
}

function wordsIn(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\d]+/gu) ?? []
}

/** Whether all words of one are words of the other: they name the same thing, one of them more closely. */
function isWithin(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  return overlap(one, other) === 1
}

/** The larger of the shares that two have of each other. */
function overlap(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  return Math.max(share(one, other), share(other, one))
}

function share(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  if (one.size === 0) return 0
  let count = 0
  for (const word of one) if (other.has(word)) count++
  return count / one.size
}
