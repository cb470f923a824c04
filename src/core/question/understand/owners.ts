import { isHead } from './grammar.ts'
import type { Phrase } from './phrase.ts'
import type { Place } from './place.ts'
import type { Word } from './word.ts'

/** "refugees' experiences": a person who has what follows. */
export function isOwner({ words, phrase, kind }: Place): boolean {
  return kind.person && (/^['’]s?$/.test(words[phrase.to]?.text ?? '') || isUser(words, phrase))
}

/** "police use of force": the phrase has lost the noun that names nothing of its own, and what is used follows. */
export function isUser(words: readonly Word[], { words: own, head, to }: Phrase): boolean {
  return !own.includes(head) && words[to]?.text.toLowerCase() === head && words[to + 1]?.text.toLowerCase() === 'of'
}

/** Whether a noun that names nothing of its own stands between the phrase before and "of": "officers' use of force". */
export function isOfUse({ words, previous, phrase }: Place): boolean {
  const of = words.slice(0, phrase.from).findLastIndex(({ text }) => text.toLowerCase() === 'of')
  return previous !== undefined && words.slice(previous.to, of).some(isHead)
}
