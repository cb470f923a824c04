import { words } from '../../text/light-stem.ts'
import { stem } from '../../text/stem.ts'
import { stopWords } from '../../text/stop-words.ts'
import { type Dictionaries, noWord } from './dictionaries.ts'
import { grammar } from './grammar.ts'

/** Words that English alone writes so, which tell it by themselves. */
const fewestOwn = 2

/** Share of words that English knows, at least, in a question that is read as English; and the words from which on it can be told. */
const [leastKnown, fewestWords] = [0.45, 3]

/** Whether a question reads as English: most of its words are function words or in a dictionary. Text in letters of other scripts does not. */
export function isEnglish(question: string, { net, rarity }: Dictionaries): boolean {
  const all = words(question)
  if (all.length === 0) return /^[\p{Script=Latin}\P{L}]*$/u.test(question)
  const own = new Set(all.filter((word) => grammar.english.has(word)))
  if (all.length < fewestWords || own.size >= fewestOwn) return true
  const unknown = rarity(noWord)
  const isKnown = (word: string) =>
    stopWords.has(word) ||
    (word.length > 3 && (net.synsets(word, 'noun').length > 0 || net.synsets(word, 'verb').length > 0)) ||
    (word.length > 3 && rarity(stem(word)) < unknown)
  return all.filter(isKnown).length >= leastKnown * all.length
}

/** Letters of a word that may name something in a language whose grammar is not read. */
const leastLetters = 5

/** The longer words of a question, each by itself: what can be matched without its grammar. */
export function longWords(question: string): string[] {
  const all = question.match(/[\p{L}\p{N}][\p{L}\p{N}-]*/gu) ?? []
  const long = all.filter((word) => word.length >= leastLetters)
  return [...new Set(long.length > 0 ? long : all.filter((word) => word.length > 1))]
}
