import type { Analysis, Token } from '../text/analyse.ts'
import { opposites } from '../text/contraries.ts'
import type { Alignment } from './align.ts'

/** Places where claim and other text say contrary things of the same matter, by contraries, polarity or swapped sides. */
export function directionDifferences(claim: Analysis, other: Analysis, alignment: Alignment): string[] {
  const flips = contraryWords(claim, other)
  const turned = swappedSides(claim, other)
  if (flips.length > 0 && turned.length > 0) return []
  if (flips.length > 0) return flips
  return turned.length > 0 ? turned : misplaced(claim, other, alignment)
}

/** A word of the claim that the other text lacks, while the other text has a contrary that the claim lacks. */
function contraryWords(claim: Analysis, other: Analysis): string[] {
  const details: string[] = []
  for (const token of claim.tokens) {
    if (!isPlain(token, other)) continue
    const contraries = opposites.get(token.stem)
    const listed = other.tokens.find((candidate) => contraries?.has(candidate.stem) && isPlain(candidate, claim))
    // What neither rose nor fell is one thing: "did not reduce pain", "no significant effect on pain".
    const rival = listed ?? (token.direction && !token.negated ? oppositeInPlace(token, claim, other) : undefined)
    if (rival && rival.negated === token.negated)
      details.push(`the quote says "${rival.word}", the claim "${token.word}"`)
  }
  return details
}

function isPlain(token: Token, elsewhere: Analysis): boolean {
  return !token.cue && !elsewhere.tokens.some((candidate) => candidate.stem === token.stem)
}

/** A word of the other direction next to the same neighbour. */
function oppositeInPlace(token: Token, claim: Analysis, other: Analysis): Token | undefined {
  const neighbour = governed(claim.tokens, token)
  if (!neighbour) return undefined
  return other.tokens.find(
    (candidate) =>
      candidate.direction === -token.direction &&
      isPlain(candidate, claim) &&
      governed(other.tokens, candidate)?.stem === neighbour.stem,
  )
}

function governed(tokens: readonly Token[], token: Token): Token | undefined {
  const at = tokens.indexOf(token)
  return tokens.slice(at + 1, at + 5).find((next) => next.clause === token.clause && !next.stop && !next.direction)
}

/** Both texts have the same words of direction, but bound to other things: "A rose and B fell" against "B rose". */
function misplaced(claim: Analysis, other: Analysis, alignment: Alignment): string[] {
  return alignment.gaps.flatMap((gap) => {
    const mine = gap.claim.filter((token) => token.direction)
    const theirs = gap.other.filter((token) => token.direction)
    if (mine.length !== 1 || theirs.length !== 1 || gap.claim.length > 3 || gap.other.length > 3) return []
    const [one, rival] = [mine[0]!, theirs[0]!]
    if (one.direction === rival.direction || one.negated !== rival.negated) return []
    if (claim.stems.has(rival.stem) && other.stems.has(one.stem))
      return [`the quote says "${rival.word}" where the claim says "${one.word}"`]
    return []
  })
}

/** "A is higher than B" against "B is higher than A". */
function swappedSides(claim: Analysis, other: Analysis): string[] {
  const mine = sides(claim)
  const theirs = sides(other)
  if (!mine || !theirs) return []
  const crossed = Math.min(shared(mine.left, theirs.right), shared(mine.right, theirs.left))
  if (crossed < 1 || shared(mine.right, theirs.right) > 0) return []
  return ['the quote compares the two the other way round']
}

function sides(text: Analysis): { left: Set<string>; right: Set<string> } | null {
  const at = text.tokens.findIndex((token) => token.word === 'than')
  const middle = text.tokens[at]
  if (!middle) return null
  const near = (token: Token) => token.clause === middle.clause && !token.stop && !token.direction && !token.number
  const left = text.tokens.slice(Math.max(0, at - 12), at).filter(near)
  const right = text.tokens.slice(at + 1, at + 8).filter(near)
  const both = new Set(
    left.filter((token) => right.some((twin) => twin.stem === token.stem)).map((token) => token.stem),
  )
  const only = (tokens: Token[]) => new Set(tokens.map((token) => token.stem).filter((key) => !both.has(key)))
  return { left: only(left), right: only(right) }
}

function shared(one: Set<string>, other: Set<string>): number {
  let count = 0
  for (const key of one) if (other.has(key)) count++
  return count
}
