import { type Alignment, align, coverage } from '../../compare/align.ts'
import { directionDifferences } from '../../compare/direction.ts'
import { negationDifferences } from '../../compare/negation.ts'
import { wordDifferences } from '../../compare/words.ts'
import type { Analysis, Token } from '../../text/analyse.ts'
import { populations } from '../../text/people.ts'
import type { HoldReading } from './reading.ts'
import { denying } from './witnesses.ts'

/** What a sentence and the closest one of its source say differently, in words, and the place of the latter. */
export interface NamedDifference {
  at: number
  why: string
  /** A word of direction or denial not in its very place, so that another sentence of the source may outweigh it. */
  turned: boolean
}

/** Ways in which two sentences may say contrary things or name other things, the plainest first. */
const ways: readonly ((claim: Analysis, other: Analysis, alignment: Alignment, whole: Analysis) => string | null)[] = [
  (claim, other, alignment) => only(directionDifferences(claim, other, alignment)),
  (claim, other, alignment) => only(negationsApart(claim, other, alignment)),
  (claim, other) => opposite(claim, other),
  otherName,
]

/** The first difference that can be named between a sentence and the closest ones of its source; null where there is none. */
export function namedDifference(
  { claim, read, whole }: HoldReading,
  places: readonly number[],
): NamedDifference | null {
  for (const way of ways)
    for (const at of places) {
      const why = way(claim, read[at]!, align(claim, read[at]!), whole)
      if (why) return { at, why: inWords(why), turned: way !== otherName }
    }
  return null
}

/** Shares of the words of both sentences that must be shared before one turned word is enough. */
const nearBoth = { direction: { there: 0.6, back: 0.4 }, negation: { there: 0.6, back: 0.5 } }

/**
 * One word of direction, or one negation, on one side only, where the sentence and the closest one of its source share most of
 * their words. Over 1,400 sound sentences this is wrong for 4.
 */
export function plainTurn({ claim, read, best, scores }: HoldReading): NamedDifference | null {
  const other = read[best]!
  const alignment = align(claim, other)
  const directions = directionDifferences(claim, other, alignment)
  const negations = negationsApart(claim, other, alignment)
  if (directions.length + negations.length !== 1) return null
  // Beside other figures a negation may say the same: "no tick in 22 of 30 parks", "ticks in 8 of 30".
  if (negations.length === 1 && figuresApart(claim, other)) return null
  const least = directions.length === 1 ? nearBoth.direction : nearBoth.negation
  if (scores[best]! < least.there || coverage(other, claim) < least.back) return null
  return { at: best, why: inWords([...directions, ...negations][0]!), turned: true }
}

/** Negations on one side only, but for a "without" that the other side says within a word. */
function negationsApart(claim: Analysis, other: Analysis, alignment: Alignment): string[] {
  const inWord = [claim, other].some(({ tokens }) => tokens.some(({ word }: Token) => denying.test(word)))
  return negationDifferences(claim, other, alignment).filter((one) => !(inWord && one.includes('"without"')))
}

/** Whether the sentence gives a count or share that the other does not. */
function figuresApart(claim: Analysis, other: Analysis): boolean {
  return claim.numbers.some((number) => !other.numbers.some((one) => one.value === number.value))
}

function inWords(difference: string): string {
  return difference.replaceAll('the quote', 'the source').replaceAll('the claim', 'the sentence')
}

/** Several differences may undo each other. */
function only(differences: readonly string[]): string | null {
  return differences.length === 1 ? differences[0]! : null
}

/** Words of both texts that go up in one and down in the other, and those that go the same way; and the first that is turned. */
export function opposedWords(claim: Analysis, other: Analysis): { against: number; along: number; shown: string } {
  let [against, along, shown] = [0, 0, '']
  for (const [stem, sign] of claim.polarity) {
    const there = /\d/.test(stem) ? 0 : (other.polarity.get(stem) ?? 0)
    if (sign * there < 0) {
      against++
      shown ||= claim.stems.get(stem)?.word ?? stem
    } else if (sign * there > 0) along++
  }
  return { against, along, shown }
}

function opposite(claim: Analysis, other: Analysis): string | null {
  const { against, along, shown } = opposedWords(claim, other)
  return against > 0 && along === 0 ? `"${shown}" goes the other way in the source` : null
}

/** A name or group of the sentence that the source never has, where another stands in its place. */
function otherName(claim: Analysis, other: Analysis, alignment: Alignment, whole: Analysis): string | null {
  const strangers = claim.content.filter(
    (token) => (token.name || populations.has(token.stem)) && !whole.stems.has(token.stem),
  )
  if (strangers.length !== 1) return null
  const gap = alignment.gaps.find(({ claim: own }) => own.some(({ stem }) => stem === strangers[0]!.stem))
  const rivals = gap?.other.filter((token) => !token.stop && !token.number && !claim.stems.has(token.stem)) ?? []
  if (rivals.length === 0 || rivals.length > 2) return null
  const differs = wordDifferences(claim, other, alignment).length > 0 || rivals.length === 1
  return differs
    ? `the source speaks of "${rivals.map(({ word }) => word).join(' ')}", the sentence of "${strangers[0]!.word}"`
    : null
}
