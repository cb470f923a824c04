import { isSameText } from './abstract.ts'
import type { Fingerprint } from './keys.ts'

/** Where they were printed: journal, volume, issue, pages. Wrong pages alone outweigh nothing. */
export function placeWeight(a: Fingerprint, b: Fingerprint): number {
  const journal = sameJournal(a, b)
  const volume = same(a.volume, b.volume)
  const issue = same(a.issue, b.issue)
  const page = samePages(a, b)
  let weight = journal === null ? 0 : journal ? 1 : -3
  weight += volume === null ? 0 : volume ? 0.7 : -1.2
  weight += issue === null ? 0 : issue ? 0.3 : -0.3
  weight += page === null ? 0 : page ? (volume === false ? 0.7 : 2) : -1.5
  if (journal === false && volume === false) weight -= 0.5
  // One database drops what names the supplement; a meeting abstract and its paper share a journal or a text, not both.
  if (a.meeting !== b.meeting && !(journal && page === false && isSameText(a, b)))
    weight -= page === false ? 5 : journal === null ? 1 : 0
  return weight
}

/** Whether two fields say the same; null where one is not given. */
export function same(a: string, b: string): boolean | null {
  return a === '' || b === '' ? null : a === b
}

/** The same first or last page; null where one is not given. Many works begin on page 1, so there the last one counts. */
export function samePages(a: Fingerprint, b: Fingerprint): boolean | null {
  if (a.firstPage === '' || b.firstPage === '') return null
  const last = same(a.lastPage, b.lastPage)
  if (a.firstPage === '1' && b.firstPage === '1' && last !== null) return last
  return a.firstPage === b.firstPage || (a.lastPage.length > 2 && a.lastPage === b.lastPage)
}

/** Whether the place in print is that of one work. Many works begin on page 1: their issue, or their last page where no issue is given, must agree too. */
export function onOnePage(a: Fingerprint, b: Fingerprint): boolean {
  const volume = same(a.volume, b.volume) ?? (a.year === null || b.year === null || a.year === b.year)
  if (!samePages(a, b) || !volume || sameJournal(a, b) === false) return false
  return a.firstPage !== '1' || (same(a.issue, b.issue) ?? same(a.lastPage, b.lastPage)) === true
}

/** The same journal, also where one is abbreviated. Null where one is not named. */
export function sameJournal(a: Fingerprint, b: Fingerprint): boolean | null {
  for (const issn of a.issn) if (b.issn.has(issn)) return true
  if (a.journal.length === 0 || b.journal.length === 0) return null
  if (a.cutJournal || b.cutJournal) return startsJournal(a, b)
  const [short, long] =
    a.journal.join('').length <= b.journal.join('').length ? [a.journal, b.journal] : [b.journal, a.journal]
  if (
    short.length === 1 &&
    short[0]!.length >= 3 &&
    short[0]! ===
      long
        .filter((word) => !small.has(word))
        .map((word) => word[0])
        .join('')
  )
    return true
  return abbreviates(short, long)
}

/** A search engine shows the beginning of a name: "Journal of Advanced …". */
function startsJournal(a: Fingerprint, b: Fingerprint): boolean | null {
  const [cut, whole] = a.cutJournal ? [a.journal, b.journal] : [b.journal, a.journal]
  return cut.every((word, at) => whole[at] === word)
    ? cut.length > 1
      ? true
      : null
    : abbreviates(whole, cut)
      ? null
      : false
}

const small = new Set(['of', 'the', 'and', 'in', 'for', 'on', 'a', 'de', 'la', 'et', 'und', 'der', 'des', 'an', 'amp'])

function abbreviates(short: readonly string[], long: readonly string[]): boolean {
  const words = long.filter((word) => !small.has(word))
  let at = 0
  let met = 0
  for (const part of short) {
    if (small.has(part)) continue
    const found = words.findIndex(
      (word, place) =>
        place >= at &&
        (word.startsWith(part) || (part.length >= 4 && word.startsWith(part.slice(0, 4))) || shortens(part, word)),
    )
    if (found < 0) return false
    at = found + 1
    met += 1
  }
  return met > 0 && (met >= words.length * 0.6 || met >= 3)
}

/** "ctries" for "countries": the letters in order, the first one included. */
function shortens(part: string, word: string): boolean {
  if (part.length < 3 || part.length >= word.length || part[0] !== word[0]) return false
  let at = 0
  for (const letter of word) if (letter === part[at]) at += 1
  return at === part.length
}
