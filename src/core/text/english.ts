import lists from './lists/question-grammar.json' with { type: 'json' }
import { stopWords } from './stop-words.ts'
import { wordSet } from './word-list.ts'

const own = wordSet(lists.english)

/** Words from which on a text of Latin letters shows its language. */
const fewestWords = 15

/**
 * Shares of function words below both of which a text is not English: of those that English alone writes so, and of all. Of 4,300
 * abstracts two thirds of which are on medicine, those below both are the 18 in Indonesian and Portuguese and one that is a row of names.
 */
const least = { own: 0.05, all: 0.15 }

/** Whether a text surely is in another language than English; false where it is too short to tell. */
export function isForeign(text: string): boolean {
  const letters = text.match(/\p{L}/gu) ?? []
  const latin = letters.filter((letter) => /\p{Script=Latin}/u.test(letter))
  if (letters.length >= fewestWords && latin.length < letters.length / 2) return true
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? []
  const share = (set: ReadonlySet<string>) => words.filter((word) => set.has(word)).length / words.length
  return words.length >= fewestWords && share(own) < least.own && share(stopWords) < least.all
}
