/** What a finding states, slot by slot. */
export const slotNames = [
  'exposure',
  'comparator',
  'outcome',
  'direction',
  'population',
  'dose',
  'time',
  'figures',
] as const
export type SlotName = (typeof slotNames)[number]

/** A slot that words fill. */
export type Place = Exclude<SlotName, 'direction' | 'figures'>

/**
 * What was found: the outcome went up or down, no difference was shown, the exposure was better, worse or as good, something
 * occurs at a rate, or two things are linked without a direction.
 */
export const directions = ['up', 'down', 'none', 'better', 'worse', 'as-good', 'rate', 'linked'] as const
export type Direction = (typeof directions)[number]

/** A stretch of the sentence, in UTF-16 code units, the end exclusive; or what the sentence leaves unsaid, taken from its paper. */
export type SlotSpan =
  | { text: string; start: number; end: number; inherited?: undefined }
  | { text: string; inherited: true }

/** A figure of a sentence with what it is a figure of. */
export interface Figure {
  kind: 'ratio' | 'difference' | 'share' | 'p' | 'count' | 'fold' | 'measure' | 'interval'
  value: number
  /** Normal form of the unit; empty where there is none. */
  unit: string
  low?: number
  high?: number
  relation: '' | '<' | '>' | '≤' | '≥'
  /** What is counted or measured, in stems, as far as the words beside it tell. */
  of: readonly string[]
  text: string
  start: number
  end: number
}

/** A word that names something, with the slot it stands in. */
export interface FrameWord {
  word: string
  lemma: string
  stem: string
  pos: string
  slot: SlotName
  start: number
  end: number
  /** A name by its shape: capitals or digits inside, or a single letter, numeral or digit behind another word. */
  name: boolean
  /** Head of its phrase. */
  head: boolean
  /** A verb that says what happens, and names nothing. */
  act: boolean
}

/** The frame of one sentence. */
export interface Frame {
  text: string
  /** Exposure, comparator, outcome, population, dose and time; a list where the sentence names several. */
  slots: Readonly<Record<Exclude<SlotName, 'direction' | 'figures'>, readonly SlotSpan[]>>
  direction: { value: Direction; text: string; start: number; end: number } | null
  /** Product of the words of direction, with a swap of contraries left to the comparison: 1 up, -1 down, 0 none. */
  sign: 0 | 1 | -1
  /** The finding, or that something is there, is denied. */
  denied: boolean
  /** Its sides may change places: "associated with", "differ". */
  symmetric: boolean
  figures: readonly Figure[]
  /** The words behind the slots, in the order of the text. */
  words: readonly FrameWord[]
  /** Words of direction, likeness and denial, in dictionary form. */
  turning: readonly string[]
  /** What was to be found out, not what was found. */
  aim: boolean
  /** Held back by "may", "possibly". */
  hedged: boolean
  /** Whether the sentence calls its finding significant, by word, p-value or interval; null where it does not say. */
  significant: boolean | null
}
