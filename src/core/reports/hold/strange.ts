import type { FrameWord } from '../../frames/frame.ts'
import type { Language } from '../../frames/language.ts'
import type { SlotReading } from './slots.ts'

/** Share of the words of a sentence that may stand nowhere in its source; less where two of them are nouns. */
const mostStrange = { words: 0.5, nouns: 0.4 }

/** Whether a word is a name by its shape, or written with a capital within its sentence. */
export function isProper({ name, start }: { name: boolean; start: number }, sentence: string): boolean {
  return name || (start > 0 && /^\p{Lu}/u.test(sentence.slice(start)))
}

/**
 * Names of a sentence that its source has nowhere, in no form or other name: people, places, products, abbreviations, and the organisms,
 * diseases and substances that only their fields speak of.
 */
export function strangeNames({ strangers }: SlotReading, claim: string, language: Language): string[] {
  return strangers
    .filter((word) => isProper(word, claim) || isTermOfArt(word, language))
    .map(({ start, end }) => claim.slice(start, end))
}

/** How often a word of everyday texts was counted at least; of those that never were the dictionary tells half a time. */
const leastCommon = 1

/** Headings below the branches themselves that name organisms, diseases and substances. */
const named = /^(?:B|C|D|F03)[^.]*\./

/** Whether a noun is the name of an organism, a disease or a substance, and no word of texts of all kinds. */
function isTermOfArt({ lemma, pos }: FrameWord, { branch, common, places }: Language): boolean {
  if (!/^(?:NOUN|PROPN)$/.test(pos) || common(lemma) >= leastCommon) return false
  return branch(lemma) !== null || places(lemma).some((place) => named.test(place))
}

/** Whether so many words of a sentence stand nowhere in its source that it speaks of something else. */
export function mostlyStrange({ strangers, words }: SlotReading): boolean {
  const share = words.length === 0 ? 0 : strangers.length / words.length
  const nouns = strangers.filter(({ pos }) => /^(?:NOUN|PROPN)$/.test(pos)).length
  return share >= mostStrange.words || (nouns > 1 && share >= mostStrange.nouns)
}

/** A word that denies by its prefix what the source says without it, or the other way round, and that the source has nowhere: inactivity for activity. */
export function deniedByPrefix({ strangers }: SlotReading, words: ReadonlySet<string>): string | null {
  const found = strangers.find(({ word }) => {
    const bare = prefix.exec(word)?.groups?.bare
    return (bare !== undefined && words.has(bare)) || denials.some((denial) => words.has(denial + word))
  })
  return found?.word ?? null
}

const denials = ['un', 'non', 'in', 'im', 'ir', 'dis'] as const
const prefix = /^(?:un|non|in|im|ir|dis)-?(?<bare>\p{L}{4,})$/u
