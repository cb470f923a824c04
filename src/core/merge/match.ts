import { distance } from 'fastest-levenshtein'
import { numberOfWord } from '../text/number-words.ts'
import { isSameText, sharedText } from './abstract.ts'
import type { Fingerprint } from './keys.ts'
import { authorWeight, sameFamily } from './people.ts'
import { placeWeight, same, sameJournal, samePages } from './place.ts'
import { isTelling, tellsApart, titleDifference } from './telling.ts'

/** How far two records speak of one work. `weight` adds up the evidence for and against; `veto` forbids to join them whatever else agrees. */
export interface Match {
  weight: number
  veto: boolean
}

/** From this weight on two records are one work. Chosen on two libraries with and without DOIs and pages. */
export const enough = 5.5

/** Titles less alike than this belong to two works, and nothing else can outweigh it. */
const leastTitle = 0.6
const otherTitle = -6
const most = { title: 6, authors: 2.5, abstract: 1.5 }

/** Compares two records. Identifiers that agree are no part of it: they are joined before. What cannot be enough is not looked at further. */
export function match(a: Fingerprint, b: Fingerprint): Match {
  const veto =
    a.notice !== b.notice ||
    a.label !== b.label ||
    [differentWorks, longApart, inSeries, onlyGeneric].some((rule) => rule(a, b))
  const place = yearWeight(a, b) + placeWeight(a, b) + idWeight(a, b)
  if (place + most.title + most.authors + most.abstract < enough) return { weight: place, veto }
  const title = likenessInPrint(a, b)
  if (title < leastTitle) return { weight: otherTitle, veto }
  if (!veto && title < 1 && saysOtherwise(a, b)) return { weight: otherTitle, veto: true }
  const printed = place + titleWeight(a, b, title)
  if (printed + most.authors + most.abstract < enough) return { weight: printed, veto }
  const sum = printed + authorWeight(a, b)
  return { weight: sum > 2 && sum < 9 ? sum + abstractWeight(a, b) : sum, veto }
}

/** Years of publication further apart than this are those of two works, unless the place in print or the whole abstract agrees. */
const mostYears = 2

function longApart(a: Fingerprint, b: Fingerprint): boolean {
  if (a.year === null || b.year === null || Math.abs(a.year - b.year) <= mostYears) return false
  return !(samePages(a, b) && same(a.volume, b.volume)) && !isSameText(a, b)
}

/** A title that returns year after year: the volumes are as far apart as the years. */
function inSeries(a: Fingerprint, b: Fingerprint): boolean {
  if (a.year === null || b.year === null || a.year === b.year || a.volume === b.volume) return false
  return Number(a.volume) - Number(b.volume) === a.year - b.year && !isSameText(a, b)
}

/** A title that many works bear says nothing: place in print, or authors and issue, must say that it is one work. */
function onlyGeneric(a: Fingerprint, b: Fingerprint): boolean {
  if (!a.generic && !b.generic) return false
  const [page, journal, volume] = [samePages(a, b), sameJournal(a, b), same(a.volume, b.volume)]
  if ([page, journal, volume, same(a.issue, b.issue)].includes(false)) return true
  const authors = a.families.length > 0 && b.families.length > 0 ? sameFamily(a.families[0]!, b.families[0]!) : null
  if (authors === false || (a.year !== null && b.year !== null && Math.abs(a.year - b.year) > 1)) return true
  if (isSameText(a, b)) return false
  return !(
    page === true &&
    (volume === true || (journal === true && a.year === b.year)) &&
    (journal === true || authors === true)
  )
}

/** Whether the titles tell the works apart by what each says in the place of the other, and the place in print does not hold them together. */
function saysOtherwise(a: Fingerprint, b: Fingerprint): boolean {
  if (otherLetter(a, b)) return true
  const difference = titleDifference(a, b)
  const words = [...difference.left, ...difference.right]
  if (!tellsApart(difference) || (lacksSubtitle(a, b) && !opensOtherwise(words))) return false
  if (onOnePage(a, b) && !a.meeting && !b.meeting) return false
  return !(isSameText(a, b) && !words.some((word) => numberOfWord(word) !== null))
}

