import { tagWords } from './pos.ts'
import { finiteVerb } from './verbs.ts'

const listed = new RegExp(
  String.raw`\b${finiteVerb}\b|\b[a-z]{2,}ed\b|\b(?:we|the authors) (?:also |\w+ly )?(?!of\b|and\b|or\b|in\b|from\b|to\b|who\b)[a-z]{2,}`,
  'i',
)

/**
 * Whether a text has a finite verb: one by its form, an auxiliary, a past form or a verb that abstracts use in the present; or else
 * a word that the tagger reads as a verb and that is neither an infinitive nor a participle nor part of a heading in capitals.
 */
export function hasFiniteVerb(text: string): boolean {
  if (listed.test(text)) return true
  const words = tagWords(text)
  return words.some(
    ({ text: form, pos }, at) =>
      (pos === 'VERB' || pos === 'AUX') &&
      /^[a-z]+$/.test(form) &&
      !form.endsWith('ing') &&
      words[at - 1]?.text.toLowerCase() !== 'to',
  )
}
