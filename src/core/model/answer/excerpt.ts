import { analyse, type Token } from '../../text/analyse.ts'
import { sameUnit, sameValue } from '../../text/number-mentions.ts'
import { clauseVerb } from '../../text/verbs.ts'
import { isJoining, isSameWay } from './telling.ts'

const verb = new RegExp(`^${clauseVerb}$`)
const joins = new Set(['and', 'or', 'nor'])
const relative = new Set(['that', 'which', 'who'])
/** Words behind which another thing is spoken of: nothing may be taken from both sides of one. */
const contrast = new Set(
  'but whereas while although though than unlike versus vs without except unless only if rather until'.split(' '),
)
/** Words that bind what stands before them to a condition. */
const conditions = new Set('only unless except if provided until'.split(' '))
/** Words that make what follows a matter of saying, doubting, wishing. */
const governing = new Set('that whether if how lest'.split(' '))
/** Words that add nothing to what they are the use, the giving or the name of. */
const light = new Set(
  'use using used institution introduction implementation application conclusion conclusions interpretation results findings'.split(
    ' ',
  ),
)
const between = new Set('the a an of'.split(' '))

/**
 * Whether a part is what a statement says with words left out, all in its order, and nothing left out that turns, bounds or holds
 * back what is left: no denial, no hedge, no condition, no other subject with its own verb.
 */
export function isExcerpt(part: string, statement: string): boolean {
  return isTakenFrom(part, statement, strictly)
}

/** Whether the words of a part stand in a statement in the same order, whatever else stands between them. */
export function isInOrder(part: string, statement: string): boolean {
  return isTakenFrom(part, statement, freely)
}

function isTakenFrom(part: string, statement: string, missing: Missing): boolean {
  const [mine, theirs] = withoutBase(part, statement)
  const tokens = tokensOf(mine).filter((token) => carries(token))
  return tokens.length > 1 && ordersOf(theirs).some((order) => isWithin(tokens, tokensOf(order), missing))
}

/** What a rate is counted by, "per 1,000 patient-days", may stand anywhere: where both have the same, it is left out of both. */
function withoutBase(part: string, statement: string): [string, string] {
  const base = /\s*[([]?\bper ([\d.,]*\d) ([\p{L}\u2010\u2011-]+)[)\]]?/giu
  const basesOf = (text: string) =>
    new Set(Array.from(text.matchAll(base), ([, number, unit]) => `${number!.replace(/,/g, '')} ${plain(unit!)}`))
  const [mine, theirs] = [basesOf(part), basesOf(statement)]
  const isShared = (number: string, unit: string) => {
    const key = `${number.replace(/,/g, '')} ${plain(unit)}`
    return mine.has(key) && theirs.has(key)
  }
  const without = (text: string) =>
    text.replace(base, (found, number: string, unit: string) => (isShared(number, unit) ? '' : found))
  return [without(part), without(statement)]
}

const plain = (unit: string) => unit.toLowerCase().replace(/[\u2010\u2011-]/g, '')

/** What may be missing before the first word that is kept, between two, behind the last. */
interface Missing {
  opening: (left: readonly Token[], first: Token) => boolean
  between: (left: readonly Token[]) => boolean
  rest: (left: readonly Token[]) => boolean
}

/** Tokens, what a hyphen joins being one word: "PVC-related" has no verb. */
const tokensOf = (text: string) => analyse(text.replace(/(\p{L})[-\u2010\u2011](?=\p{L})/gu, '$1')).tokens

/** Figures in brackets, which a summary leaves out. */
const figures = /\s*[([][^()[\]]*\d[^()[\]]*[)\]]/g

/** A statement, also without its figures in brackets, and also with what opens it, up to its first comma, at its end: "In adults, A lowered B". */
function ordersOf(statement: string): string[] {
  return [statement, statement.replace(figures, '')].flatMap((text) => {
    const [, opening, rest] = /^([^,;:]{3,110}), (.+?)[.]?$/s.exec(text) ?? []
    return opening && rest ? [text, `${rest} ${opening.replace(/^\w+ed\s+/i, '')}.`] : [text]
  })
}

/** Words of comparison that say which way: without them, or with another, a result is another one. */
const degrees = new Set('more less fewer most least'.split(' '))

const carries = (token: Token) =>
  !token.stop || token.cue || token.hedge || token.number !== null || isVerb(token) || degrees.has(token.word)

function isWithin(mine: readonly Token[], theirs: readonly Token[], missing: Missing): boolean {
  const known = new Map<string, boolean>()
  const from = (at: number, place: number): boolean => {
    if (at === mine.length) return missing.rest(theirs.slice(place))
    const key = `${at} ${place}`
    const before = known.get(key)
    if (before !== undefined) return before
    let found = mayAdd(mine[at]!) && from(at + 1, place)
    for (let next = place; !found && next < theirs.length; next++) {
      if (!isSame(mine[at]!, theirs[next]!)) continue
      const left = theirs.slice(place, next)
      const may = place === 0 ? missing.opening(left, theirs[next]!) : missing.between(left)
      found = may && from(at + 1, next + 1)
    }
    known.set(key, found)
    return found
  }
  return from(0, 0)
}

function isSame(one: Token, other: Token): boolean {
  if (one.number || other.number)
    return (
      one.number !== null &&
      other.number !== null &&
      sameValue(one.number, other.number) &&
      sameUnit(one.number, other.number)
    )
  return one.stem === other.stem || isSameWay(one, other)
}

/** Whether words between two that are kept may be missing. */
function mayMiss(left: readonly Token[]): boolean {
  return left.every((token, at) => {
    if (token.word === 'nor') return true
    if (token.cue || token.strongHedge || contrast.has(token.word)) return false
    return !isVerb(token) || isJoined(left, at)
  })
}

const isVerb = ({ word }: Token) => verb.test(word)

/** A verb of the same subject, "and lowered", or of a remark on it, "which lowered". */
function isJoined(left: readonly Token[], at: number): boolean {
  let before = at - 1
  while (before >= 0 && /ly$/.test(left[before]!.word)) before--
  const word = left[before]?.word ?? ''
  return joins.has(word) || relative.has(word)
}

/** Whether words before the first that is kept may be missing: a clause of its own, an adverbial, "the use of". */
function mayOpen(left: readonly Token[], first: Token): boolean {
  if (left.length === 0) return true
  if (left.some(({ word }) => governing.has(word))) return false
  const last = left.findLast(({ word }) => !between.has(word)) ?? left.at(-1)!
  const apart = last.clause !== first.clause || joins.has(last.word) || contrast.has(last.word)
  if (left.some(isVerb)) return apart && !conditions.has(last.word)
  if (left.some(({ cue, strongHedge, word }) => cue || strongHedge || conditions.has(word))) return false
  return apart || left.every(({ word }) => light.has(word) || between.has(word))
}

/** Whether nothing behind the last word that is kept binds it to a condition. */
function mayEnd(rest: readonly Token[]): boolean {
  return !rest.some(({ word }) => conditions.has(word))
}

const strictly: Missing = { opening: mayOpen, between: mayMiss, rest: mayEnd }
const freely: Missing = { opening: () => true, between: () => true, rest: () => true }

/** A word that a sentence may add: one that only joins, a form of "be" or "have". */
const mayAdd = (token: Token) => isJoining(token) || (isVerb(token) && token.stop && !token.cue && !token.hedge)
