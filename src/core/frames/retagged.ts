import type { PartOfSpeech, TaggedWord } from '../text/pos.ts'
import { isTitleCase } from '../text/title-case.ts'
import type { Language } from './language.ts'

/** Share of a word's uses as a verb from which "of" behind it makes no noun of it: "consists of", "dies of". */
const mostlyVerb = 0.75
/**
 * Part of speech of a word of a text, where the tagger is known to take one for another.
 * @param before part of speech of the word before it; undefined where none stands before it in its clause
 */
export function partOf(
  tagged: TaggedWord,
  before: PartOfSpeech | undefined,
  plain: string,
  language: Pick<Language, 'things' | 'verbal'>,
): PartOfSpeech {
  if (isNamed(tagged, plain)) return 'PROPN'
  return isMetal(tagged, plain) || isThings(tagged, before, plain, language) ? 'NOUN' : tagged.pos
}

/** "Written in Go": behind the first word of a sentence no verb has a capital. */
function isNamed({ text, pos, start }: TaggedWord, plain: string): boolean {
  return pos === 'VERB' && start > 0 && /^\p{Lu}\p{Ll}+$/u.test(text) && !isTitleCase(plain)
}

/** "Lead" is a verb before "to" and "in" only. */
function isMetal({ text, end }: TaggedWord, plain: string): boolean {
  return /^lead$/i.test(text) && !/^ (?:to|in)\b/.test(plain.slice(end))
}

/**
 * "Copper surfaces killed": a form in -s behind a noun that the dictionary knows far more often as a noun, with no determiner to follow; or one
 * that it knows as often as a noun, with "of" to follow: "speed limits of".
 */
function isThings(
  { text, lemma, pos, end }: TaggedWord,
  before: string | undefined,
  plain: string,
  language: Pick<Language, 'things' | 'verbal'>,
): boolean {
  if (pos !== 'VERB' || !/[^s]s$/.test(text) || !/^(?:NOUN|PROPN|ADJ)$/.test(before ?? '')) return false
  const after = plain.slice(end)
  if (/^\sof\b/.test(after) && language.verbal(lemma) < mostlyVerb) return true
  return language.things(lemma) && !/^\s(?:the|an?|its|their|this|that|these|to|in|with|from|more|less)\b/i.test(after)
}
