import type { RarityTable } from './rarity.ts'
import type { WordNet } from './wordnet.ts'

/** How often a word, or a word with its particle ("speed up"), is a verb where it stands, 0 to 1. */
export type VerbShare = (word: string) => number

/** The share of a word that is a verb by the dictionary and was never met as one. */
const seldom = 0.02

/** Shares of verbs from a table of scholarly abstracts; of a word that it does not hold, as the tagged texts of WordNet have it. */
export function verbShareOf({ step, rows }: Pick<RarityTable, 'step' | 'rows'>, net: WordNet): VerbShare {
  const known = new Map(rows.flatMap((row, at) => row.split(' ').map((word): [string, number] => [word, at * step])))
  return (word) => {
    const key = word.toLowerCase().replaceAll(' ', '_')
    const [verb, noun, adjective] = (['verb', 'noun', 'adj'] as const).map((part) => net.frequency(key, part))
    if (verb === 0) return 0
    const met = known.get(key)
    return met !== undefined ? Math.max(seldom, met) : verb! / (verb! + noun! + adjective!)
  }
}
