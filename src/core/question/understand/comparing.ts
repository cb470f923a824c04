import { grammar } from './grammar.ts'
import type { Place } from './place.ts'

const turning = /^(?:compared?|relative|opposed|comparison|contrast|contrasted|alternatives?)$/

/** Whether a phrase is what something is compared with. */
export function isCompared({ phrase, before, words, clause }: Place): boolean {
  const [last = '', earlier = ''] = before
  const earlierWords = words.slice(clause.from, phrase.from)
  const says = (test: (lemma: string, text: string) => boolean) =>
    earlierWords.some(({ lemma, text }) => test(lemma, text.toLowerCase()))
  const compares = words.slice(clause.from, clause.to).some(({ lemma }) => lemma === 'compare')
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

function isTime(words: readonly string[]): boolean {
  return grammar.times.has(words.join(' ')) || grammar.times.has(words.at(-1)!)
}
