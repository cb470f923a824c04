import { isIn } from './lists.ts'
import type { Mark } from './marks.ts'

/** A word that says which way something went. */
export interface Turn {
  at: number
  /** 1 up or better, -1 down or worse. */
  sign: 1 | -1
  /** It says that something became better or worse, not more or less. */
  valued: boolean
}

/** The words of direction among marks; what is part of a name ("weight loss", "high-dose") is none. */
export function turnsOf(marks: readonly Mark[]): Turn[] {
  return marks.flatMap((mark, at) => {
    const sign = signOf(mark)
    if (sign === 0 || mark.bound || isNamed(marks, at) || isState(marks, at)) return []
    return [{ at, sign, valued: isValued(mark) }]
  })
}

function isValued(mark: Mark): boolean {
  return isIn('better', mark) || isIn('worse', mark) || (isIn('ranking', mark) && !isIn('up', mark))
}

/** Way that a word points; 0 for most. */
export function signOf(mark: Mark): 0 | 1 | -1 {
  if (isIn('up', mark) || isIn('better', mark)) return 1
  if (mark.pos === 'VERB' && isIn('ranking', mark) && !isIn('worse', mark)) return 1
  return isIn('down', mark) || isIn('worse', mark) ? -1 : 0
}

/** Whether a word of direction names a thing here: the head of a compound, or an adjective before its noun. */
function isNamed(marks: readonly Mark[], at: number): boolean {
  const mark = marks[at]!
  const before = mark.pause ? undefined : marks[at - 1]
  const after = marks[at + 1]?.pause ? undefined : marks[at + 1]
  if (isIn('base', mark) && isIn('base', { word: mark.word, lemma: mark.word }))
    return after !== undefined && isNominal(after) && signOf(after) === 0 && !isIn('light', after)
  if (/^(?:earlier|later)$/.test(mark.word)) return after !== undefined && isNominal(after)
  if (mark.pos !== 'NOUN') return false
  if (/^(?:limits?|(?:benefit|block|drop|fall|success)s)$/.test(mark.word)) return true
  if (after && /^(?:in|of)$/.test(after.word)) return false
  return before !== undefined && isNominal(before) && signOf(before) === 0 && !isIn('light', before)
}

/** Noun that "positive" and "negative" give a way to, beside those that link. */
const swung = /^(?:trend|slope|response|outcome|experience|attitude)$/
const nearby = 6

/** "Virus-positive", "the test was negative": a result, and no way that anything went. "Protective efficacy" is one thing. */
function isState(marks: readonly Mark[], at: number): boolean {
  const { word, joined } = marks[at]!
  const after = marks[at + 1]
  if (word === 'protective') return after !== undefined && isIn('better', after)
  if (word === 'well' || word === 'wells') return isNoAdverb(marks, at)
  if (!/^(?:positive|negative)$/.test(word)) return false
  if (joined) return true
  const links = (mark: Mark) => isIn('link', mark) || swung.test(mark.lemma)
  return !(after && links(after)) && !marks.slice(Math.max(0, at - nearby), at).some(links)
}

/** "Wells", "well-being", "as well as", "well below": no praise. */
function isNoAdverb(marks: readonly Mark[], at: number): boolean {
  const after = marks[at + 1]
  return (
    marks[at]!.pos === 'NOUN' || marks[at - 1]?.word === 'as' || after === undefined || after.joined || isPlace(after)
  )
}

/** "Well below the limit", "well within": how far, not how good. */
function isPlace({ word }: Mark): boolean {
  return /^(?:below|above|within|under|over|beyond|before|after|into)$/.test(word)
}

/** Whether a word names a thing or says what kind it is. */
export function isNominal({ pos, stop }: Mark): boolean {
  return !stop && /^(?:NOUN|PROPN|ADJ)$/.test(pos)
}
