import type { Figure, Frame, SlotName } from '../../frames/frame.ts'
import type { SlotComparison, SlotRelation } from './comparison.ts'
import { days, familyOf, grams, isSame, isSameChange } from './same-figure.ts'
import { otherFigures } from './told-figures.ts'

/** A count that hardly two things share by chance. */
const leastTelling = 20

/** Compares the figures of two frames: estimates by their sides and intervals, all others by value. */
export function figuresCompared(one: Frame, other: Frame): SlotComparison[] {
  const found: SlotComparison[] = []
  for (const figure of one.figures) {
    if (figure.kind === 'p') continue
    const rivals = other.figures.filter((rival) => isComparable(figure, rival))
    if (rivals.some((rival) => isSame(figure, rival))) continue
    if (other.figures.some((rival) => isSameChange(figure, rival) || isSameCount(figure, rival))) continue
    const alike =
      one.sign !== 0 && one.sign === other.sign ? rivals.find((rival) => isOverlapping(figure, rival)) : undefined
    if (alike) {
      found.push(said('figures', 'narrower', `its estimate is ${shown(alike)}, on the same side`, false))
      continue
    }
    const side = rivals.find((rival) => sideOf(figure) !== null && ![null, sideOf(figure)].includes(sideOf(rival)))
    if (side) found.push(sided(figure, side))
    else if (rivals.length > 0) found.push(differing(figure, rivals[0]!, one, other))
    else if (isRepetition(figure)) found.push(said('dose', 'broader', `it does not say ${figure.text}`, false))
    else found.push(said(slotOf(figure, one), 'unknown', `it does not give ${figure.text}`, false))
  }
  return found
}

/** "412 patients" and "n = 412", or "the 412 adults": one number, whatever stands behind it. */
function isSameCount(one: Figure, other: Figure): boolean {
  return one.unit === '' && other.unit === '' && one.value === other.value && one.value >= leastTelling
}

/** "A single dose", "twice a week": a condition rather than a result, which a wider statement leaves out. */
function isRepetition({ kind, value, unit }: Figure): boolean {
  return (kind === 'count' && value <= 1) || unit.startsWith('a ')
}

function differing(figure: Figure, rival: Figure, one: Frame, other: Frame): SlotComparison {
  const told = otherFigures(figure, one, other)
  const slot = slotOf(figure, one)
  if (told !== null) return said(slot, 'different', told, true)
  return { ...said(slot, 'different', `it says ${rival.text}, the claim ${figure.text}`, true), untold: true }
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
  if (other.kind === 'p') return false
  if (one.kind === 'count' || other.kind === 'count')
    return one.kind === other.kind && one.of.some((word) => other.of.includes(word))
  if (one.kind === 'ratio' || other.kind === 'ratio') return one.kind === other.kind
  if (one.kind === 'difference' || other.kind === 'difference')
    return one.kind === other.kind || one.unit === other.unit
  return familyOf(one) === familyOf(other)
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
