import { words } from './light-stem.ts'
import { stem } from './stem.ts'

/**
 * Whether a text has every word of another, in any form and as a beginning. Pagefind takes an indexed word that the asked one begins with where
 * none begins with it ("z" for "zzzz"), for every hit alike: what it finds first tells whether it did.
 */
export function holdsWords(text: string, asked: string): boolean {
  const plain = words(text)
  const stems = new Set(plain.map(stem))
  return words(asked).every((word) => stems.has(stem(word)) || plain.some((one) => one.includes(word)))
}
