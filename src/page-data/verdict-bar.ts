import type { Verdict } from '../schemas/claim.ts'
import { verdicts } from '../schemas/claim.ts'
import { verdictWords } from './words.ts'

/** A bar of verdicts: its parts in a box 1000 wide, and the same in words. */
export interface VerdictBar {
  parts: { verdict: Verdict; x: number; width: number }[]
  counts: { verdict: Verdict; value: number; words: string }[]
  label: string
  total: number
}

const gap = 6

/** The bar of a report's verdicts. `unverified` is named only where it occurs, the others always. */
export function verdictBar(counts: Partial<Record<Verdict, number>>): VerdictBar {
  const rows = verdicts
    .map((verdict) => ({ verdict, value: counts[verdict] ?? 0, words: verdictWords[verdict].counted }))
    .filter(({ verdict, value }) => value > 0 || verdict !== 'unverified')
  const filled = rows.filter(({ value }) => value > 0)
  const total = filled.reduce((sum, { value }) => sum + value, 0)
  const room = 1000 - gap * Math.max(0, filled.length - 1)
  let x = 0
  const parts = filled.map(({ verdict, value }) => {
    const part = { verdict, x: Math.round(x), width: Math.round((room * value) / total) }
    x += (room * value) / total + gap
    return part
  })
  const label = total === 0 ? 'No claims' : rows.map(({ value, words }) => `${value} ${words}`).join(', ')
  return { parts, counts: rows, label, total }
}
