import { distance } from 'fastest-levenshtein'
import type { Fingerprint } from './keys.ts'
import { onOnePage, same, sameJournal } from './place.ts'

/** Likeness of two titles; where the place in print is the same, also a short title is one with its subtitle. */
export function likenessInPrint(a: Fingerprint, b: Fingerprint): number {
  const likeness = titleLikeness(a, b)
  if (likeness >= 0.9) return likeness
  const [short, long] = a.tight.length <= b.tight.length ? [a, b] : [b, a]
  const subtitled = short.tight !== '' && short.tight === long.main
  return subtitled && onOnePage(a, b) && same(a.volume, b.volume) && sameJournal(a, b) ? 0.9 : likeness
}

/** Likeness of two titles, 0 to 1. A missing subtitle costs little. */
export function titleLikeness(a: Fingerprint, b: Fingerprint): number {
  if (a.tight === '' || b.tight === '') return 0
  if (a.tight === b.tight) return 1
  const [short, long] = a.tight.length <= b.tight.length ? [a, b] : [b, a]
  if (
    short.tight.length >= 20 &&
    (long.main === short.tight || (short.main === long.main && short.main === short.tight))
  )
    return 0.94
  if (short.tight.length >= 30 && long.tight.startsWith(short.tight)) return 0.92
  if (short.tight.length >= 30 && long.tight.endsWith(short.tight)) return 0.9
  const words = wordLikeness(a, b)
  if (short.tight.length < long.tight.length * 0.75) return words * 0.9
  if (words < 0.45 && short.words.length > 4) return words
  return Math.max(1 - distance(a.tight, b.tight) / long.tight.length, words * 0.95)
}

/** Share of words that two titles have in common (Dice). */
function wordLikeness({ wordHashes: one }: Fingerprint, { wordHashes: two }: Fingerprint): number {
  let shared = 0
  for (let a = 0, b = 0; a < one.length && b < two.length; ) {
    const difference = one[a]! - two[b]!
    if (difference === 0) shared += 1
    if (difference <= 0) a += 1
    if (difference >= 0) b += 1
  }
  return (2 * shared) / (one.length + two.length)
}

/** How far two titles of a likeness speak for one work: short ones say little. */
export function titleWeight(a: Fingerprint, b: Fingerprint, likeness: number): number {
  const short = Math.min(a.words.length, b.words.length)
  const telling = short <= 2 ? 0.4 : short === 3 ? 0.6 : short === 4 ? 0.8 : 1
  if (likeness === 1) return 6 * telling
  const part = likeness >= 0.9 && lacksSubtitle(a, b)
  if (!part && numberedApart(a, b)) return likeness >= 0.9 ? -3 : -6
  if (likeness >= 0.96) return (short >= 10 ? 5.5 : 5) * telling
  if (likeness >= 0.9) return 4 * telling
  if (likeness >= 0.8) return 2 * telling
  return 0
}

/** One title is the other with more in front or behind, and that is no number of a part. */
export function lacksSubtitle(a: Fingerprint, b: Fingerprint): boolean {
  const [short, long] = a.tight.length <= b.tight.length ? [a.tight, b.tight] : [b.tight, a.tight]
  if (long.length - short.length < 8) return false
  return long.startsWith(short) ? !/^(?:part|phase|volume|book)/.test(long.slice(short.length)) : long.endsWith(short)
}

/** Parts of a series: the same words, other numbers or letters. */
function numberedApart(a: Fingerprint, b: Fingerprint): boolean {
  return a.marks !== b.marks || (a.letters !== '' && b.letters !== '' && a.letters !== b.letters)
}
