import { isLanguage } from '../text/languages.ts'
import genericTitles from '../text/lists/generic-titles.json' with { type: 'json' }
import { numberOfWord } from '../text/number-words.ts'

const generic = new Set(genericTitles.titles)

/** Titles of the list, alone or numbered, and those of two words or fewer. */
export function isGeneric(folded: string, words: readonly string[]): boolean {
  return (
    generic.has(folded) ||
    generic.has(folded.replace(/ ?\d+(?: \d+)*$/, '')) ||
    (words.length <= 2 && folded.length < 24)
  )
}

const closingNote = /\s*[[(](?:article )?(?:in )?([^[\]()]{2,30}?)\.?[\])]\s*\.?\s*$/i

const otherNotes =
  /^(?:author'?s'? transl|abstract|abstract only|meeting abstract|conference abstract|poster|retracted article|see comments?|letter)$/i

/** A title without what databases put around it: brackets of a translation, a mark of retraction, closing notes. */
export function titleOf(title: string): string {
  return title
    .replace(/â€[œ™˜“”•¦\ufffd\u0080-\u009f]?/g, ' ')
    .replace(/^\s*(?:retracted(?: article)?|withdrawn(?: article)?)\s*[:\].-]+\s*/i, '')
    .replace(closingNote, (all, said: string) => (otherNotes.test(said) || isLanguage(said) ? '' : all))
    .replace(/^\s*\[(.*)\]\s*\.?\s*$/s, '$1')
    .replace(/\s\d\d [A-Z][a-z]+ (?:and |[A-Z])?.*\b\d{4} [A-Z][^\d]*$/, '')
}

/** A folded title as one run of letters, British and American spelling alike. */
export function tighten(folded: string): string {
  return folded.replace(/ /g, '').replace(/z/g, 's').replace(/[ao]e/g, 'e').replace(/our/g, 'or')
}

/** Figures in order, then Roman numerals in order. A word with a figure in it counts by its figure. */
export function marksOf(words: readonly string[]): string {
  const figures = words.flatMap((word) => numberOfWord(word)?.toString() ?? word.match(/\d+/g) ?? [])
  const numerals = words.filter((word, at) => at > 0 && /^(?:i{2,3}|iv|vi{1,3}|ix|xi{1,3}|xx)$/.test(word))
  return `${figures.join(' ')}|${numerals.join(' ')}`
}

/** Single letters that may tell a part from another one. */
export function lettersOf(words: readonly string[]): string {
  return words
    .filter((word, at) => at > 0 && /^[b-z]$/.test(word) && (!/[isy]/.test(word) || series.test(words[at - 1]!)))
    .join(' ')
}

const series = /^(?:part|phase|type|section|book|volume|study|experiment|paper|report)$/
