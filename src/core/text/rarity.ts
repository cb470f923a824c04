import type { Weigh } from './analyse.ts'

/** Stems by how rare they are: a row holds the stems whose rarity is its number times the step. */
export interface RarityTable {
  step: number
  rows: string[]
  /** Rarity of a stem that is not in the table. */
  unknown: number
}

/** A function that looks rarity up. */
export function rarityOf(table: RarityTable): Weigh {
  const known = new Map(
    table.rows.flatMap((row, at) =>
      row.split(' ').map((key): [string, number] => [key, Math.max(0.3, at * table.step)]),
    ),
  )
  return (key) => known.get(key) ?? table.unknown
}
