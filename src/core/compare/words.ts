import type { Analysis, Token } from '../text/analyse.ts'
import type { Alignment, Gap } from './align.ts'

/** Words that stand for something said before; what the claim puts in their place is looked up, not swapped. */
const pointers = new Set(
  'it its they them their this these that those he she his her we our former latter both such same which who'.split(
    ' ',
  ),
)
/** Longest stretch of words that counts as a swap of one thing for another. */
const longest = 3

/**
 * Words of the claim that stand in the place of other words of the quote: another comparator, another population, another
 * outcome. Only short stretches between words that both texts share are compared, so that a claim may leave words out,
 * or name what the quote points at.
 */
export function wordDifferences(claim: Analysis, quote: Analysis, alignment: Alignment): string[] {
  return [
    ...alignment.gaps.flatMap((gap) => swapped(gap, claim, quote)),
    ...alignment.gaps.flatMap(hedgeLost),
    ...moreNegations(claim, quote),
  ]
}

function swapped(gap: Gap, claim: Analysis, quote: Analysis): string[] {
  if (gap.other.some((token) => pointers.has(token.word))) return []
  const one = gap.claim.length === 1 && gap.other.length === 1
  const mine = gap.claim.filter((token) => isPlain(token) && (one || !quote.stems.has(token.stem)))
  const theirs = gap.other.filter((token) => isPlain(token) && (one || !claim.stems.has(token.stem)))
  if (mine.length === 0 || theirs.length === 0 || mine.length > longest || theirs.length > longest) return []
  if (mine.some((token) => theirs.some((rival) => related(token, rival)))) return []
  if (joined(gap.claim) === joined(gap.other)) return []
  if (theirs.some((rival) => abbreviates(rival, gap.claim)) || mine.some((token) => abbreviates(token, gap.other)))
    return []
  const after = claim.tokens[claim.tokens.indexOf(gap.claim.at(-1)!) + 1]
  if (after && abbreviates(after, gap.claim)) return []
  return [`the quote says "${spoken(theirs)}" where the claim says "${spoken(mine)}"`]
}

/** A source may have torn a word, "effi cacy": joined, both are the same. */
const joined = (tokens: readonly Token[]) => tokens.map((token) => token.word).join('')

function isPlain(token: Token): boolean {
  return !token.stop && token.number === null
}

/** Spellings and forms of one word: anaemia and anemia, cure and curing. */
function related(one: Token, other: Token): boolean {
  if (/\d$/.test(other.word) && other.stem.replace(/\d+$/, '') === one.word) return true
  const short = (word: string) => word.replace(/ae|oe/g, 'e').replace(/our/g, 'or').slice(0, 5)
  return short(one.word) === short(other.word) && Math.min(one.word.length, other.word.length) > 3
}

/** "RTAs" for road traffic accidents; also where the claim writes out what the quote abbreviates, "road traffic accidents (RTAs)". */
function abbreviates(short: Token, long: readonly Token[]): boolean {
  const initials = long.map((token) => token.word[0]).join('')
  return long.length > 1 && (short.word === initials || short.word === `${initials}s`)
}

function spoken(tokens: readonly Token[]): string {
  return tokens.map((token) => token.word).join(' ')
}

/** A hedge of the quote that the claim leaves out between words it keeps. */
function hedgeLost(gap: Gap): string[] {
  if (gap.claim.some((token) => token.hedge) || gap.other.length > 2) return []
  const lost = gap.other.find((token) => token.strongHedge && !/^suggest/.test(token.word))
  return lost && gap.claim.length > 0
    ? [`the quote says "${lost.word}", the claim "${gap.claim.map((token) => token.word).join(' ')}"`]
    : []
}

/** A claim cannot deny more often than all of its quotes together. */
function moreNegations(claim: Analysis, quote: Analysis): string[] {
  const count = (text: Analysis) => text.tokens.filter((token) => token.cue && token.word !== 'rather').length
  const extra = count(claim) - count(quote)
  if (extra <= 0) return []
  return [`the claim denies ${count(claim)} times, the quote ${count(quote)} times`]
}
