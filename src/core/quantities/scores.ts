import type { NumberMention } from '../text/number-mentions.ts'
import { freeNumbers, type Reading, relationOf, unitOf } from './draft.ts'
import { type Measure, scoreMeasures } from './measures.ts'

interface Naming {
  measure: Measure
  start: number
  end: number
}

/** Results of benchmarks: "F1 0.92", "62.8% accuracy", "accuracy rose by 12.24% to 22.77%", lists of systems with one metric. */
export function readScores(reading: Reading): void {
  const names = namings(reading.text)
  for (const name of names) {
    const numbers = behind(reading, name) ?? inFront(reading, name)
    if (!numbers) continue
    add(reading, name, numbers)
    further(reading, name, numbers.at(-1)!)
  }
}

function namings(text: string): Naming[] {
  const found: Naming[] = []
  for (const measure of scoreMeasures)
    for (const match of text.matchAll(measure.pattern)) {
      const [start, end] = [match.index, match.index + match[0].length]
      if (!found.some((other) => start < other.end && end > other.start)) found.push({ measure, start, end })
    }
  return found.toSorted((a, b) => a.start - b.start)
}

const link =
  /^(?:(?:of|on|in) (?:[a-z-]+ ){1,3}(?=(?:by|rose|fell|was|reached|to)\b)|[\s(:=,]|of|was|were|is|by|up to|to|at|about|around|reached|rose|fell|improved|dropped|on average|score|nearly|over|between|from|only|\bthe\b)*/
const rangeBetween = /^\s?%?\s?(?:to|–|-|and)\s?$/

/** The number, or range, that follows the name of a metric. */
function behind(reading: Reading, { end }: Naming): NumberMention[] | null {
  const gap = link.exec(reading.text.slice(end, end + 40))![0].length
  const first = freeNumbers(reading, end, reading.text.length).find((one) => one.start <= end + gap + 1)
  return first && plausible(first) ? withRange(reading, first) : null
}

/** The number just in front: "62.8% accuracy", "0.535 accuracy", "6.49% F1". */
function inFront(reading: Reading, { start }: Naming): NumberMention[] | null {
  const last = freeNumbers(reading, Math.max(0, start - 30), start).at(-1)
  if (
    !last ||
    !plausible(last) ||
    !/^\s?(?:in |of |mean |average |overall )*$/.test(reading.text.slice(last.end, start))
  )
    return null
  const before = freeNumbers(reading, Math.max(0, last.start - 24), last.start).at(-1)
  return before && rangeBetween.test(reading.text.slice(before.end, last.start)) ? [before, last] : [last]
}

function withRange(reading: Reading, first: NumberMention): NumberMention[] {
  const next = freeNumbers(reading, first.end, first.end + 24)[0]
  return next && rangeBetween.test(reading.text.slice(first.end, next.start)) ? [first, next] : [first]
}

const plausible = ({ value, unit }: NumberMention) =>
  (unit === '%' || unit === '' || unit === 'point') && Math.abs(value) <= 100

function add(reading: Reading, { measure, start, end }: Naming, numbers: readonly NumberMention[]): void {
  const [first, second] = numbers as [NumberMention, NumberMention?]
  for (const one of numbers) reading.used.add(one)
  const before = reading.text.slice(0, Math.min(start, first.start))
  const last = reading.found.at(-1)
  const by =
    /\bby (?:up to |about |on average |more than )?$/.test(before.slice(-30)) ||
    /\bby (?:up to |about |on average |more than )?$/.test(reading.text.slice(0, first.start).slice(-30))
  const listed =
    last?.kind === 'difference' && last.end <= first.start && /^ and $/.test(reading.text.slice(last.end, first.start))
  const range = second ? { low: Math.min(first.value, second.value), high: Math.max(first.value, second.value) } : {}
  reading.found.push({
    kind: by || listed ? 'difference' : 'score',
    measure: measure.id,
    value: first.value,
    ...unitOf(first.unit === '' && second ? second : first),
    ...range,
    ...relationOf(first),
    start: Math.min(start, first.start),
    end: Math.max(end, (second ?? first).end),
  })
}

const listing =
  /^(?: \([\w/+# ]+\))?(?: on [a-z -]{3,30}?)?(?:,| and| to|;)\s*(?:and )?(?:[A-Z][\w+.-]*(?: (?:and )?[\w+.-]+){0,2} )?$/
const metric = /\b(?:F1|accuracy|precision|recall|AUC|MCC|macro)\b/i

/** "reached 0.535 accuracy, Merlin 0.531, Kestrel-2 0.520": the same metric of further systems. */
function further(reading: Reading, name: Naming, last: NumberMention): void {
  let from = Math.max(name.end, last.end)
  for (;;) {
    const next = freeNumbers(reading, from, from + 60)[0]
    if (!next || next.unit !== last.unit || !plausible(next)) return
    const between = reading.text.slice(from, next.start)
    if (!listing.test(between) || metric.test(between) || metric.test(reading.text.slice(next.end, next.end + 12)))
      return
    add(reading, { ...name, start: next.start, end: next.end }, [next])
    from = next.end
  }
}
