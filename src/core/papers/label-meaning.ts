import lists from '../text/lists/stop-words.json' with { type: 'json' }
import { peopleWords } from '../text/people.ts'
import { stopWords } from '../text/stop-words.ts'
import { wordSet } from '../text/word-list.ts'

/** What papers call their groups, as a pattern. */
export const noun = '(?:[Gg]roups?|[Aa]rms?|[Cc]ohorts?)'
/** More or less of something, or a figure, is what came of it, and "the same" tells nothing. */
const result =
  /^(?:an? )?(?:significant|more|less|few|high|low|great|small|long|short|mean|median|average|(?:same|similar|identical)(?!.* (?:in addition to|plus|with) )|other|another|all|both|either|no more|n ?=|p ?[<=>]|only|also|total)|[<>=±]|\d ?%\)?$|\b(?:than|vs)\b|^\d+\.\d+ \+/iu
/** A whole clause, a choice, another group, or so many people. */
const other = new RegExp(
  String.raw`(?<!\p{L})(?:was|were|is|are|had|has|have|who|or|${noun})(?!\p{L})|^[\d.]+ (?:[\p{L}-]{4,}|for|in|of|and|to|with)(?!\p{L})`,
  'u',
)
/** What was given with its dose and way takes this many words; longer ones are clauses. */
const mostWords = 20
/** "1.0 mg/kg": the thing itself was named before. */
const bareDose = /^\d[\d.]* ?\p{L}+\/\p{L}+$/u
const article = /^(?:the|an?|with|received?|receiving|given|used|using|undergo|provided with|treated with) /i
const functionWords = wordSet(lists.everywhere)
const emptyWords = wordSet(lists.statements)
const tail = new RegExp(`(?: (?:${[...functionWords].join('|')}|plus|${noun}))+$`, 'u')

/** What was said of a label without counts, people and the word group; null where it tells nothing, or a result. */
export function meaningOf(said: string, isGiven = false): string | null {
  const plain = said
    .replace(/\((?:n ?= ?)?\d+(?: \p{L}+)?\)|[,;]? ?\bn ?= ?\d+|, \d+ \p{L}+$/gu, '')
    .replace(/\s+/g, ' ')
    .replace(/^[\s,;"“”]+|[\s,;."“”]+$/g, '')
    .replace(/^(?:patients|subjects|participants|children|those) /i, '')
    .replace(article, '')
    .replace(/^(?:same|equal|equivalent) (?:volume|amount|dose)s?(?: \([^()]*\))? of /i, '')
    .replace(tail, '')
  const [head, ...rest] = plain.toLowerCase().split(' ')
  const isNaming =
    (/\p{L}{3}/u.test(plain) || (isGiven && bareDose.test(plain))) &&
    !functionWords.has(head!) &&
    rest.length < mostWords
  const isBare = rest.length === 0 && (emptyWords.has(head!) || stopWords.has(head!) || peopleWords.has(head!))
  if (!isNaming || isBare || result.test(isGiven ? plain.replace(/ [\d.]+ ?%$/, '') : plain) || other.test(plain))
    return null
  return plain.split('(').length === plain.split(')').length && !/^[^(]*\)/.test(plain) ? plain : null
}

/** Whether what several groups are said to have got is a result, or the same for all. */
export const isResult = (said: string) => result.test(said.replace(article, ''))

const sameAmount = /^(?:the )?(?:same|equal|equivalent|similar|identical) /i
/** "The same dose of …": as much as another group got. */
export const isSameAmount = (said: string) => sameAmount.test(said)

/** Words that add to a thing or leave it out; containment without one is the same thing told shorter. */
const joiner = /\+|(?<!\p{L})(?:plus|with|without|and|in addition|using|containing|no|alone|only|followed)(?!\p{L})/iu
/** Whether a meaning names more than one thing, or says what is left out. */
export const addsOn = (meaning: string) => joiner.test(meaning)

const isWithin = (some: ReadonlySet<string>, all: ReadonlySet<string>) => [...some].every((word) => all.has(word))
const wordsOf = (text: string) =>
  text
    .toLowerCase()
    .split(/[^\p{L}\p{N}.%]+/u)
    .filter((word) => word && !functionWords.has(word))
const contentOf = (text: string) => new Set(wordsOf(text))

/** Whether a meaning has every word of content of another. */
export const saysAll = (meaning: string, other: string) => isWithin(contentOf(other), contentOf(meaning))

/**
 * Whether each meaning has something that every other has not; more words alone tell it apart where they add to it. Labels in `sames`
 * are told to have got as much as another.
 */
export function areApart(meanings: readonly [string, string][], sames: ReadonlySet<string>): boolean {
  return meanings.every(([key, meaning], at) =>
    meanings.every(([, other], place) => {
      if (place === at) return true
      const [mine, others] = [contentOf(meaning), contentOf(other)]
      const head = [...mine].find((word) => /\p{L}{3}/u.test(word))
      if (sames.has(key) && others.has(head!)) return false
      if (isWithin(mine, others) && isWithin(others, mine)) return wordsOf(meaning).length !== wordsOf(other).length
      if (isWithin(others, mine)) return joiner.test(meaning)
      return !isWithin(mine, others) || joiner.test(other)
    }),
  )
}
