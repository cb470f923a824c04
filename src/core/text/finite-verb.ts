import { type TaggedWord, tagWords } from './pos.ts'
import { finiteVerb } from './verbs.ts'

const listed = new RegExp(
  String.raw`\b${finiteVerb}\b|\b[a-z]{2,}ed\b|\b(?:we|the authors) (?:also |\w+ly )?(?!of\b|and\b|or\b|in\b|from\b|to\b|who\b)[a-z]{2,}`,
  'i',
)

/** Endings that make a verb of a stem, in the third person: "methylates", "stabilises", "amplifies". */
const verbal = /[a-z](?:ates|i[sz]es|ifies)$/
/** A subject with an aside between commas, and the word in -s behind it: "The stem, especially its base, changes with". */
const behindAside =
  /^[^,:;]+, (?:(?:an?|the|its|their|which|including|such as)\b|\w+ly\b)[^,:;]+, [a-z]{2,}[^\W\dsui]s (?!and\b|or\b|of\b)[a-z]/
/** A subject that is many by its first word. */
const many = /^(?:these|those|several|both|many|most|some|all|few)$/i

/**
 * Whether a text has a finite verb: one by its form, an auxiliary, a past form or a verb that abstracts use in the present; or else
 * a word that the tagger reads as a verb and that is neither an infinitive nor a participle nor part of a heading in capitals; or else
 * a word that the tagger takes for a noun and that stands where none can.
 */
export function hasFiniteVerb(text: string): boolean {
  if (listed.test(text) || behindAside.test(text)) return true
  const words = tagWords(text)
  return words.some(
    (word, at) =>
      words[at - 1]?.text.toLowerCase() !== 'to' &&
      !word.text.endsWith('ing') &&
      (((word.pos === 'VERB' || word.pos === 'AUX') && /^[a-z]+$/.test(word.text)) || isVerbByPlace(words, at)),
  )
}

const isNominal = (word: TaggedWord | undefined) => /^(?:NOUN|PROPN|NUM)$/.test(word?.pos ?? '')
const isPlural = (word: TaggedWord | undefined) => isNominal(word) && /[^sui]s$/.test(word!.text)

/**
 * Behind a noun, what an article follows is no noun ("experiments display the"); nor is what ends like a verb and what another noun
 * follows ("methylates histones"), nor a singular behind a plural that is told of as many ("these fibres course in").
 */
function isVerbByPlace(words: readonly TaggedWord[], at: number): boolean {
  const [before, word, next] = [words[at - 1], words[at]!, words[at + 1]]
  if (!before || !next || !isNominal(word) || !/^[a-zA-Z]*[a-z]{3,}$/.test(word.text)) return false
  const ofNoun = isNominal(before) || before.text === ')'
  if (ofNoun && /^[a-z]+$/.test(word.text) && /^(?:an?|the|its|their)$/.test(next.text)) return true
  if ((ofNoun || /^(?:this|that|it)$/i.test(before.text)) && verbal.test(word.text))
    return isNominal(next) || /^(?:ADJ|DET|ADV)$/.test(next.pos)
  return many.test(words[0]!.text) && isPlural(before) && !isPlural(word) && /^(?:ADP|DET|ADJ)$/.test(next.pos)
}
