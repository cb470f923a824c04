import { numberOfWord } from '../text/number-words.ts'
import { isSameText } from './abstract.ts'
import type { Fingerprint } from './keys.ts'
import { sameFamily } from './people.ts'
import { onOnePage, same, sameJournal, samePages } from './place.ts'
import { isTelling, tellsApart, titleDifference } from './telling.ts'
import { lacksSubtitle, titleLikeness } from './title-likeness.ts'

/** Whether identifiers, years, a series or a title that many works bear forbid to take two records for one work. */
export function otherWorks(a: Fingerprint, b: Fingerprint): boolean {
  return [differentWorks, longApart, inSeries, onlyGeneric].some((rule) => rule(a, b))
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
export function saysOtherwise(a: Fingerprint, b: Fingerprint): boolean {
  if (otherLetter(a, b)) return true
  const difference = titleDifference(a, b)
  const words = [...difference.left, ...difference.right]
  if (!tellsApart(difference) || (lacksSubtitle(a, b) && !opensOtherwise(words))) return false
  if (onOnePage(a, b) && !a.meeting && !b.meeting) return false
  return !(isSameText(a, b) && !words.some((word) => numberOfWord(word) !== null))
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
