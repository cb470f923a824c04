import { numberFrom } from './in-figures.ts'
import { type NumberMention, numberAt, readNumbers } from './number-mentions.ts'
import { type Word, wordOf } from './words.ts'

/** A word, name or number in its place. */
export interface Token extends Word {
  number: NumberMention | null
  /** Within the scope of a negation. */
  negated: boolean
  /** Number of the clause it stands in. */
  clause: number
  /** How much it says: the rarer, the more; 0 for stop words. */
  weight: number
}

/** Weight of a stem, larger for rarer ones. */
export type Weigh = (stem: string) => number

const scope = 6
const numberWeight = 5

/** Tokens of a text, numbers read as numbers, negation carried to the end of its scope or clause. */
export function readTokens(text: string, weigh: Weigh): Token[] {
  const numbers = readNumbers(text)
  const tokens: Token[] = []
  let clause = 0
  let scopeLeft = 0
  let next = 0
  let at = 0
  const add = (word: Word, number: NumberMention | null) => {
    const weight = number ? numberWeight : word.stop ? 0 : weigh(word.stem)
    tokens.push(token(word, number, scopeLeft > 0, clause, weight))
    scopeLeft = word.cue ? (word.word === 'non' ? 1 : scope) : Math.max(0, scopeLeft - 1)
  }
  while (at < text.length) {
    const number = numbers[next]
    if (number && at >= number.start) {
      add(numeral(number), number)
      at = Math.max(at, number.end)
      next++
      continue
    }
    const code = text.charCodeAt(at)
    if (!isLetter(code)) {
      if (endsClause(code)) {
        clause++
        scopeLeft = 0
      }
      at++
      continue
    }
    const end = wordEnd(text, at)
    const word = wordOf(text.slice(at, end))
    if (word.opensClause) {
      clause++
      scopeLeft = 0
    }
    const spelled = spelledAt(text, at, end, word)
    add(spelled ? numeral(spelled) : word, spelled)
    at = spelled ? spelled.end : end
  }
  return tokens
}

const words = /[a-z]+(?:[-‐‑\s][a-z]+){0,9}/iy

/** A number in words, "seventy-five" and "one hundred and two" as one; an ordinal of several words, "twenty-first", is none. */
function spelledAt(text: string, start: number, end: number, { word, value }: Word): NumberMention | null {
  // "One" alone is more often a pronoun.
  if (value === null && word !== 'one') return null
  words.lastIndex = start
  const run = words.exec(text)?.[0].split(/([-‐‑\s])/) ?? []
  const read = numberFrom(
    run.filter((_, at) => at % 2 === 0).map((one) => one.toLowerCase()),
    0,
  )
  if (!read || read.count === 1) return value === null ? null : numberAt(text, start, end, value)
  const length = run.slice(0, 2 * read.count - 1).join('').length
  return read.isOrdinal ? null : numberAt(text, start, start + length, read.value)
}

function token(word: Word, number: NumberMention | null, negated: boolean, clause: number, weight: number): Token {
  return {
    word: word.word,
    stem: word.stem,
    stop: word.stop,
    name: word.name,
    cue: word.cue,
    direction: word.direction,
    hedge: word.hedge,
    strongHedge: word.strongHedge,
    opensClause: word.opensClause,
    value: word.value,
    number,
    negated,
    clause,
    weight,
  }
}

function numeral(number: NumberMention): Word {
  const word = String(number.value)
  return {
    word,
    stem: `#${word}`,
    stop: false,
    name: false,
    cue: false,
    direction: 0,
    hedge: false,
    strongHedge: false,
    opensClause: false,
    value: number.value,
  }
}

/** A word runs over its letters, and over digits and single hyphens that make it a name: IL-6, p53, PD-L1. */
function wordEnd(text: string, start: number): number {
  let at = start
  while (at < text.length && isLetter(text.charCodeAt(at))) at++
  let end = at
  let hasDigit = false
  while (at < text.length) {
    const code = text.charCodeAt(at)
    if (isDigit(code)) {
      hasDigit = true
      end = ++at
    } else if (isLetter(code) && hasDigit) end = ++at
    else if (isHyphen(code) && isDigit(text.charCodeAt(at + 1)) && !hasDigit) at++
    else break
  }
  return end
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57
}

function isHyphen(code: number): boolean {
  return code === 45 || code === 0x2010 || code === 0x2011
}

function isLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 0x370 && code <= 0x3ff) || code === 0xb5
}

function endsClause(code: number): boolean {
  return code === 46 || code === 44 || code === 59 || code === 58 || code === 33 || code === 63
}
