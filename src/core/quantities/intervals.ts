import type { NumberMention } from '../text/number-mentions.ts'
import type { Reading } from './draft.ts'
import { figureValue } from './written.ts'

/** An interval as it stands in a text. */
export interface Interval {
  start: number
  end: number
  /** Lower end; an end may be infinite where the text says so. */
  low: number
  high: number
  /** In percent; absent where the text does not say. */
  level?: number
  /** Called an interval of confidence or credibility, not only a range. */
  named: boolean
}

const dash = String.raw`(?:\s*(?:to|-|–|—|−|,|;|/|and|\.{3}|…)\s*|\s+(?=[-−]?\d*[.·]\d+\s?[\])]))`
const number = String.raw`0,\d+|(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:[.·]\d+|,\d{1,2}(?!\d))?|\.\d+`
const figure = String.raw`((?:[<>≤≥]\s?)?[-−+]?(?:${number}|∞|inf(?:init[ye])?\b))\s?(?:%|percent|per cent|percentage points|points)?`
/** What would make the second figure another one: more digits, a power of ten. */
const whole = String.raw`(?!\d|[.·]\d|\s?[×x]\s?10)`
const named = new RegExp(
  String.raw`(?:(\d\d(?:[.·]\d)?)\s?-?(?:%|percent|per cent)[\s,-]*(?:(?:IC|KI)\b)?)?(?:\b(?:CI|IC|KI)[ (]?(\d\d) ?%\)?|\b(?:CIs?|CrI|UI|(?:confidence|credible|uncertainty) (?:intervals?|limits?))\b|\bC\.\s?I\.|(?<=% ?-?(?:IC|KI)))(?:\s*[\[(](?:95\s?% ?)?CIs?[\])])?[\s,:=]*(?:(?:of|from|was|between) )?[\[({]?\s*${figure}${dash}${figure}${whole}`,
  'gi',
)
const bare = new RegExp(
  String.raw`(?<=\d\s?%?\s?(?:[\[({,;]|, )\s?)${figure}(?:\s?(?:to|–|-)\s?)${figure}${whole}(?=[\])}\s;,.]|$)`,
  'gi',
)

/** Two numbers in brackets with a comma between, behind another number: `0.66 [0.45, 0.98]`. */
const bracketed = /(?<=\d\s?%?\s?[[(]\s?)([-−]?\d*[.·]?\d+)\s?%?\s?[,;]\s([-−]?\d*[.·]?\d+)\s?%?(?=\s?[\])])/g

/** Intervals of a text that are called so, and, behind another number, ranges in brackets or after a comma. */
export function readIntervals({ text, numbers }: Reading): Interval[] {
  const found: Interval[] = []
  for (const match of text.matchAll(named)) {
    const ends = endsOf(match[3]!, match[4]!)
    if (!ends) continue
    const said = match[1] ?? match[2]
    const level = said === undefined ? levelBefore(text, match.index) : Number(said.replace('·', '.'))
    const start = said === undefined && level !== undefined ? text.lastIndexOf(String(level), match.index) : match.index
    found.push({
      ...ends,
      start,
      end: match.index + match[0].length,
      named: true,
      ...(level === undefined ? {} : { level }),
    })
  }
  for (const match of [...text.matchAll(bare), ...text.matchAll(bracketed)]) {
    const ends = endsOf(match[1]!, match[2]!)
    const [start, end] = [match.index, match.index + match[0].length]
    if (!ends || found.some((other) => start < other.end && end > other.start)) continue
    if (numbers.some((one) => one.start >= start && one.end <= end)) found.push({ ...ends, start, end, named: false })
  }
  return found.toSorted((a, b) => a.start - b.start)
}

function levelBefore(text: string, at: number): number | undefined {
  const match = /(\d\d)\s?-?(?:%|percent|per cent)[\s,([-]*$/.exec(text.slice(Math.max(0, at - 16), at))
  return match ? Number(match[1]) : undefined
}

function endsOf(one: string, other: string): { low: number; high: number } | null {
  const low = readValue(one)
  const high = readValue(other)
  return (Number.isFinite(low) || Number.isFinite(high)) && low <= high ? { low, high } : null
}

function readValue(written: string): number {
  if (/∞|inf/i.test(written)) return /[-−]/.test(written) ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY
  return figureValue(written)
}

/** Numbers of a reading that an interval holds, its level included. */
export const within = (numbers: readonly NumberMention[], { start, end }: Pick<Interval, 'start' | 'end'>) =>
  numbers.filter((one) => one.start >= start && one.start < end)
