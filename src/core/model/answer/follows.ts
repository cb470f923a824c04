import { align } from '../../compare/align.ts'
import { directionDifferences } from '../../compare/direction.ts'
import type { FrameComparison } from '../../compare/frames/comparison.ts'
import { hedgingDifferences } from '../../compare/hedging.ts'
import { negationDifferences } from '../../compare/negation.ts'
import { numberDifferences, unitDifferences } from '../../compare/number-differences.ts'
import { type Analysis, analyse, type Token } from '../../text/analyse.ts'
import lists from '../../text/lists/answer-words.json' with { type: 'json' }
import { sameValue } from '../../text/number-mentions.ts'
import { populations } from '../../text/people.ts'
import { emptyWords, stopWords } from '../../text/stop-words.ts'
import { stemSet } from '../../text/word-list.ts'
import type { RefusalReason } from '../request.ts'

/** Compares a sentence slot by slot with a statement. */
export type Compare = (sentence: string, statement: string) => FrameComparison

const joining = stemSet(lists.joins, lists.doubts, lists.disagree, lists.alone)

/** The checks in their order: the further a part comes, the nearer it was. */
const order: readonly RefusalReason[] = ['numbers', 'direction', 'negation', 'hedging', 'words', 'slots']

/** Why a part of a sentence follows from none of some statements; null where it follows from one. */
export function whyNot(part: string, statements: readonly string[], compare: Compare): RefusalReason | null {
  let nearest: RefusalReason = 'numbers'
  for (const statement of statements) {
    const fault = faultOf(part, statement, compare)
    if (fault === null) return null
    if (order.indexOf(fault) > order.indexOf(nearest)) nearest = fault
  }
  return nearest
}

function faultOf(whole: string, statement: string, compare: Compare): RefusalReason | null {
  const part = withoutTelling(whole)
  const [mine, theirs] = [analyse(part), analyse(statement)]
  const alignment = align(mine, theirs)
  if (numberDifferences(mine, theirs, alignment).length + unitDifferences(mine, theirs).length > 0) return 'numbers'
  if (!inOrder(mine, theirs)) return 'numbers'
  if (directionDifferences(mine, theirs, alignment).length > 0) return 'direction'
  if (negationDifferences(mine, theirs, alignment).length > 0) return 'negation'
  if (hedgingDifferences(mine, theirs, alignment).length > 0) return 'hedging'
  if (strangers(mine, theirs)) return 'words'
  return isElsewhere(mine, theirs) || differs(compare(part, statement)) ? 'slots' : null
}

const tellingVerb =
  /^(.{3,90}?)\b(?:that|whether|if|found|finds|find|reported|reports|report|showed|shows|show|suggests|suggest)\s+(?=\S+\s+\S)/i
const opening = /^([^,]{3,60}),\s+(?=\S+\s+\S)/
const closing = /,?\s+((?:according to|as reported by|in)\s+[^,;()]{3,60}?)(?=[.]?$)/i

/** What is told, without who tells it: "Papers disagree whether A lowers B" is about A lowering B. */
function withoutTelling(part: string): string {
  let left = part
  for (const pattern of [opening, tellingVerb]) {
    const found = pattern.exec(left)
    if (found && onlyJoins(found[1]!)) left = left.slice(found[0].length)
  }
  // "reports that": the verb went, its word is left.
  left = left.replace(/^(?:that|whether|if)\s+/i, '')
  const end = closing.exec(left)
  return end && onlyJoins(end[1]!) ? left.slice(0, end.index) + left.slice(end.index + end[0].length) : left
}

/** Whether a stretch has no word but such that join; one that denies says something. */
function onlyJoins(text: string): boolean {
  return !analyse(text).tokens.some(
    (token) => token.cue || token.number || (!isEmpty(token) && !joining.has(token.stem)),
  )
}

const isEmpty = ({ stop, cue, word }: Token) => stop || cue || stopWords.has(word) || emptyWords.has(word)

/** Whether a part has a word of its own: none that the statement has, and none that only joins. */
function strangers(mine: Analysis, theirs: Analysis): boolean {
  const own = mine.tokens.filter((token) => !token.number && !isEmpty(token))
  return own.some(({ stem }) => !theirs.stems.has(stem) && !joining.has(stem))
}

/** Whether numbers stand in the order of the statement: "62 % against 81 %" is not what "81 % against 62 %" says. */
function inOrder(mine: Analysis, theirs: Analysis): boolean {
  let from = 0
  return mine.numbers.every((number) => {
    const at = theirs.numbers.findIndex((other, place) => place >= from && sameValue(other, number))
    from = at + 1
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
