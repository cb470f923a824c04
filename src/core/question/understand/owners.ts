import { grammar, isHead } from './grammar.ts'
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

/** Who is helped or made to do something: "help farms to save water", "let nurses sleep". */
export function isHelped({ words, clause, phrase, kind }: Place): boolean {
  const between = words.slice(clause.main + 1, phrase.from)
  const leads = grammar.helping.has(words[clause.main]?.lemma ?? '') && between.every(({ pos }) => pos === 'DET')
  const next = words[phrase.to]
  return (
    leads &&
    ((next?.pos === 'VERB' && (kind.person || kind.being)) ||
      (next?.pos === 'PART' && words[phrase.to + 1]?.pos === 'VERB'))
  )
}
