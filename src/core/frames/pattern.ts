import { isIn } from './lists.ts'
import type { Mark } from './marks.ts'
import { opensComparison, opensRank, opensRegion } from './openers.ts'
import { boundFrom } from './predicate.ts'
import { signOf } from './turns.ts'

/**
 * How the predicate of a sentence binds what stands before and behind it: the subject acts on an object, undergoes what is
 * brought about behind, is ranked, is linked with something, has its agent behind "from", or something is said to exist.
 */
export type Pattern = 'acts' | 'undergoes' | 'ranked' | 'linked' | 'gains' | 'exists' | 'bare'

/** Verbs that link without saying that one side acts on the other. */
const acting =
  /^(?:affect|influence|effect|impact|alter|transmit|predict|predictor|predictive|change|determine|factor)$/
const seen = /^(?:find|see|observe|note|detect|record|report|show)$/
const into: Readonly<Record<string, RegExp>> = {
  to: /^(?:lead|contribute)$/,
  in: /^(?:result)$/,
  on: /^(?:effect|impact|influence)$/,
  against: /^(?:protect|act|work)$/,
  of: /^(?:predictor|predictive|cause|risk|improvement|increase|reduction|decrease)$/,
  from: /^(?:protect)$/,
  for: /^(?:factor)$/,
}

/** The pattern of a sentence with its predicate at a place, read from where its finding begins. */
export function patternOf(marks: readonly Mark[], at: number, from: number): Pattern {
  if (at < 0) return 'bare'
  const mark = marks[at]!
  const before = marks.slice(Math.max(boundFrom(marks, at, from), at - 6), at)
  if (before.some(({ word }) => word === 'there') || mark.word === 'there') return 'exists'
  const be = before.some(
    ({ lemma, pos }) => lemma === 'be' || (pos === 'AUX' && /^(?:was|were|is|are|been)$/.test(lemma)),
  )
  if (be && seen.test(mark.lemma) && before.some((one) => signOf(one) !== 0 || isIn('link', one))) return 'exists'
  if (mark.lemma === 'benefit' && marks[at + 1]?.word === 'from') return 'gains'
  if (isIn('link', mark) && !acting.test(mark.lemma)) return 'linked'
  if (be && isIn('link', mark) && mark.pos !== 'VERB') return 'acts'
  if ((be || isRaised(marks, at)) && isIn('value', mark)) return 'ranked'
  if (be && /^(?:follow|accompany)$/.test(mark.lemma) && marks[at + 1]?.word === 'by') return 'acts'
  if (isConditioned(marks, at)) return 'undergoes'
  if (be) return isClass(marks, at) || isLikened(marks, at) ? 'ranked' : 'undergoes'
  return hasObject(marks, at) ? 'acts' : 'undergoes'
}

/** "Is a promising drug": what it is said to be, and nothing that was done to it. */
function isClass(marks: readonly Mark[], at: number): boolean {
  if (signOf(marks[at]!) !== 0 || isIn('link', marks[at]!) || marks[at]!.pos === 'VERB') return false
  return marks.slice(Math.max(0, at - 3), at + 1).some(({ word }) => /^an?$/.test(word))
}

/** "Was as strong as steel", "was similar to steel in strength": the subject is what is likened. */
function isLikened(marks: readonly Mark[], at: number): boolean {
  const second = marks.findIndex((_, place) => place > at && opensRank(marks, place))
  if (second < 0) return false
  if (marks[second]!.word === 'as') return signOf(marks[at]!) === 0 && !isIn('alike', marks[at]!)
  const next = marks[second + 1]?.word ?? ''
  return !/^(?:that|those)$/.test(next) && marks.slice(second + 2, second + 7).some(({ word }) => word === 'in')
}

/** "Appears effective": no form of "be" stands between. */
function isRaised(marks: readonly Mark[], at: number): boolean {
  return marks.slice(Math.max(0, at - 3), at).some(({ lemma }) => /^(?:appear|seem|prove)$/.test(lemma))
}

/** "Fell more with A", "invested less in B": how much, and not of what. */
function isExtent(marks: readonly Mark[], mark: Mark): boolean {
  if (!/^(?:more|less)$/.test(mark.word)) return false
  const next = marks[marks.indexOf(mark) + 1]
  return next === undefined || next.pause || opensRegion(next) || opensComparison(next)
}

/** "Walked farther when paths were lit": what happened is said behind a verb that says no way, and what brought it about in a clause. */
function isConditioned(marks: readonly Mark[], at: number): boolean {
  if (signOf(marks[at]!) !== 0 || isIn('cause', marks[at]!) || isIn('link', marks[at]!)) return false
  const clause = marks.findIndex(({ word, bound }, place) => place > at && !bound && /^(?:when|where|if)$/.test(word))
  const between = marks.slice(at + 1, Math.max(at, clause))
  return between.some((mark) => signOf(mark) !== 0) && !between.some((mark) => mark.pause || opensComparison(mark))
}

/** Whether an object follows the predicate, or what stands for one behind its own preposition. */
function hasObject(marks: readonly Mark[], at: number): boolean {
  const next = marks
    .slice(at + 1)
    .find((mark) => !(/^(?:ADV|DET|PRON)$/.test(mark.pos) || isExtent(marks, mark)) || mark.word === 'those')
  if (!next || next.pause || opensComparison(next)) return false
  if (opensRegion(next) || next.pos === 'ADP') return into[next.word]?.test(marks[at]!.lemma) ?? false
  return next.pos !== 'NUM' || marks.indexOf(next) < marks.length - 1
}
