import type { Frame, FrameWord } from '../../frames/frame.ts'
import type { Language } from '../../frames/language.ts'
import { isIn } from '../../frames/lists.ts'
import { remembered } from '../../remembered.ts'
import { oneSpelling } from '../../text/spelling.ts'
import { isMisspelling } from './misspelling.ts'
import { writtenOut } from './written-out.ts'

/** Which words of two frames stand for each other. */
export interface Matching {
  /** For each word of the first frame the words of the second that match it. */
  pairs: ReadonlyMap<FrameWord, readonly FrameWord[]>
  /** Naming words of each that the other lacks. */
  left: { one: FrameWord[]; other: FrameWord[] }
  there: number
  back: number
}

const lightWeight = 0.25

/** Matches words by form, family and meaning; names only by their form. */
export function matchingOf(one: Frame, other: Frame, language: Language): Matching {
  const pairs = new Map<FrameWord, FrameWord[]>()
  const taken = new Set<FrameWord>()
  for (const word of one.words) {
    const found = other.words.filter((candidate) => isMatch(word, candidate, language))
    pairs.set(word, found)
    for (const candidate of found) taken.add(candidate)
  }
  for (const [shorts, whole] of [
    [one, other],
    [other, one],
  ] as const)
    for (const [at, short] of shorts.words.entries())
      for (const word of writtenOut(short, shorts.words[at + 1], whole.words, whole.text, language)) {
        const [mine, theirs] = whole === other ? [short, word] : [word, short]
        pairs.set(mine, [...pairs.get(mine)!, theirs])
        taken.add(theirs)
      }
  const joined = joinedIn(one, other)
  const turning = (word: FrameWord, frame: Frame) =>
    !word.name &&
    frame.turning.some((said) => language.alike(word.lemma, said) || language.attribute(said).has(word.lemma))
  const has = (word: FrameWord) => pairs.get(word)!.length > 0 || joined.has(word) || turning(word, other)
  const had = (word: FrameWord) => taken.has(word) || joined.has(word) || turning(word, one)
  return {
    pairs,
    left: { one: one.words.filter((word) => !has(word)), other: other.words.filter((word) => !had(word)) },
    there: share(one.words, has),
    back: share(other.words, had),
  }
}

function isMatch(one: FrameWord, other: FrameWord, language: Language): boolean {
  if (one.stem === other.stem) return true
  if (one.name || other.name) return /^[a-z]+s?$/.test(one.word) && `${one.word}s` === other.word
  return language.alike(one.lemma, other.lemma) || isMisspelling(one.lemma, other.lemma, language)
}

/** Words written as one here and as two there: "honeybee" and "honey bee", "well-being" and "wellbeing". */
function joinedIn(one: Frame, other: Frame): Set<FrameWord> {
  const found = new Set<FrameWord>()
  for (const [whole, parts] of [
    [one, other],
    [other, one],
  ] as const) {
    for (const { start, end, joined } of hyphenated(parts.text))
      for (const word of whole.words.filter((one) => isWritten(one, joined)))
        for (const part of [word, ...parts.words.filter((one) => one.start >= start && one.end <= end)]) found.add(part)
    for (const word of whole.words)
      for (let at = 1; at < parts.words.length; at++) {
        const [first, second] = [parts.words[at - 1]!, parts.words[at]!]
        if (
          word.word.length > 5 &&
          (isJoined(word.word, first.word, second.word) || isJoined(word.lemma, first.lemma, second.lemma))
        )
          for (const part of [word, first, second]) found.add(part)
      }
  }
  return found
}

function isJoined(whole: string, first: string, second: string): boolean {
  return whole.length === first.length + second.length && whole.startsWith(first) && whole.endsWith(second)
}

/** The words of a text that hyphens join, written as one. */
const hyphenated = remembered((text: string) =>
  Array.from(text.matchAll(/(?<![\w-])[a-z]{2,}(?:-[a-z]{2,})+(?![\w-])/gi), ({ 0: run, index }) => ({
    start: index,
    end: index + run.length,
    joined: oneSpelling(run.toLowerCase().replaceAll('-', '')),
  })),
)

function isWritten({ word, lemma, name }: FrameWord, joined: string): boolean {
  return !name && (oneSpelling(word) === joined || oneSpelling(lemma) === joined || `${oneSpelling(word)}s` === joined)
}

/** Words without much content of their own: "patients", "level", "use". */
export function isLight(word: FrameWord): boolean {
  if (word.name) return false
  return isIn('light', word) || (word.pos === 'VERB' && isIn('lightVerbs', word)) || word.pos === 'ADV'
}

function share(words: readonly FrameWord[], has: (word: FrameWord) => boolean): number {
  const weight = (word: FrameWord) => (isLight(word) ? lightWeight : 1)
  const total = words.reduce((sum, word) => sum + weight(word), 0)
  return total === 0 ? 0 : words.reduce((sum, word) => sum + (has(word) ? weight(word) : 0), 0) / total
}
