import { act, asks, one } from './acts.ts'
import { grammar } from './grammar.ts'
import { type Empty, type Found, heads, inNoun, type Phrase } from './phrase.ts'
import type { Word } from './word.ts'

/** Noun phrases, content verbs and predicates of a question, in its order. `empty` tells lemmas that ask and name nothing. */
export function phrasesOf(words: readonly Word[], empty: Empty, isName: (text: string) => boolean): Phrase[] {
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
  empty: Empty,
  isName: (text: string) => boolean,
): Found[] {
  const last = words.slice(from, to).findLastIndex(({ pos }) => heads.has(pos))
  const tail = words
    .slice(from + last + 1, to)
    .flatMap((word, place) =>
      asks(word, empty) || word.pos !== 'ADJ' ? [] : [one(word, from + last + 1 + place, 'adjective')],
    )
  if (last === -1) return sharedHead(words, from, to) ?? tail
  let [start, end] = [from, from + last + 1]
  while (start < end && onlyAsks(words, start, end, empty) && words[start + 1]?.pos !== 'NUM') start += 1
  const named = (from: number) => end - from > 1 && isName(textOf(words.slice(from, end)))
  const whole = Array.from({ length: end - start }, (_, more) => start + more).find(named)
  while (whole === undefined && end > start && asks(words[end - 1]!, empty) && leaves(words, start, end - 1, empty))
    end -= 1
  if (start === end) return tail
  const inside = words.slice(start, end)
  if ((isHeadline(words, start) && isDesign(inside)) || grammar.times.has(textOf(inside).toLowerCase())) return tail
  return [
    {
      text: textOf(inside),
      words: inside.map(({ text }) => text.toLowerCase()),
      kind: 'noun',
      head: words[from + last]!.text.toLowerCase(),
      from: start,
      to: end,
    },
    ...tail,
  ]
}

/** "laparoscopic" of "laparoscopic and open appendectomy" names an appendectomy too. */
function sharedHead(words: readonly Word[], from: number, to: number): Found[] | null {
  if (words[to]?.pos !== 'CCONJ' || words[to - 1]!.pos !== 'ADJ') return null
  const end = runEnd(words, to + 1)
  const head = words[end - 1]
  if (head === undefined || end <= to + 2 || !heads.has(head.pos)) return null
  const text = `${textOf(words.slice(from, to))} ${head.text}`
  return [{ text, words: text.toLowerCase().split(' '), kind: 'noun', head: head.text.toLowerCase(), from, to }]
}

/** Whether the first word of a phrase is a number or only asks; a noun that others follow belongs to them ("question answering"). */
function onlyAsks(words: readonly Word[], start: number, end: number, empty: Empty): boolean {
  const word = words[start]!
  return word.pos === 'NUM' || (asks(word, empty) && !(heads.has(word.pos) && end - start > 1))
}

/** Whether what is left of a phrase without its last word has a head ("imaging methods"), or nothing at all that names ("different methods"). */
function leaves(words: readonly Word[], from: number, to: number, empty: Empty): boolean {
  const left = words.slice(from, to)
  return left.every((word) => asks(word, empty)) || heads.has(left.at(-1)!.pos)
}

/** Whether a place stands in a title, or behind its colon. */
function isHeadline(words: readonly Word[], at: number): boolean {
  return !words.some(({ text }) => text === '?') || words.slice(0, at).some(({ text }) => /^[:–—-]$/.test(text))
}

/** Whether a phrase names but a kind of study: "a systematic review". */
function isDesign(inside: readonly Word[]): boolean {
  const text = textOf(inside).toLowerCase()
  return grammar.designs.has(text) || grammar.designs.has(text.split(' ').slice(-2).join(' '))
}

function textOf(words: readonly Word[]): string {
  return words.map(({ text }) => text).join(' ')
}
