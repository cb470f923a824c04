import type { RarityTable } from '../../src/core/engines/lexical/rarity.ts'
import { analyse } from '../../src/core/text/analyse.ts'

/** Rarity of stems, log of sentences over sentences that have the stem. Stems of fewer than `least` sentences are left out. */
export function learnRarity(sentences: Iterable<string>, least: number): RarityTable {
  const holders = new Map<string, number>()
  let total = 0
  for (const sentence of sentences) {
    total++
    for (const [key, token] of analyse(sentence).stems) if (!token.number) holders.set(key, (holders.get(key) ?? 0) + 1)
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
