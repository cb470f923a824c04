import { withoutAccents } from './accents.ts'
import type { NumberMention } from './number-mentions.ts'
import { readTokens, type Token, type Weigh } from './tokens.ts'

export type { Token, Weigh } from './tokens.ts'

const reach = 5

/** Weight where nothing is known of how often words occur: longer words say more. */
export const plainWeight: Weigh = (word) => Math.min(7, 2 + word.length / 2)

/** A text read once, for many comparisons. What is costly is worked out when first asked for. */
export class Analysis {
  readonly text: string
  readonly tokens: Token[]
  readonly content: Token[]
  /** First content token of each stem. */
  readonly stems: Map<string, Token>
  /** Sum of the weights of the stems. */
  readonly mass: number
  readonly cues: number
  readonly hedgeCount: number
  #polarity: Map<string, number> | undefined
  #bigrams: Set<string> | undefined

  constructor(text: string, tokens: Token[]) {
    this.text = text
    this.tokens = tokens
    this.content = tokens.filter((token) => !token.stop)
    this.stems = new Map()
    let mass = 0
    let cues = 0
    let hedgeCount = 0
    for (const token of tokens) {
      if (token.cue) cues++
      if (token.hedge) hedgeCount++
      if (token.stop || this.stems.has(token.stem)) continue
      this.stems.set(token.stem, token)
      mass += token.weight
    }
    this.mass = mass
    this.cues = cues
    this.hedgeCount = hedgeCount
  }

  get numbers(): NumberMention[] {
    return this.tokens.flatMap((token) => (token.number ? [token.number] : []))
  }

  /** Stems of names. */
  get names(): Set<string> {
    return new Set(this.content.filter((token) => token.name).map((token) => token.stem))
  }

  /** Direction of the word nearest to each content stem in its clause, turned by negation; 0 where there is none. */
  get polarity(): Map<string, number> {
    this.#polarity ??= polarities(this.tokens)
    return this.#polarity
  }

  get bigrams(): Set<string> {
    this.#bigrams ??= new Set(this.content.slice(1).map((token, at) => `${this.content[at]!.stem} ${token.stem}`))
    return this.#bigrams
  }
}

/** Reads a text into tokens with negation, direction, hedging, names and numbers. */
export function analyse(text: string, weigh: Weigh = plainWeight): Analysis {
  return new Analysis(text, readTokens(plainLetters(text), weigh))
}

function plainLetters(text: string): string {
  let plain = text
  if (plain.includes('<|')) plain = plain.replace(/<\|[^|]*\|>/g, ' ')
  if (/[\u0080-\uffff]/.test(plain)) {
    plain = plain.replace(/[⁰¹²³⁴-⁹⁺⁻]+/g, (power) => `^${power.normalize('NFKC')}`)
    plain = withoutAccents(plain.replace(/[’‘]/g, "'"))
  }
  if (plain.includes("'")) plain = plain.replace(/n't\b/g, ' not').replace(/'s?\b/g, ' ')
  return plain.includes('cannot') ? plain.replace(/\bcannot\b/g, 'can not') : plain
}

function polarities(tokens: readonly Token[]): Map<string, number> {
  const turning: number[] = []
  for (let i = 0; i < tokens.length; i++) if (tokens[i]!.direction) turning.push(i)
  const found = new Map<string, number>()
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at]!
    if (token.stop || token.direction || found.has(token.stem)) continue
    found.set(token.stem, nearestSign(tokens, turning, at))
  }
  return found
}

function nearestSign(tokens: readonly Token[], turning: readonly number[], at: number): number {
  let nearest = reach + 1
  let sign = 0
  for (const other of turning) {
    const turner = tokens[other]!
    const distance = other < at ? at - other : other - at + 1
    if (distance >= nearest || turner.clause !== tokens[at]!.clause) continue
    nearest = distance
    sign = turner.direction * (turner.negated ? -1 : 1)
  }
  return sign
}
