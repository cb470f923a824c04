import lists from '../../text/lists/question-grammar.json' with { type: 'json' }
import { wordSet } from '../../text/word-list.ts'
import type { Word } from './word.ts'

/** Words of the grammar of questions, by what they do there. */
export const grammar = {
  openers: wordSet(lists.openers),
  asking: wordSet(lists.asking),
  degrees: wordSet(lists.degrees),
  against: wordSet(lists.against),
  gains: wordSet(lists.gains),
  controls: wordSet(lists.controls),
  effects: wordSet(lists.effects),
  turns: wordSet(lists.turns),
  giving: wordSet(lists.giving),
  experiences: wordSet(lists.experiences),
  helping: wordSet(lists.helping),
  times: wordSet(lists.times),
  settings: wordSet(lists.settings),
  designs: wordSet(lists.designs),
  telling: wordSet(lists.telling),
  touching: wordSet(lists.touching),
  english: wordSet(lists.english),
}

const nominal = new Set(['NOUN', 'PROPN', 'ADJ', 'NUM', 'X'])

/** Whether a word may stand in a noun phrase. */
export function isNominal(word: Word | undefined): boolean {
  return word !== undefined && nominal.has(word.pos) && /[\p{L}\p{N}]/u.test(word.text)
}

/** Whether a word may be the head of a noun phrase. */
export function isHead(word: Word | undefined): boolean {
  return word !== undefined && ['NOUN', 'PROPN', 'X'].includes(word.pos)
}

/** Whether a word stands in the form of the dictionary. */
export function isBare({ text, lemma }: Word): boolean {
  return text.toLowerCase() === lemma
}

/** Whether a word may stand in a list of names. */
export function isInList(word: Word): boolean {
  return isNominal(word) || word.pos === 'CCONJ' || /^[,?]$/.test(word.text)
}
