import { scales } from './number-words.ts'
import { unitAt } from './units.ts'
import { anyOf } from './word-list.ts'

/** A number as it stands in a text. */
export interface NumberMention {
  /** Value; "1.2 million" is 1200000, a percentage is the number before its sign. */
  value: number
  /** Normal form of the unit, as in `%`, `mg/kg`, `month`; empty where there is none. */
  unit: string
  /** `<`, `>`, `≤`, `≥` where the text says so, also in words ("at least"); otherwise empty. */
  relation: '' | '<' | '>' | '≤' | '≥'
  /** Word just before the number in small letters, as in `p`, `or`, `n`; empty where there is none. */
  label: string
  /** As written, with its unit. */
  text: string
  start: number
  end: number
}

const grouped = String.raw`\d{1,3}(?:[,\u2009\u202f\u00a0]\d{3})+(?!\d)(?:[.·]\d+)?`
const plain = String.raw`0,\d+|\d+(?:[.·]\d+)?(?:e[-+]?\d{1,3}(?![a-z\d]))?|\.\d+`
const digits = new RegExp(`${grouped}|${plain}`, 'gi')
const power = /\s?[x×]\s?10\s?\^?\s?([-−–]?\d{1,2})(?!\d)/y
const scaled = new RegExp(String.raw`\s(${anyOf([...scales.keys()])})\b`, 'iy')
const relations: readonly (readonly [RegExp, NumberMention['relation']])[] = [
  [/(?:≤|<\s?=|at most|up to|no more than|not more than|maximum of)\s*$/i, '≤'],
  [/(?:≥|>\s?=|at least|no less than|no fewer than|minimum of)\s*$/i, '≥'],
  [/(?:<|less than|fewer than|below|under|lower than)\s*$/i, '<'],
  [/(?:>|more than|greater than|above|over|exceed(?:s|ed|ing)?|higher than)\s*$/i, '>'],
]

/**
 * Numbers written in digits, with unit and relation. Digits that are part of a name (IL-6, p53, B-52) are no numbers.
 * Reads thousands separators, middle-dot decimals and powers of ten.
 */
export function readNumbers(text: string): NumberMention[] {
  if (!/\d/.test(text)) return []
  const found: NumberMention[] = []
  for (const match of text.matchAll(digits)) {
    const start = match.index
    const end = start + match[0].length
    if (start < (found.at(-1)?.end ?? 0) || partOfName(text, start, end)) continue
    const sign = isMinus(text, start) ? 1 : 0
    found.push(numberAt(text, start - sign, end, numericValue(match[0]) * (sign ? -1 : 1)))
  }
  for (let i = found.length - 2; i >= 0; i--) shareUnit(text, found[i]!, found[i + 1]!)
  return found
}

/** A mention whose digits or word stand from start to end, with what follows and precedes it. */
export function numberAt(text: string, start: number, end: number, value: number): NumberMention {
  let to = end
  let amount = value
  power.lastIndex = to
  const raised = power.exec(text)
  if (raised) {
    amount = Number(`${amount}e${raised[1]!.replace(/[−–]/, '-')}`)
    to = power.lastIndex
  }
  scaled.lastIndex = to
  const word = scaled.exec(text)
  if (word) {
    amount *= scales.get(word[1]!.toLowerCase())!
    to = scaled.lastIndex
  }
  const unit = unitAt(text, to)
  if (unit) to = unit.end
  const before = text.slice(Math.max(0, start - 18), start)
  return {
    value: amount,
    unit: unit?.unit ?? '',
    relation: /[<>≤≥]|than|at |up to|of |below|under|above|over|exceed/i.test(before) ? relationOf(before) : '',
    label: labelOf(before),
    text: text.slice(start, to),
    start,
    end: to,
  }
}

function relationOf(before: string): NumberMention['relation'] {
  return relations.find(([pattern]) => pattern.test(before))?.[1] ?? ''
}

function labelOf(before: string): string {
  return /([a-zα-ω][a-z\dα-ω]*)\s*(?:of|was|is|:)?\s*[=<>≤≥(]*\s*$/i.exec(before)?.[1]?.toLowerCase() ?? ''
}

function partOfName(text: string, start: number, end: number): boolean {
  const before = text[start - 1] ?? ' '
  if (isLetter(before) || (before === '.' && isLetter(text[start - 2] ?? ' ') && !/\s/.test(text[start - 2]!)))
    return true
  if (/[-‐‑]/.test(before) && isLetter(text[start - 2] ?? ' ')) return true
  return isLetter(text[end] ?? ' ') && !unitAt(text, end)
}

function isMinus(text: string, start: number): boolean {
  return /[-−–]/.test(text[start - 1] ?? '') && !/[\d)%]/.test(text[start - 2] ?? ' ')
}

function isLetter(char: string): boolean {
  const code = char.charCodeAt(0)
  return (
    (code >= 65 && code <= 90) ||
    (code >= 97 && code <= 122) ||
    (code >= 0xaa && code !== 0xb7 && code < 0x2000 && /\p{L}/u.test(char))
  )
}

function numericValue(raw: string): number {
  if (/^0,\d/.test(raw)) return Number(raw.replace(',', '.'))
  return Number(raw.replace('·', '.').replace(/[,\u2009\u202f\u00a0]/g, ''))
}

/** In "10–20 years", "33 ± 10 years" and "89 and 91 %" the unit belongs to both numbers. */
function shareUnit(text: string, one: NumberMention, next: NumberMention): void {
  if (one.unit || !next.unit) return
  if (/^\s?(?:[-–—]|±|\+\/[-‐‑–−]|to|and|or|vs\.?|versus|against)\s?$/i.test(text.slice(one.end, next.start)))
    one.unit = next.unit
}

/** Whether two mentions give the same value, forgiving only the way it is written. */
export function sameValue(one: NumberMention, other: NumberMention): boolean {
  return Math.abs(one.value - other.value) <= 1e-9 * Math.max(1, Math.abs(one.value))
}

/** Whether two mentions have the same unit; no unit is the same as no unit. */
export function sameUnit(one: NumberMention, other: NumberMention): boolean {
  return one.unit === other.unit
}

/** The numbers that say how large something is: with a unit, and no p-value, count of people or interval. */
export function tellingNumbers(numbers: readonly NumberMention[]): NumberMention[] {
  return numbers.filter(({ unit, label }) => unit !== '' && !['p', 'n', 'ci'].includes(label))
}
