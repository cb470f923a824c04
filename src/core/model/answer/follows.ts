import { align } from '../../compare/align.ts'
import { directionDifferences } from '../../compare/direction.ts'
import type { FrameComparison } from '../../compare/frames/comparison.ts'
import { hedgingDifferences } from '../../compare/hedging.ts'
import { negationDifferences } from '../../compare/negation.ts'
import { numberDifferences, unitDifferences } from '../../compare/number-differences.ts'
import { type Analysis, analyse } from '../../text/analyse.ts'
import { sameValue } from '../../text/number-mentions.ts'
import { populations } from '../../text/people.ts'
import type { RefusalReason } from '../request.ts'
import { isExcerpt, isInOrder } from './excerpt.ts'
import { piecesOf, subjectOf } from './parts.ts'
import { contentOf, isEmpty, isJoining, isSameWay, withoutTelling } from './telling.ts'

/** Compares a sentence slot by slot with a statement. */
export type Compare = (sentence: string, statement: string) => FrameComparison

/** The checks in their order: the further a part comes, the nearer it was. */
const order: readonly RefusalReason[] = ['numbers', 'direction', 'negation', 'hedging', 'words', 'slots']

/** Of two faults that of the check that comes later. */
export function nearer(one: RefusalReason, other: RefusalReason): RefusalReason {
  return order.indexOf(other) > order.indexOf(one) ? other : one
}

/** A part of a sentence in its place. */
export interface PlacedPart {
  text: string
  /** What the part before it is about, null for the first: what a part leaves unsaid must be that. */
  before: string | null
  /** Whether the sentence rests on several findings, which may be about several things. */
  ofSeveral: boolean
}

/** Why a part of a sentence follows from none of some statements; null where it follows from one. */
export function whyNot(part: PlacedPart, statements: readonly string[], compare: Compare): RefusalReason | null {
  let nearest: RefusalReason = 'numbers'
  for (const statement of statements) {
    const fault = faultOf(part, statement, compare)
    if (fault === null) return null
    nearest = nearer(nearest, fault)
  }
  return nearest
}

const pointing = /^(?:they|it|their|its|these|this|those|such)\b/i

function faultOf(placed: PlacedPart, statement: string, compare: Compare): RefusalReason | null {
  const part = withoutTelling(placed.text)
  const [mine, theirs] = [analyse(part), analyse(statement)]
  if (!carriesOn({ ...placed, text: part }, statement)) return 'words'
  if (losesReserve(mine, statement)) return 'hedging'
  if (isExcerpt(part, statement))
    return unitDifferences(mine, theirs).length > 0 ? 'numbers' : isElsewhere(mine, theirs) ? 'slots' : null
  const alignment = align(mine, theirs)
  if (numberDifferences(mine, theirs, alignment).length + unitDifferences(mine, theirs).length > 0) return 'numbers'
  if (!inOrder(mine, theirs)) return 'numbers'
  if (directionDifferences(mine, theirs, alignment).length > 0) return 'direction'
  if (negationDifferences(mine, theirs, alignment).length > 0) return 'negation'
  if (hedgingDifferences(mine, theirs, alignment).length > 0) return 'hedging'
  if (hasStrangers(mine, theirs) || !isInOrder(part, statement)) return 'words'
  return isElsewhere(mine, theirs) || differs(compare(part, statement)) ? 'slots' : null
}

/**
 * Whether a part that follows another is about what it says: where it points back, or leaves out what its statement is about, that
 * must be what the part before is about. Statements of one finding are about one thing, so there a clause of it, or a word of what
 * the part before is about, is enough.
 */
function carriesOn({ text: part, before, ofSeveral }: PlacedPart, statement: string): boolean {
  if (before === null) return true
  const there = analyse(statement).stems
  const about = contentOf(before).map(({ stem }) => there.has(stem))
  if (about.length > 0 && about.every(Boolean)) return true
  if (pointing.test(part)) return false
  if (!ofSeveral && about.includes(true)) return true
  const own = analyse(part).stems
  const bare = statement.replace(/\s*[([][^()[\]]*[)\]]/g, '')
  const clauses = ofSeveral ? [bare] : piecesOf(bare).map(({ text }) => text)
  const subjects = clauses.map((clause) => contentOf(subjectOf(clause))).filter(({ length }) => length > 0)
  return subjects.some((subject) => subject.every(({ stem }) => own.has(stem)))
}

const notSignificant =
  /(?:[,;]|\b(?:but|though|although|yet|while))\s+(?:(?:this|these|it|they|none|the (?:\w+ )?(?:reduction|difference|effect|increase|decrease|change|drop|fall|rise)s?)\s+)?(?:\w+\s+){0,3}?(?:not|n't|non|nothing|none|fail\w*|without)\b[^.;]{0,40}significan|^(?:though|although|while) (?:nothing|none|not)\b[^,;]{0,40}significan/i

const condition = /\b(?:only (?:when|if|where|in|for|with|among|after|before|by|at)|except|unless|provided that)\b/i

/**
 * Whether a statement says of its own result that it was not significant, or on which condition it holds, and a part that tells the
 * result is silent on it.
 */
function losesReserve(mine: Analysis, statement: string): boolean {
  if (condition.test(statement) && !condition.test(mine.text)) return true
  const moves = mine.tokens.some(({ direction }) => direction !== 0)
  return moves && notSignificant.test(statement) && !/significan/i.test(mine.text) && mine.numbers.length === 0
}

/** Whether a part has a word of its own: none that the statement has, none that only joins, no other word for the same direction. */
function hasStrangers(mine: Analysis, theirs: Analysis): boolean {
  return mine.tokens.some(
    (token) =>
      !token.number &&
      !isEmpty(token) &&
      !theirs.stems.has(token.stem) &&
      !isJoining(token) &&
      !theirs.tokens.some((other) => isSameWay(token, other)),
  )
}

/** Whether numbers stand in the order of the statement: "62 % against 81 %" is not what "81 % against 62 %" says. What a rate is counted by may stand anywhere. */
function inOrder(mine: Analysis, theirs: Analysis): boolean {
  const per = new Set(
    Array.from(mine.text.matchAll(/\bper ([\d.,]*\d)/gi), ([, figure]) => Number(figure!.replace(/,/g, ''))),
  )
  let from = 0
  return mine.numbers.every((number) => {
    const first = per.has(number.value) ? 0 : from
    const at = theirs.numbers.findIndex((other, place) => place >= first && sameValue(other, number))
    if (!per.has(number.value)) from = at + 1
    return at !== -1
  })
}

/** Whether a statement says for whom it holds and the part leaves that out. */
function isElsewhere(mine: Analysis, theirs: Analysis): boolean {
  return [...theirs.stems.keys()].some((stem) => populations.has(stem) && !mine.stems.has(stem))
}

function differs({ relation, slots }: FrameComparison): boolean {
  return relation === 'contrary' || slots.some((slot) => slot.certain && slot.relation === 'different')
}
