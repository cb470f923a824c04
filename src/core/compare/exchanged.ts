import type { Analysis, Token } from '../text/analyse.ts'
import type { Alignment } from './align.ts'

/** Between two that are named in either order: A and B is B and A. */
const even = new Set(['and', 'or', 'nor', 'as', 'well', 'both', 'plus'])

/**
 * Two things in each other's place while all else is the same: "A did better than B" where the other text has "B did
 * better than A".
 */
export function exchangedPlaces(claim: Analysis, other: Analysis, alignment: Alignment): string[] {
  const whole = wholeExchange(claim, other)
  return whole.length > 0 ? whole : exchangedGaps(claim, alignment)
}

/** Two places of which each has the words that the other text has in the other place, while the rest may differ a little. */
function exchangedGaps(claim: Analysis, { gaps, pairs }: Alignment): string[] {
  for (const [at, one] of gaps.entries())
    for (const two of gaps.slice(at + 1)) {
      const [a, b] = [telling(one.claim), telling(two.claim)]
      const crossed = holds(telling(two.other), a) && holds(telling(one.other), b)
      if (!crossed || a.length === 0 || b.length === 0 || a.some((key) => b.includes(key))) continue
      const between = pairs.filter(
        ([i]) => i > claim.tokens.indexOf(one.claim.at(-1)!) && i < claim.tokens.indexOf(two.claim[0]!),
      )
      if (between.every(([i]) => even.has(claim.tokens[i]!.word))) continue
      return [`the quote has "${said(one.other)}" where the claim has "${said(one.claim)}", and the other way round`]
    }
  return []
}

const telling = (tokens: readonly Token[]) =>
  tokens.filter(({ stop, number }) => !stop && !number).map(({ stem }) => stem)
const holds = (all: readonly string[], some: readonly string[]) => some.every((key) => all.includes(key))

function wholeExchange(claim: Analysis, other: Analysis): string[] {
  const [mine, theirs] = trimmed(claim.tokens, other.tokens)
  if (mine.length !== theirs.length || mine.length < 3) return []
  for (let first = 1; first <= mine.length - 2; first++) {
    for (let last = 1; last <= mine.length - 1 - first; last++) {
      if (!isExchange(mine, theirs, first, last)) continue
      const middle = mine.slice(first, mine.length - last)
      if (middle.every(({ word }) => even.has(word))) return []
      const [one, two] = [mine.slice(0, first), mine.slice(mine.length - last)]
      if (!one.some(speaks) || !two.some(speaks)) return []
      return [`the quote has "${said(two)}" where the claim has "${said(one)}", and the other way round`]
    }
  }
  return []
}

const speaks = (token: Token) => !token.stop || token.number !== null
const said = (tokens: readonly Token[]) => tokens.map(({ word }) => word).join(' ')

/** Both texts without the words that they begin and end with alike. */
function trimmed(one: readonly Token[], other: readonly Token[]): [readonly Token[], readonly Token[]] {
  const least = Math.min(one.length, other.length)
  let start = 0
  while (start < least && same(one[start]!, other[start]!)) start++
  let end = 0
  while (end < least - start && same(one.at(-1 - end)!, other.at(-1 - end)!)) end++
  return [one.slice(start, one.length - end), other.slice(start, other.length - end)]
}

/** Whether X M Y of the one is Y M X of the other, X and Y of these lengths. */
function isExchange(mine: readonly Token[], theirs: readonly Token[], first: number, last: number): boolean {
  const size = mine.length
  const middle = size - first - last
  return (
    alike(mine, 0, theirs, size - first, first) &&
    alike(mine, size - last, theirs, 0, last) &&
    alike(mine, first, theirs, last, middle)
  )
}

function alike(mine: readonly Token[], from: number, theirs: readonly Token[], to: number, length: number): boolean {
  for (let at = 0; at < length; at++) if (!same(mine[from + at]!, theirs[to + at]!)) return false
  return true
}

const same = (one: Token, other: Token) => one.stem === other.stem && one.number?.value === other.number?.value
