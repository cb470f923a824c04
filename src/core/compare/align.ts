import type { Analysis, Token } from '../text/analyse.ts'

/** Two stretches of words that stand in the same place between words both texts share. */
export interface Gap {
  claim: Token[]
  other: Token[]
}

export interface Alignment {
  /** Pairs of indices into the tokens of claim and other text. */
  pairs: [number, number][]
  gaps: Gap[]
}

/** Aligns two texts by their longest common sequence of words; what differs between shared words becomes a gap. */
export function align(claim: Analysis, other: Analysis): Alignment {
  const pairs = commonSequence(claim.tokens, other.tokens)
  const gaps: Gap[] = []
  let lastClaim = -1
  let lastOther = -1
  for (const [i, j] of [...pairs, [claim.tokens.length, other.tokens.length] as const]) {
    const gap = { claim: claim.tokens.slice(lastClaim + 1, i), other: other.tokens.slice(lastOther + 1, j) }
    if (gap.claim.length > 0 || gap.other.length > 0) gaps.push(gap)
    lastClaim = i
    lastOther = j
  }
  return { pairs, gaps }
}

function commonSequence(one: readonly Token[], other: readonly Token[]): [number, number][] {
  const width = other.length + 1
  const best = new Float32Array((one.length + 1) * width)
  for (let i = one.length - 1; i >= 0; i--) {
    for (let j = other.length - 1; j >= 0; j--) {
      const skip = Math.max(best[(i + 1) * width + j]!, best[i * width + j + 1]!)
      const take = one[i]!.stem === other[j]!.stem ? best[(i + 1) * width + j + 1]! + gain(one[i]!) : 0
      best[i * width + j] = Math.max(skip, take)
    }
  }
  const pairs: [number, number][] = []
  let i = 0
  let j = 0
  while (i < one.length && j < other.length) {
    const here = best[i * width + j]!
    const take = one[i]!.stem === other[j]!.stem ? best[(i + 1) * width + j + 1]! + gain(one[i]!) : -1
    if (here === take) pairs.push([i++, j++])
    else if (here === best[(i + 1) * width + j]!) i++
    else j++
  }
  return pairs
}

function gain(token: Token): number {
  return token.stop ? 0.25 : 1
}

/** Share of the weight of the claim's words that the other text has, 0 to 1. */
export function coverage(claim: Analysis, other: Analysis): number {
  if (claim.mass === 0) return 0
  let shared = 0
  for (const [key, token] of claim.stems) if (other.stems.has(key)) shared += token.weight
  return shared / claim.mass
}
