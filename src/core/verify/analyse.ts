import { clauseWords, directions, hedges, negations, stopWords, strongHedges } from './lexicon.ts'
import { type NumberMention, readNumbers } from './numbers.ts'
import { stem } from './stem.ts'

/** A word, name or number of a text. */
export interface Token {
  word: string
  stem: string
  number: NumberMention | null
  /** No content of its own: a function word or a negation. */
  stop: boolean
  /** A name by its shape: capitals or digits inside. */
  name: boolean
  /** A word of negation. */
  cue: boolean
  /** Within the scope of a negation. */
  negated: boolean
  direction: 0 | 1 | -1
  hedge: boolean
  strongHedge: boolean
  /** Number of the clause it stands in. */
  clause: number
  /** How much it says: the rarer, the more; 0 for stop words. */
  weight: number
}

/** A text read once, for many comparisons. */
export interface Analysis {
  text: string
  tokens: Token[]
  content: Token[]
  /** First content token of each stem. */
  stems: Map<string, Token>
  /** Sum of the weights of the stems. */
  mass: number
  bigrams: Set<string>
  numbers: NumberMention[]
  names: Set<string>
  /** For each content stem the direction of the word nearest to it in its clause, turned by negation; 0 where there is none. */
  polarity: Map<string, number>
  cues: number
  hedgeCount: number
}

/** Weight of a stem, larger for rarer ones. */
export type Weigh = (stem: string) => number

const scope = 6
const reach = 5
const tokenPattern = /[A-Za-zΑ-Ωα-ωµ]+(?:[-‐‑]?\d+[A-Za-z]*)+|[A-Za-zΑ-Ωα-ωµ]+|[.,;:()!?]/g

/** Weight where nothing is known of how often words occur: longer words say more. */
export const plainWeight: Weigh = (word) => Math.min(7, 2 + word.length / 2)

/** Reads a text into tokens with negation, direction, hedging, names and numbers. */
export function analyse(text: string, weigh: Weigh = plainWeight): Analysis {
  const clean = plainLetters(text)
  const numbers = readNumbers(clean)
  const tokens = readTokens(clean, numbers, weigh)
  const content = tokens.filter((token) => !token.stop)
  const stems = new Map<string, Token>()
  let mass = 0
  for (const token of content) {
    if (stems.has(token.stem)) continue
    stems.set(token.stem, token)
    mass += token.weight
  }
  const bigrams = new Set<string>()
  for (let i = 0; i + 1 < content.length; i++) bigrams.add(`${content[i]!.stem} ${content[i + 1]!.stem}`)
  return {
    text,
    tokens,
    content,
    stems,
    mass,
    bigrams,
    numbers,
    names: new Set(content.filter((token) => token.name).map((token) => token.stem)),
    polarity: polarities(tokens),
    cues: tokens.filter((token) => token.cue).length,
    hedgeCount: tokens.filter((token) => token.hedge).length,
  }
}

function plainLetters(text: string): string {
  return text
    .replace(/<\|[^|]*\|>/g, ' ')
    .replace(/[⁰¹²³⁴-⁹⁺⁻]+/g, (power) => `^${power.normalize('NFKC')}`)
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/n['’]t\b/g, ' not')
    .replace(/\bcannot\b/gi, 'can not')
    .replace(/['’]s?\b/g, ' ')
}

function readTokens(text: string, numbers: readonly NumberMention[], weigh: Weigh): Token[] {
  const tokens: Token[] = []
  let clause = 0
  let scopeLeft = 0
  let nextNumber = 0
  const add = (token: Token) => {
    tokens.push(token)
    scopeLeft = token.cue ? (token.word === 'non' ? 1 : scope) : Math.max(0, scopeLeft - 1)
  }
  const addNumbersBefore = (offset: number) => {
    while (nextNumber < numbers.length && numbers[nextNumber]!.start < offset) {
      add(numberToken(numbers[nextNumber++]!, clause, scopeLeft > 0))
    }
  }
  for (const match of text.matchAll(tokenPattern)) {
    addNumbersBefore(match.index)
    const within = numbers[nextNumber - 1]
    if (within && match.index < within.end) continue
    const raw = match[0]
    const word = raw.toLowerCase()
    if (/^[.,;:!?]$/.test(raw) || clauseWords.has(word)) {
      clause++
      scopeLeft = 0
    }
    if (/^[^\p{L}]/u.test(raw)) continue
    add(wordToken(raw, word, clause, scopeLeft > 0, weigh))
  }
  addNumbersBefore(Number.POSITIVE_INFINITY)
  return tokens
}

function numberToken(number: NumberMention, clause: number, negated: boolean): Token {
  const word = String(number.value)
  return {
    word,
    stem: `#${word}`,
    number,
    stop: false,
    name: false,
    cue: false,
    negated,
    direction: 0,
    hedge: false,
    strongHedge: false,
    clause,
    weight: 5,
  }
}

function wordToken(raw: string, word: string, clause: number, negated: boolean, weigh: Weigh): Token {
  const named = /\d/.test(raw)
  const key = named ? word.replace(/[-‐‑]/g, '') : stem(word)
  const cue = negations.has(word)
  const stop = cue || stopWords.has(word) || (word.length < 2 && !/^[B-HJ-MOQ-Z]$/.test(raw))
  return {
    word,
    stem: key,
    number: null,
    stop,
    name: named || /^\p{L}.*\p{Lu}/u.test(raw),
    cue,
    negated,
    direction: directions.get(key) ?? 0,
    hedge: hedges.has(word),
    strongHedge: strongHedges.has(word),
    clause,
    weight: stop ? 0 : weigh(key),
  }
}

function polarities(tokens: readonly Token[]): Map<string, number> {
  const turned = tokens.flatMap((token, at) =>
    token.direction ? [{ at, clause: token.clause, sign: token.direction * (token.negated ? -1 : 1) }] : [],
  )
  const found = new Map<string, number>()
  for (const [at, token] of tokens.entries()) {
    if (token.stop || token.direction || found.has(token.stem)) continue
    let nearest = reach + 1
    let sign = 0
    for (const other of turned) {
      if (other.clause !== token.clause) continue
      const distance = other.at < at ? at - other.at : other.at - at + 1
      if (distance < nearest) {
        nearest = distance
        sign = other.sign
      }
    }
    found.set(token.stem, sign)
  }
  return found
}
