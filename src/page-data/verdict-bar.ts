import type { Verdict } from '../schemas/claim.ts'
import { verdicts } from '../schemas/claim.ts'
import { barParts } from './bar-parts.ts'
import { verdictWords } from './words.ts'

/** A bar of verdicts: its parts in a box 1000 wide, and the same in words. */
export interface VerdictBar {
  parts: { verdict: Verdict; x: number; width: number }[]
  counts: { verdict: Verdict; value: number; words: string }[]
  label: string
  total: number
}

/** The bar of a report's findings by verdict; what does not occur is not named. */
export function verdictBar(counts: Partial<Record<Verdict, number>>): VerdictBar {
  const rows = verdicts
    .map((verdict) => ({ verdict, value: counts[verdict] ?? 0, words: verdictWords[verdict].counted }))
    .filter(({ value }) => value > 0)
  const total = rows.reduce((sum, { value }) => sum + value, 0)
  const parts = barParts(rows.map(({ verdict, value }) => [verdict, value] as const)).map(({ of, x, width }) => ({
    ...{ verdict: of, x, width },
  }))
  const label = total === 0 ? 'No findings' : rows.map(({ value, words }) => `${value} ${words}`).join(', ')
  return { parts, counts: rows, label, total }
}
