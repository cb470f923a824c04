import type { Analysis, Token } from '../text/analyse.ts'
import { associational, causal } from '../text/lexicon.ts'
import type { Alignment } from './align.ts'

const universal = new Set([
  'all',
  'every',
  'always',
  'never',
  'only',
  'none',
  'proves',
  'prove',
  'proven',
  'proved',
  'definitely',
  'certainly',
  'undoubtedly',
  'conclusively',
  'completely',
  'guarantees',
  'guarantee',
])

/** Where the claim says more than the other text dares: a hedge lost, a part made the whole, a link made a cause. */
export function hedgingDifferences(claim: Analysis, other: Analysis, alignment: Alignment): string[] {
  return [...lostHedges(claim, other, alignment), ...widened(claim, other), ...madeCause(claim, other)]
}

function lostHedges(claim: Analysis, other: Analysis, alignment: Alignment): string[] {
  if (claim.tokens.some((token, at) => token.hedge && isHedge(claim.tokens, at))) return []
  const lost = other.tokens.filter((token, at) => {
    if (!token.strongHedge || !isHedge(other.tokens, at)) return false
    return alignment.pairs.some(
      ([i, j]) => j > at && other.tokens[j]!.clause === token.clause && !claim.tokens[i]!.stop,
    )
  })
  return lost.slice(0, 1).map((token) => `the quote says "${token.word}", the claim says it without reserve`)
}

function isHedge(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1]
  return !(tokens[at]!.word === 'may' && next?.number)
}

function widened(claim: Analysis, other: Analysis): string[] {
  const words = new Set(other.tokens.map((token) => token.word))
  return claim.tokens
    .filter((token) => universal.has(token.word) && !words.has(token.word))
    .slice(0, 1)
    .map((token) => `the claim says "${token.word}", the quote does not`)
}

function madeCause(claim: Analysis, other: Analysis): string[] {
  const verb = claim.tokens.find((token) => causal.has(token.stem))
  const link = other.tokens.find((token) => associational.has(token.stem))
  if (!verb || !link || other.stems.has(verb.stem) || claim.tokens.some((token) => associational.has(token.stem)))
    return []
  return [`the quote says "${link.word}", the claim "${verb.word}"`]
}
