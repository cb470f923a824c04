import { lightStem, words } from '../../text/light-stem.ts'
import { givesOrders } from '../../text/orders.ts'
import asking from '../../text/resources/asking-words.json' with { type: 'json' }
import { stem } from '../../text/stem.ts'
import { stopWords } from '../../text/stop-words.ts'
import type { RefusalReason } from '../request.ts'

const letters = /^\*?[\p{L}\p{N}][\p{L}\p{M}\p{N} '’()/.,+-]*\*?$/u
const mostWords = 6
const longest = 60
/** Below this rarity a word stands in so many abstracts of any field that it tells no record from another. */
const leastRare = 2.5
const generic = new Set([...asking.nouns, ...asking.verbs, ...asking.adjectives, ...asking.adverbs].map(stem))

/** Why a term that a model proposes cannot be one; null where it can. */
export function termFault(term: string, rarity: (stem: string) => number): RefusalReason | null {
  if (givesOrders(term)) return 'orders'
  const parts = words(term)
  if (term.length < 2 || term.length > longest || parts.length > mostWords || !letters.test(term)) return 'form'
  const telling = parts.filter((word) => !stopWords.has(word) && !generic.has(stem(word)))
  // Of two words that are common alone, as in "health care", the pair still tells something.
  const least = telling.length > 1 ? 0 : leastRare
  return telling.some((word) => rarity(stem(word)) >= least) ? null : 'common'
}

/** Terms that differ in nothing but endings have the same key. */
export function termKey(term: string): string {
  return words(term).map(lightStem).join(' ')
}
