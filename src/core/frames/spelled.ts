import { type NumberMention, numberWords } from '../text/number-mentions.ts'
import { stem } from '../text/stem.ts'
import type { Figure } from './frame.ts'

const small: ReadonlyMap<string, number> = new Map([...numberWords, ['one', 1], ['ten', 10]])
const parts: Readonly<Record<string, number>> = {
  half: 2,
  halves: 2,
  third: 3,
  thirds: 3,
  quarter: 4,
  quarters: 4,
  fourth: 4,
  fifth: 5,
  fifths: 5,
  sixth: 6,
  seventh: 7,
  eighth: 8,
  eighths: 8,
  ninth: 9,
  tenth: 10,
  tenths: 10,
}
const folds: Readonly<Record<string, number>> = {
  once: 1,
  twice: 2,
  thrice: 3,
  doubled: 2,
  doubles: 2,
  double: 2,
  doubling: 2,
  tripled: 3,
  triples: 3,
  triple: 3,
  quadrupled: 4,
  halved: 0.5,
  halving: 0.5,
}
const multiples: Readonly<Record<string, number>> = {
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  twenty: 20,
  hundred: 100,
}
const names = [...small.keys()].join('|')
const word = String.raw`(\d[\d,]*|(?:${names})(?:-(?:${names}))?)`
const fraction =
  /\b(?:(a|one|two|three|four|five|nearly|about|the)[ -])?(half|halves|thirds?|quarters?|fourth|fifths?|sixth|seventh|eighths?|ninth|tenths?) (?:of|the)\b/gi
const ratio = new RegExp(String.raw`\b${word} (?:in|out of|of)(?: every| the| these| all)? ${word}(?=\W|$)`, 'gi')
const times = /\b(twice|thrice|doubled?|doubles|doubling|tripled?|triples|quadrupled|halved|halving)\b/gi
const manyfold = /\b(two|three|four|five|six|seven|eight|nine|ten|twenty|hundred)-?\s?fold\b/gi
const manyTimes = /\b(two|three|four|five|six|seven|eight|nine|ten) times\b/gi
const most = /\b(majority|minority|all|none|most) of\b/gi
const counted = new RegExp(String.raw`\b((?:${names})(?:-(?:${names}))?) ([a-z]{3,})\b`, 'gi')
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
    add('share', (100 * some) / parts[match[2]!.toLowerCase()]!, match, '%')
  }
  for (const match of sentence.matchAll(most)) add('share', shareOf(match[1]!.toLowerCase()), match, '%')
  for (const match of sentence.matchAll(often)) {
    const count = match[1] ? folds[match[1].toLowerCase()]! : amountOf(match[2]!)
    const unit = match[3]?.toLowerCase() ?? periods[match[4]!.toLowerCase()]!
    if (count !== null) add('measure', count, match, `a ${unit}`)
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
  for (const match of sentence.matchAll(times)) add('fold', folds[match[1]!.toLowerCase()]!, match, 'fold')
  for (const match of sentence.matchAll(manyfold)) add('fold', multiples[match[1]!.toLowerCase()]!, match, 'fold')
  for (const match of sentence.matchAll(manyTimes)) add('fold', multiples[match[1]!.toLowerCase()]!, match, 'fold')
  for (const match of sentence.matchAll(counted)) {
    const value = spelledValue(match[1]!)
    if (value !== null && value > 1) add('count', value, match, '', [stem(match[2]!.toLowerCase())])
  }
  return found.filter(
    (one) => one.kind !== 'count' || !numbers.some((number) => number.start < one.end && one.start < number.end),
  )
}

/** "a single", "half a", or a number word. */
function partOrWhole(text: string): number | null {
  return /^half/i.test(text) ? 0.5 : /^a single$/i.test(text) ? 1 : spelledValue(text)
}

/** Shares that stand for "most" and its like: far enough apart to be told from each other. */
function shareOf(quantifier: string): number {
  return { all: 100, none: 0, most: 75, majority: 75, minority: 25 }[quantifier]!
}

function amountOf(text: string): number | null {
  return /^\d/.test(text) ? Number(text.replaceAll(',', '')) : spelledValue(text)
}

function spelledValue(text: string): number | null {
  const [tens = '', ones] = text.toLowerCase().split('-')
  const first = small.get(tens)
  if (first === undefined) return null
  if (ones === undefined) return first
  const second = small.get(ones)
  return second === undefined || first < 20 ? null : first + second
}
