import type { Figure } from '../../frames/frame.ts'

/** Lengths of times in days and masses in grams, by unit. */
export const days: Readonly<Record<string, number>> = {
  second: 1 / 86400,
  minute: 1 / 1440,
  hour: 1 / 24,
  day: 1,
  week: 7,
  month: 30.4,
  year: 365.25,
}
export const grams: Readonly<Record<string, number>> = { kg: 1e3, g: 1, mg: 1e-3, μg: 1e-6, ng: 1e-9, pg: 1e-12 }
const exact = 0.02
const rough = 0.07

/** What figures must share to be compared: a time, a mass, how often, a share, or a unit. */
export function familyOf({ kind, unit }: Figure): string {
  if (unit in days) return 'time'
  if (unit.startsWith('a ')) return 'repetition'
  if (unit in grams) return 'mass'
  return kind === 'fold' || kind === 'share' ? kind : unit
}

/** Whether two figures that may be compared are one, forgiving how they are rounded or written. */
export function isSame(one: Figure, other: Figure): boolean {
  const [a, b] = [normal(one), normal(other)]
  const spelled =
    /[a-z]{3}/i.test(one.text.replace(one.unit, '')) || /[a-z]{3}/i.test(other.text.replace(other.unit, ''))
  return Math.abs(a - b) <= (spelled ? rough : exact) * Math.max(Math.abs(a), Math.abs(b))
}

/** Whether one says by how much something was multiplied and the other by how many percent it changed: "halved", "by 50 %". */
export function isSameChange(one: Figure, other: Figure): boolean {
  const [fold, share] = one.kind === 'fold' ? [one, other] : [other, one]
  if (fold.kind !== 'fold' || share.kind !== 'share') return false
  return Math.abs(100 * Math.abs(fold.value - 1) - share.value) <= exact * 100
}

function normal({ value, unit }: Figure): number {
  if (unit.startsWith('a ')) return value / days[unit.slice(2)]!
  return value * (days[unit] ?? grams[unit] ?? 1)
}
