import lists from './lists/letters.json' with { type: 'json' }
import { pairsOf } from './word-list.ts'

/** Letters that Unicode does not take apart, and how they are commonly written in a to z. */
export const latinLetters: ReadonlyMap<string, string> = new Map(pairsOf(lists.latin))

/** Those and the Greek letters by their names. */
export const spelledLetters: ReadonlyMap<string, string> = new Map(pairsOf(lists.latin, lists.greek))
