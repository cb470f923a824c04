import { remembered } from '../remembered.ts'
import { withoutAccents } from './accents.ts'

const wordPattern = /[\p{L}\p{N}][\p{L}\p{N}+#]*/gu

/** Words of a text in lower case, without accents; hyphens part words, `c++` and `c#` stay whole. */
export function words(text: string): string[] {
  return withoutAccents(text).toLowerCase().match(wordPattern) ?? []
}

/** A light stem: plural, -ed, -ing and -ion endings go, and a last e. "charges", "charged" and "charge" become one. */
export const lightStem: (word: string) => string = remembered(stemOf)

function stemOf(word: string): string {
  if (word.length < 4 || /[^a-z]/.test(word)) return word
  const bare = withoutVerbal(word.endsWith('s') ? singular(word) : word)
  return bare.length > 4 ? bare.replace(/(?:e|y)$/, '') : bare
}

function singular(word: string): string {
  return word
    .replace(/ies$/, 'y')
    .replace(/(ss|us|is)$|(x|ch|sh|ss)es$|s$/, (_, keep = '', before = '') => keep + before)
}

function withoutVerbal(word: string): string {
  if (!/(?:ed|ing|ion)$/.test(word)) return word
  return word.replace(/^(.*[aeiouy].{1,})(?:ed|ing)$|^(.{4,})ion$/, (all, verb, noun) => {
    const left: string = verb ?? noun
    return left.length < 3 ? all : left.replace(/([bdfgmnprt])\1$/, '$1')
  })
}
