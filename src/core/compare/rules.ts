import { Analysis } from '../text/analyse.ts'
import { sameUnit, sameValue, tellingNumbers } from '../text/number-mentions.ts'
import { align, coverage } from './align.ts'
import { directionDifferences } from './direction.ts'
import { negationDifferences } from './negation.ts'

/** A contradiction found by comparing numbers, directions or negations of two aligned sentences. */
export interface Conflict {
  basis: 'number' | 'rule'
  detail: string
}

/** How much of each sentence the other must have before a rule may speak of a contradiction. */
const claimShared = 0.75
const otherShared = 0.5
const numberShared = 0.85

/**
 * The exact rules. They speak only where two sentences say nearly the same in nearly the same words and differ in one
 * number of the same unit, one direction or one negation. Everything else is left to the engines.
 */
export function exactConflict(claim: Analysis, other: Analysis): Conflict | null {
  const there = coverage(withoutNumbers(claim), other)
  if (softened.test(claim.text) || softened.test(other.text)) return null
  if (there < claimShared || coverage(other, claim) < otherShared || namesMissing(claim, other)) return null
  const alignment = align(claim, other)
  const said = [...directionDifferences(claim, other, alignment), ...negationDifferences(claim, other, alignment)]
  if (said.length === 1 && otherTurns(claim, other) + otherTurns(other, claim) > 2) return null
  if (said.length === 1) return { basis: 'rule', detail: said[0]!.replaceAll('the quote', 'this paper') }
  if (said.length > 1 || there < numberShared) return null
  const number = numberConflict(claim, other)
  return number ? { basis: 'number', detail: number } : null
}

/** Words of direction or negation that the other text lacks: with more than the conflict itself, two turns may undo each other. */
function otherTurns(one: Analysis, other: Analysis): number {
  const theirs = new Set(other.tokens.map((token) => token.stem))
  return one.tokens.filter((token) => (token.cue || token.direction !== 0) && !theirs.has(token.stem)).length
}

/** "Not always" or "not significantly" is less than "not": such a denial is no contradiction. */
const softened =
  /\b(?:not|no) (?:\w+ )?(?:always|necessarily|significant|significantly|statistically|clearly|fully|shown|better|worse)\b|\b(?:may|might|could|probably|possibly|likely|uncertain|unclear)\b/i

function withoutNumbers(text: Analysis): Analysis {
  return new Analysis(
    text.text,
    text.tokens.filter((token) => !token.number),
  )
}

function namesMissing(claim: Analysis, other: Analysis): boolean {
  return [...claim.names].some((name) => !other.stems.has(name))
}

/** One number of the claim against the one number of the same unit in its place; p-values and counts of people never conflict. */
function numberConflict(claim: Analysis, other: Analysis): string | null {
  const different = tellingNumbers(claim.numbers).filter(
    (number) => !other.numbers.some((candidate) => sameValue(candidate, number)),
  )
  if (different.length !== 1) return null
  const mine = different[0]!
  const rivals = tellingNumbers(other.numbers).filter(
    (candidate) => sameUnit(candidate, mine) && !claim.numbers.some((number) => sameValue(candidate, number)),
  )
  if (rivals.length !== 1 || !farApart(mine.value, rivals[0]!.value)) return null
  return `this paper says ${rivals[0]!.text}, the claim ${mine.text}`
}

/** Two studies seldom give the same figure; only a difference of more than a quarter is a conflict. */
function farApart(one: number, other: number): boolean {
  return Math.abs(one - other) > 0.25 * Math.max(Math.abs(one), Math.abs(other))
}
