import { grammar } from './grammar.ts'
import type { Place } from './place.ts'
import type { Word } from './word.ts'

const turning = /^(?:compared?|relative|opposed|comparison|contrast|contrasted|alternatives?)$/

/** Whether a phrase is what something is compared with. */
export function isCompared({ phrase, before, words, clause }: Place): boolean {
  const [last = '', earlier = ''] = before
  const earlierWords = words.slice(clause.from, phrase.from)
  const says = (test: (lemma: string, text: string) => boolean) =>
    earlierWords.some(({ lemma, text }) => test(lemma, text.toLowerCase()))
  const compares = words.slice(clause.from, clause.to).some(({ lemma }) => lemma === 'compare')
  if (isOfCompared(words.slice(clause.from, phrase.from))) return true
  if (grammar.against.has(last) || grammar.controls.has(phrase.words.join(' '))) return true
  if (/^(?:with|to)$/.test(last) && turning.test(earlier)) return true
  if (last === 'of' && earlier === 'instead') return true
  if (compares && /^(?:with|to)$/.test(last) && /^(?:and|with|other|or)$/.test(earlier)) return true
  if (last === 'as')
    return says((_, text) => text === 'as') && earlierWords.filter(({ text }) => text === 'as').length > 1
  if (last === 'from') return says((lemma) => lemma === 'differ')
  if (last === 'against') return compares
  return (
    last === 'over' &&
    says((lemma, text) => grammar.gains.has(lemma) || grammar.gains.has(text)) &&
    !isTime(phrase.words)
  )
}

/** "than those who type", "than engines cooled with air": what tells more of the thing that something is compared with. */
function isOfCompared(before: readonly Word[]): boolean {
  const at = before.findLastIndex(
    ({ text }, place) => /^(?:than|versus|vs\.?)$/i.test(text) || isSecondAs(before, place),
  )
  const between = before.slice(at + 1)
  const tells = between.some(({ pos, text }) => pos === 'VERB' || /^(?:those|ones|who|which|that)$/i.test(text))
  return at !== -1 && tells && between.every(({ pos, text }) => text !== ',' && pos !== 'CCONJ')
}

function isSecondAs(words: readonly Word[], at: number): boolean {
  return words[at]!.text.toLowerCase() === 'as' && words.slice(0, at).some(({ text }) => text.toLowerCase() === 'as')
}

function isTime(words: readonly string[]): boolean {
  return grammar.times.has(words.join(' ')) || grammar.times.has(words.at(-1)!)
}
