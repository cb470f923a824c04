import { isLight } from '../../compare/frames/matching.ts'
import type { FrameWord } from '../../frames/frame.ts'
import type { FrameReader } from '../../frames/reader.ts'

/**
 * Whether two subjects, as a reader worded them, are other kinds of thing: no head of one is alike a head of the other, or a kind
 * of it. `oak benches` and `oak barrels` are; `barrels` and `casks` are not; of a name that the dictionary does not have
 * nobody can tell what kind of thing it is.
 */
export function triedApart(one: string | undefined, other: string | undefined, reader: FrameReader): boolean {
  if (!one || !other || isWithin(one, other, reader) || isWithin(other, one, reader)) return false
  const [mine, theirs] = [headsOf(one, reader), headsOf(other, reader)]
  if (mine.length === 0 || theirs.length === 0) return false
  if (![...mine, ...theirs].every(({ lemma }) => reader.language.noun(lemma))) return false
  return !mine.some((word) => theirs.some((rival) => akin(word, rival, reader)))
}

/** Whether every word of one phrase that says something stands in the other. */
function isWithin(one: string, other: string, reader: FrameReader): boolean {
  const stemsOf = (phrase: string) =>
    reader
      .read(phrase)
      .words.filter((word) => !isLight(word))
      .map(({ stem }) => stem)
  const [mine, theirs] = [stemsOf(one), new Set(stemsOf(other))]
  return mine.length > 0 && mine.every((stem) => theirs.has(stem))
}

/** The words that say what kind of thing each part of a phrase names. */
function headsOf(phrase: string, reader: FrameReader): FrameWord[] {
  const heavy = reader.read(phrase).words.filter((word) => !isLight(word))
  const heads = heavy.filter(({ head }) => head)
  return heads.length > 0 ? heads : heavy
}

function akin(one: FrameWord, other: FrameWord, { language }: FrameReader): boolean {
  return (
    one.stem === other.stem ||
    language.alike(one.lemma, other.lemma) ||
    language.above(one.lemma, other.lemma) ||
    language.above(other.lemma, one.lemma)
  )
}
