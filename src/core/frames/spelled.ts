import type { NumberMention } from '../text/number-mentions.ts'
import { folds, numberOfWord, numberWords, ones, parts, scales, tens } from '../text/number-words.ts'
import { stem } from '../text/stem.ts'
import { anyOf } from '../text/word-list.ts'
import { countedBy } from './counted.ts'
import type { Figure } from './frame.ts'

const small: ReadonlyMap<string, number> = new Map([...numberWords, ['one', 1]])
const names = [...small.keys()].join('|')
const name = `(?:(?:${anyOf([...tens.keys()])})[- ](?:${anyOf(ones.slice(1, 10))})|${names})`
const word = String.raw`(\d[\d,]*|${name})`
const than = '(?:more|less|fewer|higher|lower|greater|larger|smaller|longer|shorter|faster|slower)'
const fraction = new RegExp(
  String.raw`\b(?:(a|${anyOf([...small.keys()])}|nearly|about|the)[ -])?(${anyOf([...parts.keys()])})(?: (?:of|the)\b|(?= ${than}\b)|(?<=\bby (?:an? |one |two |three )\w+)(?!\w))`,
  'gi',
)
const ratio = new RegExp(String.raw`\b${word} (?:in|out of|of)(?: every| the| these| all)? ${word}(?=\W|$)`, 'gi')
const multiple = new RegExp(
  String.raw`\b(?:(an?|${anyOf([...small.keys()])})[ -])?(${anyOf([...parts.keys()])})(?= as (?:many|much|\w+ as)\b)`,
  'gi',
)
const interval = new RegExp(
  String.raw`\bevery (?:(other|${names}|${anyOf([...parts.keys()])}|second) )?(day|week|month|year)s?\b`,
  'gi',
)
const times = new RegExp(String.raw`\b(${anyOf([...folds.keys()])})\b`, 'gi')
const manyfold = new RegExp(String.raw`\b(${anyOf([...numberWords.keys(), 'hundred'])})(?:-?\s?fold| times)\b`, 'gi')
const most = /\b(majority|minority|all|none|most) of\b/gi
const counted = new RegExp(String.raw`\b(${name}) ([a-z]{3,})\b`, 'gi')
const alone = /\b(?:(a single|half an?)|(?<=^|[,;:] )single) ([a-z]{3,})\b/gi
const span = '(seconds?|minutes?|hours?|days?|weeks?|months?|years?)'
const lasting = new RegExp(
  String.raw`\b(?:(an?)(?<=\b(?:for|after|within|lasting) an?)|((?:a single|half an?|${names})(?:-(?:${names}))?))[ -]${span}\b`,
  'gi',
)
const often = new RegExp(
  String.raw`\b(?:(once|twice|thrice)|(\d+|${names}) times)(?:[ -](?:an?|per|each|every) (day|week|month|year)|[ -](daily|weekly|monthly|yearly|annually))\b`,
  'gi',
)
const every = /\b(daily|weekly|monthly|yearly|annual|annually)\b/gi
const periods: Readonly<Record<string, string>> = {
  daily: 'day',
  weekly: 'week',
  monthly: 'month',
  yearly: 'year',
  annual: 'year',
  annually: 'year',
}

/** Figures written in words: "half of", "one in four", "3 of 12", "1 in 2,000", "twice", "tenfold", "seven genes", "one year", "three times a week". */
export function spelledFigures(sentence: string, numbers: readonly NumberMention[]): Figure[] {
  const found: Figure[] = []
  const add = (kind: Figure['kind'], value: number, match: RegExpExecArray, unit = '', of: string[] = []) => {
    const [start, end] = [match.index, match.index + match[0].length]
    if (found.some((other) => other.start < end && start < other.end)) return
    found.push({ kind, value, unit, relation: '', of, text: match[0], start, end })
  }
  for (const match of sentence.matchAll(ratio)) {
    const [part, whole] = [amountOf(match[1]!), amountOf(match[2]!)]
    if (part !== null && whole !== null && part <= whole && whole > 1) add('share', (100 * part) / whole, match, '%')
  }
  for (const match of sentence.matchAll(fraction)) {
    const some = small.get((match[1] ?? '').toLowerCase()) ?? 1
    add('share', (100 * some) / parts.get(match[2]!.toLowerCase())!, match, '%')
  }
  for (const match of sentence.matchAll(multiple)) {
    const some = small.get((match[1] ?? '').toLowerCase()) ?? 1
    add('fold', some / parts.get(match[2]!.toLowerCase())!, match, 'fold')
  }
  for (const match of sentence.matchAll(most)) add('share', shareOf(match[1]!.toLowerCase()), match, '%')
  for (const match of sentence.matchAll(often)) {
    const count = match[1] ? (folds.get(match[1].toLowerCase()) ?? 1) : amountOf(match[2]!)
    const unit = match[3]?.toLowerCase() ?? periods[match[4]!.toLowerCase()]!
    if (count !== null) add('measure', count, match, `a ${unit}`)
  }
  for (const match of sentence.matchAll(interval)) {
    const word = match[1]?.toLowerCase() ?? 'one'
    const length = word === 'other' ? 2 : (numberOfWord(word) ?? 1)
    add('measure', 1 / length, match, `a ${match[2]!.toLowerCase()}`)
  }
  for (const match of sentence.matchAll(lasting)) {
    const value = match[1] ? 1 : partOrWhole(match[2]!)
    if (value !== null) add('measure', value, match, match[3]!.toLowerCase().replace(/s$/, ''))
  }
  for (const match of sentence.matchAll(every)) {
    const end = match.index + match[0].length
    if (!numbers.some((number) => number.start < end && match.index < number.end))
      add('measure', 1, match, `a ${periods[match[0].toLowerCase()]!}`)
  }
  for (const match of sentence.matchAll(alone))
    add('count', partOrWhole(match[1] ?? 'a single')!, match, '', [stem(match[2]!.toLowerCase())])
  for (const match of sentence.matchAll(times)) add('fold', folds.get(match[1]!.toLowerCase())!, match, 'fold')
  for (const match of sentence.matchAll(manyfold)) add('fold', multipleOf(match[1]!.toLowerCase()), match, 'fold')
  for (const match of sentence.matchAll(counted)) {
    const value = spelledValue(match[1]!)
    if (value !== null && value > 1)
      add('count', value, match, '', countedBy(sentence.slice(match.index + match[1]!.length)))
  }
  return found.filter(
    (one) => one.kind !== 'count' || !numbers.some((number) => number.start < one.end && one.start < number.end),
  )
}

/** "a single", "half a", or a number word. */
function partOrWhole(text: string): number | null {
  return /^half/i.test(text) ? 0.5 : /^a single$/i.test(text) ? 1 : spelledValue(text)
}

const multipleOf = (word: string) => numberWords.get(word) ?? scales.get(word)!

/** Shares that stand for "most" and its like: far enough apart to be told from each other. */
function shareOf(quantifier: string): number {
  return { all: 100, none: 0, most: 75, majority: 75, minority: 25 }[quantifier]!
}

function amountOf(text: string): number | null {
  return /^\d/.test(text) ? Number(text.replaceAll(',', '')) : spelledValue(text)
}

function spelledValue(text: string): number | null {
  const [first = '', second] = text.toLowerCase().split(/[- ]/)
  const value = small.get(first)
  return value === undefined ? null : value + (second === undefined ? 0 : small.get(second)!)
}
