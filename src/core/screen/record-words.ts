import { words } from '../text/light-stem.ts'
import { oneSpelling } from '../text/spelling.ts'
import { stem } from '../text/stem.ts'
import { stopWords } from '../text/stop-words.ts'

/** How rare a Porter stem is in scholarly abstracts: the logarithm of how many abstracts there are for one that holds it, 0.75 for "effect", 7 for the name of a drug. */
export type Rarity = (stem: string) => number

/** Stems of a text's telling words in their order, British and American spelling as one. */
export function recordStems(text: string): string[] {
  return words(text)
    .filter((word) => word.length > 1 && !stopWords.has(word))
    .map((word) => stem(oneSpelling(word)))
}

const numberWeight = 0.3
const leastWeight = 0.1
/** What a stem weighs, from its rarity; figures weigh little, for they name nothing. */
export function weigher(rarity: Rarity): (stem: string) => number {
  return (one) => (/^\d/.test(one) ? numberWeight : Math.max(leastWeight, rarity(one)))
}
