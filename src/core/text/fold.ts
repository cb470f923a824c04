import { withoutAccents } from './accents.ts'
import { spelledLetters } from './letters.ts'

const ascii = /^[ -~\s]*$/
const spelled = new RegExp(`[${[...spelledLetters.keys()].join('')}]`, 'g')

/**
 * A text reduced to what two spellings of it share: compatibility forms resolved, accents off, small letters,
 * Greek letters by name, everything but letters and digits one space. Applying it twice changes nothing.
 */
export function fold(text: string): string {
  if (ascii.test(text))
    return text
      .toLowerCase()
      .replaceAll("'", '')
      .replace(/[^a-z0-9]+/g, ' ')
      .trim()
  const small = withoutAccents(text).toLowerCase()
  return withoutAccents(small.replace(spelled, (letter) => spelledLetters.get(letter)!))
    .replace(/['\u2019\u2018]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
