import { stemmer } from 'stemmer'

const known = new Map<string, string>()
const limit = 200_000

/** Porter stem of a lower-case word, remembered. */
export function stem(word: string): string {
  const found = known.get(word)
  if (found !== undefined) return found
  const made = stemmer(word)
  if (known.size < limit) known.set(word, made)
  return made
}
