import { analyse } from '../../src/core/text/analyse.ts'
import type { RarityTable } from '../../src/core/text/rarity.ts'

/** Stems of a sentence as the lexical engine counts them, numbers left out. */
const analysed = (text: string) => [...analyse(text).stems].flatMap(([key, { number }]) => (number ? [] : [key]))

/**
 * Rarity of stems, log of texts over texts that have the stem. Stems of fewer than `least` texts are left out.
 * `stemsOf` reads the stems of a text, as the lexical engine does where it is not given.
 */
export function learnRarity(texts: Iterable<string>, least: number, stemsOf = analysed): RarityTable {
  const holders = new Map<string, number>()
  let total = 0
  for (const text of texts) {
    total++
    for (const key of new Set(stemsOf(text))) holders.set(key, (holders.get(key) ?? 0) + 1)
  }
  const step = 0.25
  const rows: string[][] = []
  for (const [key, n] of [...holders].sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (n >= least) (rows[Math.round(Math.log(total / n) / step)] ??= []).push(key)
  }
  return {
    step,
    rows: Array.from(rows, (row) => (row ?? []).join(' ')),
    unknown: Math.round(Math.log(total / 1.5) * 100) / 100,
  }
}
