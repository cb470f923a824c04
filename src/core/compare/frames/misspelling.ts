import type { Language } from '../../frames/language.ts'
import { remembered } from '../../remembered.ts'
import { oneSpelling } from '../../text/spelling.ts'

/** In a shorter word one letter more often makes another word. */
const leastLetters = 8
/** Letters at the head and at the end of a word among which another makes another word, and those among which one more does. */
const kept = { head: 5, end: 4, last: 2 }
const vowels = /^[aeiouy]$/
/** A letter that is easily left out, with the one before it; other consonants make other words: "transfection", "neurotrophic". */
const weak = /[aeiouy]$|[^p]h$/

/**
 * Whether one of two words is the other with a typing error: a vowel, an h or one of two like letters left out or put in, two letters
 * that changed places, or a wrong vowel inside. The dictionary must have one of them and not the other, and neither may be the name of
 * a substance.
 */
export function isMisspelling(one: string, other: string, language: Language): boolean {
  // Neither the singular nor the one spelling of a word is longer than the word.
  if (one.length < leastLetters || other.length < leastLetters) return false
  const [a, b] = [singular(one), singular(other)]
  if (Math.min(a.length, b.length) < leastLetters || Math.abs(a.length - b.length) > 1 || a[0] !== b[0]) return false
  if (!isSlip(a, b) || isSubstance(one, language) || isSubstance(other, language)) return false
  return isKnown(one, language) !== isKnown(other, language)
}

const singular = remembered((word: string) => oneSpelling(word).replace(/(?<=[^s])s$/, ''))
const isSubstance = (word: string, language: Language) =>
  language.branch(word) === 'D' || language.places(word).some((place) => place.startsWith('D'))

function isKnown(word: string, language: Language): boolean {
  return (
    language.noun(word) || language.adjective(word) || language.common(word) > 0 || language.places(word).length > 0
  )
}

/** One weak letter more or less, two neighbours exchanged, or one vowel for another away from both ends. */
function isSlip(a: string, b: string): boolean {
  let same = 0
  while (same < a.length && a[same] === b[same]) same++
  const [rest, other] = [a.slice(same), b.slice(same)]
  if (rest.length !== other.length) {
    const [long, short] = rest.length > other.length ? [rest, other] : [other, rest]
    return (
      long.length > kept.last &&
      long.slice(1) === short &&
      (weak.test(`${a[same - 1]}${long[0]}`) || long[0] === a[same - 1])
    )
  }
  if (rest.length > 1 && rest[0] === other[1] && rest[1] === other[0] && rest.slice(2) === other.slice(2)) return true
  const isInside = same >= kept.head && rest.length > kept.end
  return isInside && rest.slice(1) === other.slice(1) && vowels.test(rest[0]!) && vowels.test(other[0]!)
}
