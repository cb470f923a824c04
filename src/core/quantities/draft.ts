import type { Quantity } from '../../schemas/claim.ts'
import { type NumberMention, readNumbers } from '../text/number-mentions.ts'

/** A quantity whose words are not cut out yet: it stands between `start` and `end`. */
export type Draft = Omit<Quantity, 'text'>

/** A quote being read: its numbers, and which of them a quantity already holds. */
export interface Reading {
  text: string
  numbers: readonly NumberMention[]
  used: Set<NumberMention>
  found: Draft[]
}

/** Begins reading a quote. Numbers that belong to a name (IL-6, B-52) are none. */
export function beginReading(text: string): Reading {
  const numbers = readNumbers(text).filter(({ value, label, unit }) => !isCitation(text, value, label, unit))
  return { text, numbers, used: new Set(), found: [] }
}

/** A year, as in "in 2018", says when, not how much. */
function isCitation(_text: string, value: number, label: string, unit: string): boolean {
  return (
    unit === '' &&
    Number.isInteger(value) &&
    value >= 1850 &&
    value <= 2100 &&
    /^(?:in|since|until|to|from|and|between|of|by|after|before|during|august|september|october|november|december|january|february|march|april|may|june|july)$/.test(
      label,
    )
  )
}

/** The free number that begins at an offset or just behind white space and brackets there. */
export function numberFrom(reading: Reading, offset: number): NumberMention | null {
  const gap = /^[\s([=:,]*[-−–+]?/.exec(reading.text.slice(offset, offset + 8))![0].length
  return (
    reading.numbers.find(
      (one) => one.start >= offset && one.start <= offset + gap + 1 && !reading.used.has(one) && one.end > offset,
    ) ?? null
  )
}

/** Free numbers in a stretch of the text, in order. */
export function freeNumbers(reading: Reading, from: number, to: number): NumberMention[] {
  return reading.numbers.filter((one) => one.start >= from && one.end <= to && !reading.used.has(one))
}

/** The relation of a number, where the text bounds it. */
export const relationOf = ({ relation }: NumberMention) => (relation === '' ? {} : { relation })

/** Unit of a number as quantities name it. */
export const unitOf = ({ unit, text }: NumberMention) =>
  unit === '' ? {} : { unit: unit !== 'point' ? unit : /percent|pp/i.test(text) ? 'percentage points' : 'points' }
