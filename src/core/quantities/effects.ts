import type { NumberMention } from '../text/number-mentions.ts'
import { type Draft, freeNumbers, type Reading, relationOf, unitOf } from './draft.ts'
import { type Interval, readIntervals, within } from './intervals.ts'
import { effectAbbreviations, effectMeasures, type Measure, measureOf } from './measures.ts'

interface Naming {
  measure: Measure
  start: number
  end: number
}

const reach = 110
const abbreviation = new RegExp(
  String.raw`\b(${Object.keys(effectAbbreviations).join('|')})\b(?=[\s\])=:,;]*(?:of |was |is )?[\[(]?\s*[-−]?[\d.])`,
  'g',
)

/** Estimates of effect with their intervals: "odds ratio 1.81; 95% CI 0.82 to 3.96". */
export function readEffects(reading: Reading): void {
  const names = namings(reading.text)
  const intervals = readIntervals(reading).filter(
    (interval) => interval.named || nameBefore(names, estimateOf(reading, interval)?.start ?? -1, reading),
  )
  for (const interval of intervals) for (const one of within(reading.numbers, interval)) reading.used.add(one)
  for (const interval of intervals) withInterval(reading, names, interval)
  for (const { measure, start, end } of names) withoutInterval(reading, measure, start, end)
}

function namings(text: string): Naming[] {
  const found: Naming[] = []
  for (const measure of effectMeasures)
    for (const match of text.matchAll(measure.pattern)) {
      const [start, end] = [match.index, match.index + match[0].length]
      if (!found.some((other) => start < other.end && end > other.start)) found.push({ measure, start, end })
    }
  for (const match of text.matchAll(abbreviation))
    found.push({
      measure: measureOf(effectAbbreviations[match[1]!])!,
      start: match.index,
      end: match.index + match[0].length,
    })
  return found.toSorted((a, b) => a.start - b.start)
}

/** The number that an interval belongs to: the last free one before it that is neither a p-value nor a size. */
function estimateOf(reading: Reading, { start, low, high }: Interval): NumberMention | null {
  const from = Math.max(0, start - reach)
  const before = freeNumbers(reading, from, start).filter(({ label }) => label !== 'p' && label !== 'n')
  const nearest = before.at(-1)
  if (!nearest || /[.!?] [A-Z]/.test(reading.text.slice(nearest.end, start))) return null
  const inside = before.filter(({ value }) => value >= low && value <= high).at(-1)
  return inside && start - inside.end <= start - nearest.end + 45 ? inside : nearest
}

function nameBefore(names: readonly Naming[], start: number, { text, numbers }: Reading): Naming | null {
  const named = names.filter((name) => name.end <= start && isNear(text.slice(name.end, start))).at(-1)
  if (!named || /[.!?] [A-Z]/.test(text.slice(named.end, start))) return null
  return numbers.some((one) => one.start >= named.end && one.end <= start && one.unit !== 'day') ? null : named
}

/** Near, or further off where the words between say what the measure is of: "the odds ratio of stroke with X was". */
function isNear(between: string): boolean {
  return (
    between.length < 60 ||
    (between.length < 170 &&
      /^\s*(?:of|for|comparing|associated|in|between)\b[^.;:]*\b(?:was|were|is|are|at)\s*(?:only\s)?$/i.test(between))
  )
}

function withInterval(reading: Reading, names: readonly Naming[], interval: Interval): void {
  const estimate = estimateOf(reading, interval)
  const { low, high, level } = interval
  const ends = { ...(Number.isFinite(low) ? { low } : {}), ...(Number.isFinite(high) ? { high } : {}) }
  const common = { ...ends, ...(level === undefined ? {} : { level }) }
  if (!estimate) {
    const value = Number.isFinite(low) ? low : high
    reading.found.push({ kind: 'interval', value, ...common, start: interval.start, end: interval.end })
    return
  }
  reading.used.add(estimate)
  const named = nameBefore(names, estimate.start, reading)
  reading.found.push({
    ...estimated(estimate, named?.measure),
    ...common,
    start: named?.start ?? estimate.start,
    end: interval.end,
  })
}

function estimated(estimate: NumberMention, measure: Measure | undefined): Omit<Draft, 'start' | 'end'> {
  const base = { value: estimate.value, ...unitOf(estimate), ...relationOf(estimate) }
  if (measure) return { kind: measure.kind === 'score' ? 'score' : measure.kind, measure: measure.id, ...base }
  if (estimate.unit === '%') return { kind: 'percentage', ...base }
  return { kind: estimate.unit === 'point' ? 'difference' : 'measure', ...base }
}

function withoutInterval(reading: Reading, measure: Measure, start: number, end: number): void {
  if (reading.found.some((one) => start < one.end && end > one.start)) return
  const gap = /^(?:[\s\])([=:,]|of|was|were|is|by|at)*/.exec(reading.text.slice(end, end + 14))![0]
  const number = freeNumbers(reading, end, reading.text.length).find((one) => one.start <= end + gap.length + 1)
  if (!number || (measure.kind === 'ratio' && number.unit !== '' && number.unit !== 'fold')) return
  reading.used.add(number)
  reading.found.push({ ...estimated(number, measure), start, end: number.end })
}
