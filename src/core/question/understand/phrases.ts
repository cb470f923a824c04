import { directions } from '../../text/lexicon.ts'
import { stem } from '../../text/stem.ts'
import { stopWords } from '../../text/stop-words.ts'
import type { Word } from './tokens.ts'

/** A thing, an act or a quality that a question names. */
export interface Phrase {
  text: string
  /** Words in small letters. */
  words: string[]
  kind: 'noun' | 'verb' | 'adjective'
  /** Places of its words among those of the question, the end exclusive. */
  from: number
  to: number
  /** Stands in brackets. */
  aside: boolean
}

const inNoun = new Set(['NOUN', 'PROPN', 'ADJ', 'NUM', 'X', 'INTJ'])
const heads = new Set(['NOUN', 'PROPN', 'X'])

/** Noun phrases, content verbs and predicates of a question, in its order. `empty` tells lemmas that ask and name nothing. */
export function phrasesOf(
  words: readonly Word[],
  empty: ReadonlySet<string>,
  isName: (text: string) => boolean,
): Phrase[] {
  const phrases: Phrase[] = []
  let brackets = 0
  let at = 0
  while (at < words.length) {
    const word = words[at]!
    if (/^[([]$/.test(word.text)) brackets += 1
    if (/^[)\]]$/.test(word.text)) brackets -= 1
    const to = runEnd(words, at)
    const found = to > at ? nounPhrase(words, at, to, empty, isName) : act(words, at, empty)
    phrases.push(...found.map((phrase) => ({ ...phrase, aside: brackets > 0 })))
    at = Math.max(to, at + 1)
  }
  return phrases
}

type Found = Omit<Phrase, 'aside'>

function runEnd(words: readonly Word[], from: number): number {
  let to = from
  while (to < words.length && inNoun.has(words[to]!.pos) && /[\p{L}\p{N}]/u.test(words[to]!.text)) to += 1
  return to
}

/** The phrase up to its last noun; without a noun its adjectives are predicates. Words that only ask are cut from its ends. */
function nounPhrase(
  words: readonly Word[],
  from: number,
  to: number,
  empty: ReadonlySet<string>,
  isName: (text: string) => boolean,
): Found[] {
  const last = words.slice(from, to).findLastIndex(({ pos }) => heads.has(pos))
  const tail = words
    .slice(from + last + 1, to)
    .flatMap((word, place) =>
      asks(word, empty) || word.pos !== 'ADJ' ? [] : [one(word, from + last + 1 + place, 'adjective')],
    )
  if (last === -1) return tail
  let [start, end] = [from, from + last + 1]
  while (start < end && (words[start]!.pos === 'NUM' || asks(words[start]!, empty)) && words[start + 1]?.pos !== 'NUM')
    start += 1
  const named = (from: number) => end - from > 1 && isName(textOf(words.slice(from, end)))
  const whole = Array.from({ length: end - start }, (_, more) => start + more).find(named)
  while (whole === undefined && end > start && asks(words[end - 1]!, empty)) end -= 1
  if (start === end) return tail
  const inside = words.slice(start, end)
  return [
    {
      text: textOf(inside),
      words: inside.map(({ text }) => text.toLowerCase()),
      kind: 'noun',
      from: start,
      to: end,
    },
    ...tail,
  ]
}

function textOf(words: readonly Word[]): string {
  return words.map(({ text }) => text).join(' ')
}

function act(words: readonly Word[], at: number, empty: ReadonlySet<string>): Found[] {
  const word = words[at]!
  if (word.pos === 'VERB' && !isInside(words, at) && !asks(word, empty) && !directions.has(stem(word.lemma)))
    return [one(word, at, 'verb')]
  return word.pos === 'ADV' && /ly$/.test(word.lemma) && !asks(word, empty) ? [one(word, at, 'adjective')] : []
}

/** A participle that tells more of the noun before it ("infections acquired in"), or a gerund whose object names the thing ("in losing weight"). */
function isInside(words: readonly Word[], at: number): boolean {
  const [before, word, after] = [words[at - 1], words[at]!, words[at + 1]]
  const isMain = words.findIndex(({ pos }) => pos === 'VERB') === at
  if (isMain || before === undefined || after === undefined) return false
  const participle = /ed$/.test(word.text) && heads.has(before.pos) && after.pos === 'ADP'
  const gerund = /ing$/.test(word.text) && ['ADP', 'PART'].includes(before.pos) && heads.has(after.pos)
  return participle || gerund
}

function one(word: Word, at: number, kind: Phrase['kind']): Found {
  return { text: word.text, words: [word.text.toLowerCase()], kind, from: at, to: at + 1 }
}

function asks({ lemma, text }: Word, empty: ReadonlySet<string>): boolean {
  return empty.has(lemma) || empty.has(text.toLowerCase()) || stopWords.has(text.toLowerCase())
}
