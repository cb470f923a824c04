import { align, coverage } from '../../compare/align.ts'
import { negationDifferences } from '../../compare/negation.ts'
import { isIn } from '../../frames/lists.ts'
import type { Mark } from '../../frames/marks.ts'
import type { Analysis, Token } from '../../text/analyse.ts'
import { denying } from './witnesses.ts'

/** Words between two things that are compared. */
const between = new Set(['than', 'versus', 'vs', 'compared'])
/** Words before and behind them that are looked at. */
const [before, behind] = [12, 8]

/** Share of the words of a sentence that one with both things in each other's place must have, whatever its direction. */
const leastShared = 0.7

/** Whether a sentence compares two things the other way round than its source, both with words of one direction. */
export function areExchanged(claim: Analysis, nearest: Analysis): boolean {
  const [mine, theirs] = [sidesOf(claim), sidesOf(nearest)]
  if (!mine || !theirs || mine.sign * theirs.sign < 0) return false
  const over = mine.left.some((stem) => theirs.right.includes(stem))
  const back = mine.right.some((stem) => theirs.left.includes(stem))
  if (over && back) return coverage(claim, nearest) >= leastShared
  const kept = mine.right.some((stem) => theirs.right.includes(stem))
  return over && !kept && mine.sign * theirs.sign > 0
}

/** What stands on either side of a comparison and not on both, as stems, and the direction of the words before it. */
function sidesOf({ tokens }: Analysis): { left: string[]; right: string[]; sign: number } | null {
  const at = tokens.findIndex(({ word }, place) => between.has(word) || isSecondAs(tokens, place))
  const middle = tokens[at]
  if (!middle) return null
  const isNear = (token: Token) => token.clause === middle.clause && !token.stop && !token.direction && !token.number
  const first = tokens.slice(Math.max(0, at - before), at)
  const left = first.filter(isNear).map(({ stem }) => stem)
  const right = tokens
    .slice(at + 1, at + behind)
    .filter(isNear)
    .map(({ stem }) => stem)
  const turn = first.find(({ direction }) => direction !== 0)
  return {
    left: left.filter((stem) => !right.includes(stem)),
    right: right.filter((stem) => !left.includes(stem)),
    sign: turn ? turn.direction * (turn.negated ? -1 : 1) : 0,
  }
}

/** "As often as", "twice as high as". */
function isSecondAs(tokens: readonly Token[], at: number): boolean {
  return tokens[at]!.word === 'as' && tokens.slice(Math.max(0, at - 3), at).some(({ word }) => word === 'as')
}

/** Share of the words of a sentence that the nearest one must have before a denial there counts against it. */
const leastDenied = 0.6

/** The word by which the source denies what a sentence says that denies nothing; null where there is none. */
export function deniedBy(claim: Analysis, nearest: Analysis, mine: readonly Mark[]): string | null {
  const denies = (mark: Mark) =>
    isIn('deny', mark) || isIn('alike', mark) || isIn('down', mark) || isIn('worse', mark) || denying.test(mark.word)
  if (
    coverage(claim, nearest) < leastDenied ||
    mine.some(denies) ||
    /\b(?:only|little|instead|rather|differ)/i.test(claim.text)
  )
    return null
  const found = negationDifferences(claim, nearest, align(claim, nearest)).find((one) =>
    one.startsWith('the quote says'),
  )
  return found ? (/"(.+?)"/.exec(found)?.[1] ?? null) : null
}
