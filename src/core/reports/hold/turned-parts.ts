import { clausesOf } from '../../frames/clauses.ts'
import type { Language } from '../../frames/language.ts'
import { isIn } from '../../frames/lists.ts'
import { type Mark, marksOf } from '../../frames/marks.ts'
import { isNominal, turnsOf } from '../../frames/turns.ts'
import { isTimed } from './outcome-turns.ts'

/** A statement of a sentence that sets two against each other: which way it goes, 0 for none, and the words that only it has. */
interface Part {
  way: 1 | 0 | -1
  word: string
  own: ReadonlySet<string>
}

/** Two statements that a sentence gives to each other's subject. */
export interface TurnedParts {
  at: number
  claim: string
  source: string
}

/**
 * A sentence that sets two against each other as its source does, but tells of each what the source tells of the other: "fell in women but
 * not in men" for "fell in men but not in women". Null where none does.
 */
export function turnedParts(claim: string, sentences: readonly string[], language: Language): TurnedParts | null {
  const mine = partsOf(claim, language)
  if (!mine) return null
  for (const [at, sentence] of sentences.entries()) {
    const theirs = partsOf(sentence, language)
    if (!theirs) continue
    const meets = (i: 0 | 1, j: 0 | 1) => [...mine[i].own].some((stem) => theirs[j].own.has(stem))
    // What is told of both may be named in the first statement only.
    const [kept, turned] = [meets(1, 1), meets(0, 1) && meets(1, 0)]
    if (kept === turned) continue
    const [first, second] = kept ? theirs : [theirs[1], theirs[0]]
    if (mine[0].way === second.way && mine[1].way === first.way) return { at, claim: mine[0].word, source: first.word }
  }
  return null
}

/** The two statements of a sentence that has no others; null where their ways are not plain, or the same. */
function partsOf(sentence: string, language: Language): [Part, Part] | null {
  const parts = clausesOf(sentence).map((part) => marksOf(part, language))
  const [one, two] = parts
  if (!one || !two || parts.length > 2) return null
  const read = [partOf(one, two), partOf(two, one)]
  return read[0] && read[1] && read[0].way !== read[1].way ? [read[0], read[1]] : null
}

function partOf(marks: readonly Mark[], others: readonly Mark[]): Part | null {
  const own = new Set(
    marks
      .filter((mark) => (isNominal(mark) || mark.name) && !others.some(({ stem }) => stem === mark.stem))
      .map(({ stem }) => stem),
  )
  const none = marks.find((mark) => isIn('alike', mark) || isIn('deny', mark))
  if (none) return { way: 0, word: none.word, own }
  const [turn, another] = turnsOf(marks).filter(({ at }) => !isTimed(marks[at]!))
  return turn && !another ? { way: turn.sign, word: marks[turn.at]!.word, own } : null
}
