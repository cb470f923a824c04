import { clauseWords, directions, hedges, negations, strongHedges } from './lexicon.ts'
import { numberWords } from './number-words.ts'
import { stem } from './stem.ts'
import { emptyWords } from './stop-words.ts'

/** What is known of a word wherever it stands. */
export interface Word {
  /** In small letters. */
  word: string
  stem: string
  /** No content of its own: a function word or a negation. */
  stop: boolean
  /** A name by its shape: capitals or digits inside. */
  name: boolean
  /** A word of negation. */
  cue: boolean
  direction: 0 | 1 | -1
  hedge: boolean
  strongHedge: boolean
  /** Another clause begins with it. */
  opensClause: boolean
  /** Value of a number word. */
  value: number | null
}

const known = new Map<string, Word>()
const limit = 200_000

/** Looks a word up as it is written, remembered for the next time. */
export function wordOf(raw: string): Word {
  const found = known.get(raw)
  if (found) return found
  const made = describe(raw)
  if (known.size < limit) known.set(raw, made)
  return made
}

function describe(raw: string): Word {
  const word = raw.toLowerCase()
  const numbered = /\d/.test(raw)
  const key = numbered ? word.replace(/[-‐‑]/g, '') : stem(word)
  const cue = negations.has(word)
  return {
    word,
    stem: key,
    stop: cue || emptyWords.has(word) || (word.length < 2 && !/^[B-HJ-MOQ-Z]$/.test(raw)),
    name: numbered || /^\p{L}.*\p{Lu}/u.test(raw),
    cue,
    direction: directions.get(key) ?? 0,
    hedge: hedges.has(word),
    strongHedge: strongHedges.has(word),
    opensClause: clauseWords.has(word),
    value: numberWords.get(word) ?? null,
  }
}
