import { type NumberMention, numberWords } from '../text/numbers.ts'
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

/** Figures written in words: "half of", "one in four", "3 of 12", "1 in 2,000", "twice", "tenfold", "seven genes". */
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
