import type { TaggedWord } from '../../text/pos.ts'

/** A word of a question; what hyphens or strokes join is one word. */
export type Word = TaggedWord
