import { align } from '../../compare/align.ts'
import { directionDifferences } from '../../compare/direction.ts'
import { isAgreement } from '../../compare/frames/comparison.ts'
import { compareWithSentence } from '../../compare/frames/sentences.ts'
import { negationDifferences } from '../../compare/negation.ts'
import { marksOf } from '../../frames/marks.ts'
import type { FrameReader } from '../../frames/reader.ts'
import { type Analysis, analyse } from '../../text/analyse.ts'
import { outcomeTurns } from './outcome-turns.ts'
import { type HoldReading, withoutLead } from './reading.ts'

/** Place of the sentence of the source that a sentence repeats word for word, but for where it comes from; null where none is. */
export function repeatedPlace({ claim, read, sentences }: HoldReading): number | null {
  if (claim.tokens.length === 0) return null
  const at = read.findIndex(
    ({ tokens }, place) =>
      tokens.length >= claim.tokens.length && areOne(claim, analyse(withoutLead(sentences[place]!))),
  )
  return at < 0 ? null : at
}

function areOne({ tokens }: Analysis, other: Analysis): boolean {
  return (
    tokens.length === other.tokens.length &&
    tokens.every(({ word, number }, at) => {
      const twin = other.tokens[at]!
      return word === twin.word && number?.unit === twin.number?.unit && number?.relation === twin.number?.relation
    })
  )
}

/** A sentence of the source that says what another one there seems to deny. */
export interface Outweighing {
  at: number
  /** Slot by slot, and not only in the way that its outcome goes. */
  agrees: boolean
}

/** The sentence of the source that has no less of a sentence than the one that seems to deny it, and goes its way; null where none does. */
export function outweighing(
  { claim, read, scores, sentences }: HoldReading,
  denying: number,
  reader: FrameReader,
): Outweighing | null {
  const rivals = [...read.keys()].filter((at) => at !== denying && scores[at]! >= scores[denying]!)
  const agreeing = rivals.find((at) => isAgreement(compareWithSentence(claim.text, sentences[at]!, reader).relation))
  if (agreeing !== undefined) return { at: agreeing, agrees: true }
  const mine = marksOf(claim.text, reader.language)
  const along = rivals.find((at) => {
    const alignment = align(claim, read[at]!)
    const differs = [directionDifferences, negationDifferences].some((of) => of(claim, read[at]!, alignment).length > 0)
    const turns = outcomeTurns(mine, [marksOf(sentences[at]!, reader.language)], reader.language)
    return !differs && turns.along > 0 && turns.against === 0
  })
  return along === undefined ? null : { at: along, agrees: false }
}