/** Whether the place in print is that of one work. Many works begin on page 1: their issue, or their last page where no issue is given, must agree too. */
function onOnePage(a: Fingerprint, b: Fingerprint): boolean {
  const volume = same(a.volume, b.volume) ?? (a.year === null || b.year === null || a.year === b.year)
  if (!samePages(a, b) || !volume || sameJournal(a, b) === false) return false
  return a.firstPage !== '1' || (same(a.issue, b.issue) ?? same(a.lastPage, b.lastPage)) === true
}

/** The same words, but in one place another single letter: hepatitis A and B. */
function otherLetter(a: Fingerprint, b: Fingerprint): boolean {
  if (a.words.length !== b.words.length) return false
  const differing = a.words.flatMap((word, at) => (word === b.words[at] ? [] : [word + b.words[at]]))
  return differing.length === 1 && /^[a-z]{2}$/.test(differing[0]!)
}

/** Behind a title a subtitle may hold any number; an "update" or a "protocol" is another work wherever it stands. */
function opensOtherwise(words: readonly string[]): boolean {
  return words.some((word) => isTelling(word) && numberOfWord(word) === null)
}

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

function titleWeight(a: Fingerprint, b: Fingerprint, likeness: number): number {
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
function lacksSubtitle(a: Fingerprint, b: Fingerprint): boolean {
  const [short, long] = a.tight.length <= b.tight.length ? [a.tight, b.tight] : [b.tight, a.tight]
  if (long.length - short.length < 8) return false
  return long.startsWith(short) ? !/^(?:part|phase|volume|book)/.test(long.slice(short.length)) : long.endsWith(short)
}

/** Parts of a series: the same words, other numbers or letters. */
function numberedApart(a: Fingerprint, b: Fingerprint): boolean {
  return a.marks !== b.marks || (a.letters !== '' && b.letters !== '' && a.letters !== b.letters)
}

function yearWeight(a: Fingerprint, b: Fingerprint): number {
  if (a.year === null || b.year === null) return 0
  const apart = Math.abs(a.year - b.year)
  return apart === 0 ? 1 : apart === 1 ? 0 : apart === 2 ? -2 : -4
}

function idWeight(a: Fingerprint, b: Fingerprint): number {
  const [one, two] = [a.record.ids, b.record.ids]
  let weight = 0
  if (one.doi && two.doi && one.doi !== two.doi) weight -= 3.5
  if (one.pmid && two.pmid && one.pmid !== two.pmid) weight -= 3.5
  return weight
}

/** Two registered works are two, unless everything printed agrees: then one of the DOIs is a slip. */
function differentWorks(a: Fingerprint, b: Fingerprint): boolean {
  const [one, two] = [a.record.ids, b.record.ids]
  const doi = one.doi !== undefined && two.doi !== undefined && one.doi !== two.doi
  const pmid = one.pmid !== undefined && two.pmid !== undefined && one.pmid !== two.pmid
  if (!doi && !pmid) return false
  if (same(a.volume, b.volume) !== true || sameJournal(a, b) === false || titleLikeness(a, b) < 0.9) return true
  const page = samePages(a, b)
  const unpaged = page === null && same(a.issue, b.issue) === true && a.year === b.year && isSameText(a, b)
  return page !== true && !unpaged
}

/** Databases copy an abstract; a meeting abstract or a second paper on the same study says the same in other words. */
function abstractWeight(a: Fingerprint, b: Fingerprint): number {
  const part = sharedText(a.record, b.record)
  if (part === null) return 0
  return part >= 0.6 ? 1.5 : part >= 0.3 ? 1 : part < 0.1 ? -1.5 : -0.5
}
