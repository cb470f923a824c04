import lists from './lists/sentence-ends.json' with { type: 'json' }
import { wordSet } from './word-list.ts'

const labelWords = wordSet(lists.labels)
const wholeLabels = wordSet(lists.wholeLabels)

/** A heading of a structured abstract in front of a sentence, and the characters that it takes with the signs and spaces behind it. */
export interface SectionLabel {
  label: string
  length: number
}

const word = '[A-Za-z]+'
const joins = String.raw`(?:,? (?:and|AND|of|OF|for|FOR|&) |, ?|\/| )`
const titled = `[A-Z]${word}(?:${joins}${word}){0,6}`
/** Signs that part a heading from its sentence: a colon, a stop or a dash, or two of them. */
const signs = String.raw`\s*(?:[.:]\s*[–—-]|[.:–—]|-(?=\s))\s*`
const withSign = new RegExp(`^(${titled})(${signs})(?=[^\\s])`)
const capitals =
  /^([A-Z]{4,}(?:(?:,? (?:AND|OF|FOR|&) | |, ?|\/)[A-Z]{2,}){0,5})[.]?\s+(?=[A-Z0-9][a-z ]|[A-Z]{2,}s? [a-z]|[A-Z][A-Za-z\d-]+,? [a-z])/
const bare = new RegExp(`^(${titled}?)(\\s+)(?=[A-Z][A-Za-z\\d-]*,?\\s+[a-z])`)

/**
 * The label that heads a sentence of a structured abstract, as in "MAIN RESULTS", or null. It stands before a colon, a stop or a dash, in capitals,
 * or, where it is one that heads nothing else ("Results", "Conclusions"), before nothing but a space.
 */
export function sectionLabel(sentence: string): SectionLabel | null {
  const signed = withSign.exec(sentence)
  if (signed && isHeading(signed[1]!, signed[2]!)) return { label: signed[1]!, length: signed[0].length }
  const loud = capitals.exec(sentence)
  if (loud && isLabel(loud[1]!)) return { label: loud[1]!, length: loud[0].length }
  const plain = bare.exec(sentence)
  const isBare = plain !== null && wholeLabels.has(plain[1]!.toLowerCase())
  return isBare ? { label: plain[1]!, length: plain[0].length } : null
}

/** Before a colon any words of headings are one, and so are those that stand alone before a stop; before a dash only those that head nothing else, or several. */
function isHeading(text: string, sign: string): boolean {
  if (sign.includes(':')) return isLabel(text) && !/:\S/.test(sign.trimStart())
  return (
    wholeLabels.has(text.toLowerCase()) || ((sign.includes('.') || / /.test(text)) && isTitled(text) && isLabel(text))
  )
}

function isTitled(text: string): boolean {
  return text.split(/[^A-Za-z]+/).every((one) => /^(?:[A-Z]|and$|of$|for$)/.test(one))
}

/** Whether words are those of a heading: the first and the last in small letters, any of several in capitals. */
export function isLabel(text: string): boolean {
  const parts = text.toLowerCase().split(/[^a-z]+/)
  if (parts.length > 1 && text === text.toUpperCase()) return parts.some((part) => labelWords.has(part))
  return labelWords.has(parts[0]!) && labelWords.has(parts.at(-1)!)
}
