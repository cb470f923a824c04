import type { Figure, Frame, SlotName } from '../../frames/frame.ts'
import type { SlotComparison, SlotRelation } from './comparison.ts'

const days: Readonly<Record<string, number>> = {
  second: 1 / 86400,
  minute: 1 / 1440,
  hour: 1 / 24,
  day: 1,
  week: 7,
  month: 30.4,
  year: 365.25,
}
const grams: Readonly<Record<string, number>> = { kg: 1e3, g: 1, mg: 1e-3, μg: 1e-6, ng: 1e-9, pg: 1e-12 }
const exact = 0.02
const rough = 0.07

/** Compares the figures of two frames: estimates by their sides and intervals, all others by value. */
export function figuresCompared(one: Frame, other: Frame): SlotComparison[] {
  const found: SlotComparison[] = []
  for (const figure of one.figures) {
    if (figure.kind === 'p') continue
    const rivals = other.figures.filter((rival) => isComparable(figure, rival))
    if (rivals.some((rival) => isSame(figure, rival))) continue
    const alike =
      one.sign !== 0 && one.sign === other.sign ? rivals.find((rival) => isOverlapping(figure, rival)) : undefined
    if (alike) {
      found.push(said('figures', 'narrower', `its estimate is ${shown(alike)}, on the same side`, false))
      continue
    }
    const side = rivals.find((rival) => sideOf(figure) !== null && sideOf(figure) !== sideOf(rival))
    if (side) found.push(sided(figure, side))
    else if (rivals.length > 0)
      found.push(said(slotOf(figure, one), 'different', `it says ${rivals[0]!.text}, the claim ${figure.text}`, true))
    else if (isRepetition(figure)) found.push(said('dose', 'broader', `it does not say ${figure.text}`, false))
    else found.push(said(slotOf(figure, one), 'unknown', `it does not give ${figure.text}`, false))
  }
  return found
}

/** "A single dose", "twice a week": a condition rather than a result, which a wider statement leaves out. */
function isRepetition({ kind, value, unit }: Figure): boolean {
  return (kind === 'count' && value <= 1) || unit.startsWith('a ')
}

function said(slot: SlotName, relation: SlotRelation, reason: string, certain: boolean): SlotComparison {
  return { slot, relation, reason, certain }
}

function sided(figure: Figure, rival: Figure): SlotComparison {
  const [mine, theirs] = [sideOf(figure), sideOf(rival)]
  if (mine === 0 || theirs === 0)
    return said(
      'figures',
      'contrary',
      `${theirs === 0 ? 'its' : "the claim's"} interval holds no effect: it says ${shown(rival)}, the claim ${shown(figure)}`,
      true,
    )
  return said(
    'figures',
    'contrary',
    `its estimate lies on the other side: it says ${shown(rival)}, the claim ${shown(figure)}`,
    true,
  )
}

const shown = ({ text, low, high }: Figure) => (low === undefined ? text : `${text} (${low} to ${high})`)

/** Side of no effect: 1, -1, or 0 where the interval holds it; null where the figure is no estimate of an effect. */
function sideOf({ kind, value, low, high }: Figure): 0 | 1 | -1 | null {
  const middle = kind === 'ratio' ? 1 : kind === 'difference' ? 0 : null
  if (middle === null) return null
  if (low !== undefined && high !== undefined && low < middle && high > middle) return 0
  return Math.sign(value - middle) as 0 | 1 | -1
}

function isComparable(one: Figure, other: Figure): boolean {
  if (one.kind === 'count' || other.kind === 'count')
    return one.kind === other.kind && one.of.some((word) => other.of.includes(word))
  if (one.kind === 'ratio' || other.kind === 'ratio') return one.kind === other.kind
  if (one.kind === 'difference' || other.kind === 'difference')
    return one.kind === other.kind || one.unit === other.unit
  return familyOf(one) === familyOf(other)
}

function familyOf({ kind, unit }: Figure): string {
  if (unit in days) return 'time'
  if (unit.startsWith('a ')) return 'repetition'
  if (unit in grams) return 'mass'
  return kind === 'fold' || kind === 'share' ? kind : unit
}

function isSame(one: Figure, other: Figure): boolean {
  const [a, b] = [normal(one), normal(other)]
  const spelled =
    /[a-z]{3}/i.test(one.text.replace(one.unit, '')) || /[a-z]{3}/i.test(other.text.replace(other.unit, ''))
  return Math.abs(a - b) <= (spelled ? rough : exact) * Math.max(Math.abs(a), Math.abs(b))
}

function normal({ value, unit }: Figure): number {
  if (unit.startsWith('a ')) return value / days[unit.slice(2)]!
  return value * (days[unit] ?? grams[unit] ?? 1)
}

/** Whether two estimates lie on one side with intervals that overlap, as two studies of one effect would find them. */
function isOverlapping(one: Figure, other: Figure): boolean {
  if (sideOf(one) === null || sideOf(one) === 0 || sideOf(one) !== sideOf(other)) return false
  const [a, b] = [intervalOf(one), intervalOf(other)]
  return a !== null && b !== null && a.low <= b.high && b.low <= a.high
}

/** The interval of a figure; an end that the text leaves open is infinite. */
function intervalOf({ low, high }: Figure): { low: number; high: number } | null {
  if (low === undefined && high === undefined) return null
  return { low: low ?? Number.NEGATIVE_INFINITY, high: high ?? Number.POSITIVE_INFINITY }
}

function slotOf(figure: Figure, { text }: Frame): SlotName {
  const { unit, start, end } = figure
  if (isRepetition(figure)) return 'dose'
  if (
    unit in days &&
    (/\b(?:at|after|within|for|during|in|over|first|of)\s+(?:the\s+)?(?:first\s+)?$/i.test(text.slice(0, start)) ||
      /^\s(?:after|later|before)\b/.test(text.slice(end)))
  )
    return 'time'
  return unit in grams || /\/(?:kg|day|l|ml)$/.test(unit) ? 'dose' : 'figures'
}
