import things from '../text/lists/counted-things.json' with { type: 'json' }
import { peopleNouns } from '../text/people.ts'
import { anyOf, wordsOf } from '../text/word-list.ts'
import { freeNumbers, numberFrom, type Reading, relationOf } from './draft.ts'

const plurals = peopleNouns.filter((word) => /(?:s|people|men|children)$/.test(word))
const counted = anyOf([...new Set([...plurals, ...wordsOf(things.things)])])
const fraction = new RegExp(
  String.raw`(\d[\d,]*)\s?(?:of|out of|/|in)\s?(?:the |all )?(\d[\d,]*)(?!\d|[.·]\d|\s?(?:%|mg|g\b|months?|days?|weeks?|years?|hours?|h\b))(?:\s(?:[a-z-]+\s){0,2}?${counted}\b)?`,
  'g',
)
const size = new RegExp(
  String.raw`\b[nN]\s?=\s?(\d[\d,]*)|(?<![\d.,·/])(\d[\d,]*) (?:[A-Za-z-]+ ){0,4}?${counted}\b(?! (?:per|a) )`,
  'g',
)

/** Percentages with numerator and denominator: "35 of 35 patients, 100%", "93% (40/43)", "62.4% of patients". */
export function readShares(reading: Reading): void {
  for (const match of reading.text.matchAll(fraction)) readFraction(reading, match)
  for (const number of freeNumbers(reading, 0, reading.text.length)) {
    if (number.unit !== '%' || reading.used.has(number)) continue
    reading.used.add(number)
    reading.found.push({
      kind: 'percentage',
      value: number.value,
      unit: '%',
      ...relationOf(number),
      start: number.start,
      end: number.end,
    })
  }
}

function readFraction(reading: Reading, match: RegExpExecArray): void {
  const { text } = reading
  const [start, end] = [match.index, match.index + match[0].length]
  const [numerator, denominator] = [match[1]!, match[2]!].map((part) => Number(part.replaceAll(',', ''))) as [
    number,
    number,
  ]
  const parts = freeNumbers(reading, start, end + 1).filter((one) => one.start >= start && one.start < end)
  if (parts.length < 2 || denominator === 0 || numerator > denominator || /[\d.·]$/.test(text.slice(0, start))) return
  if (/\d\/$/.test(text.slice(0, start)) || /^\/\d/.test(text.slice(end))) return
  if (match[0].includes(' in ') && !/ in (?:the |all )?\d/.test(match[0])) return
  for (const part of parts) reading.used.add(part)
  const percent = percentBeside(reading, start, end)
  const common = { numerator, denominator }
  if (!percent) {
    reading.found.push({ kind: 'fraction', value: numerator, ...common, start, end })
    return
  }
  reading.used.add(percent)
  reading.found.push({
    kind: 'percentage',
    value: percent.value,
    unit: '%',
    ...common,
    start: Math.min(start, percent.start),
    end: Math.max(end, percent.end),
  })
}

/** The percentage that says the same: just behind, "(40/43, 93%)", or just in front, "93% (40/43)". */
function percentBeside(reading: Reading, start: number, end: number) {
  const behind = /^(?: [a-z-]+){0,3}?[\s,;([]+(?=[\d.])/.exec(reading.text.slice(end, end + 40))
  const after = behind ? numberFrom(reading, end + behind[0].length) : null
  if (after?.unit === '%') return after
  const before = freeNumbers(reading, Math.max(0, start - 24), start).at(-1)
  return before?.unit === '%' && /^\s?[([;,]\s?$/.test(reading.text.slice(before.end, start)) ? before : null
}

/** Sample sizes: "522 patients", "n = 40". */
export function readSizes(reading: Reading): void {
  for (const match of reading.text.matchAll(size)) {
    const digits = match[1] ?? match[2]!
    const at = match.index + match[0].indexOf(digits)
    const number = freeNumbers(reading, at, reading.text.length).find((one) => one.start === at)
    const n = Number(digits.replaceAll(',', ''))
    if (!number || !Number.isSafeInteger(n) || n === 0 || number.unit !== '') continue
    reading.used.add(number)
    const outcome = /[a-z]/.test(match[0]) && match[2] ? { outcome: match[0].split(' ').at(-1)! } : {}
    reading.found.push({
      kind: 'n',
      measure: 'n',
      value: n,
      n,
      ...outcome,
      start: match.index,
      end: match.index + match[0].length,
    })
  }
}
