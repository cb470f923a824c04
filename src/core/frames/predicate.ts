import { finiteVerb } from '../text/verbs.ts'
import { isReporter } from './lead.ts'
import { isIn } from './lists.ts'
import type { Mark } from './marks.ts'
import { opensRegion, relative } from './openers.ts'
import { isReduced } from './reduced.ts'
import { signOf } from './turns.ts'

const reporting =
  /^(?:find|show|demonstrate|suggest|indicate|conclude|reveal|report|confirm|observe|note|see|believe|imply|establish)$/
const window = 12
/** What is found may stand behind a first verb of the authors' own: "we tested X on five Y and found". */
const wideWindow = 24

const finite = new RegExp(`^(?:${finiteVerb})$`)
const possessive = /^(?:my|our|your|his|her|its|their|whose)$/

/** Where what is found begins: behind "we found that", "these results suggest", "we tried X and report". */
export function foundFrom(marks: readonly Mark[]): number {
  const led = marks.slice(0, window).findIndex((_, at) => isReporter(marks, at))
  for (let at = 0; at < Math.min(marks.length - 1, led < 0 ? window : wideWindow); at++) {
    const mark = marks[at]!
    if (!reporting.test(mark.lemma) || mark.bound) continue
    const that = marks.slice(at + 1, at + 3).findIndex(({ word }) => word === 'that')
    if (that >= 0 && at < window) return at + that + 2
    if (mark.pos === 'VERB' && led >= 0 && led < at && isTelling(marks, led, at)) return at + 1
  }
  return 0
}

/** Whether a verb tells what reporters found: right behind them, or behind another verb of theirs and "and". */
function isTelling(marks: readonly Mark[], led: number, at: number): boolean {
  if (/ing$/.test(marks[at]!.word)) return false
  const between = marks.slice(led + 1, at)
  const acts = between.some(({ pos }) => pos === 'VERB' || pos === 'AUX')
  if (!acts) return true
  const before = between.filter(({ pos }) => pos !== 'ADV').at(-1)
  return before?.word === 'and' && /^(?:we|author)$/.test(marks[led]!.lemma)
}

/** Place of the word that says what is found, at or behind `from`; -1 where there is none. */
export function predicateOf(marks: readonly Mark[], from: number, reported: boolean): number {
  const verbs = marks.flatMap((_, at) => (at >= from && isVerb(marks, at, from) ? [at] : []))
  const main = verbs.find((at) => !isReduced(marks, at, verbs))
  if (main !== undefined) return complementOf(marks, raisedTo(marks, main))
  const untagged = marks.findIndex((_, at) => at > from && isUntagged(marks, at))
  if (untagged >= 0) return untagged
  return marks.findIndex((mark, at) => {
    if (mark.bound || (reported ? at < from : at <= from || mark.pos === 'NOUN')) return false
    return signOf(mark) !== 0 || isIn('link', mark) || (reported && isIn('alike', mark))
  })
}

const raising = /^(?:appear|seem|tend|prove)$/
const held = /^(?:find|show|see|report|note|observe|prove|know|likely)$/

/** Behind "appears to", "seems to be", "was found to": the verb that says what is found. */
function raisedTo(marks: readonly Mark[], at: number): number {
  const complement = marks[at]!.pos === 'AUX' ? complementOf(marks, at) : at
  const { lemma } = marks[complement]!
  if (!raising.test(lemma) && !(complement > at && held.test(lemma))) return at
  const next = marks[complement + 1]?.word === 'to' ? marks[complement + 2] : undefined
  if (next && /^(?:VERB|AUX)$/.test(next.pos)) return complement + 2
  return raising.test(lemma) ? valueBehind(marks, complement) : at
}

/** "Appears highly effective": the adjective behind. */
function valueBehind(marks: readonly Mark[], at: number): number {
  const found = marks.findIndex((mark, place) => place > at && mark.pos !== 'ADV')
  return found > 0 && marks[found]!.pos === 'ADJ' ? found : at
}

/** Where a predicate's own verbs begin: behind the "to" of "appears to be". */
export function boundFrom(marks: readonly Mark[], predicate: number, from: number): number {
  for (let at = predicate - 1; at > Math.max(from, predicate - 7); at--)
    if (marks[at]!.word === 'to' && (raising.test(marks[at - 1]!.lemma) || held.test(marks[at - 1]!.lemma)))
      return at + 1
  return from
}

function isVerb(marks: readonly Mark[], at: number, from: number): boolean {
  const mark = marks[at]!
  const before = at > from ? marks[at - 1] : undefined
  if (mark.pos === 'AUX') return !mark.bound
  if (mark.pos !== 'VERB' || mark.joined || mark.bound || /ing$/.test(mark.word) || !before) return false
  if (relative.has(before.word) || /^(?:ADP|DET|PART|SCONJ)$/.test(before.pos)) return before.word === 'that'
  if (possessive.test(before.word) || isWithin(marks, at, before) || isInside(marks, at, before)) return false
  return !(before.pos === 'ADJ' && isNoun(marks[at + 1]) && signOf(mark) === 0)
}

/** "with reduced left ventricular function": behind a preposition and a participle stands what is meant, not what is found. */
function isInside(marks: readonly Mark[], at: number, before: Mark): boolean {
  const described = before.pos === 'ADJ' || (before.pos === 'VERB' && /ed$/.test(before.word))
  return described && marks[at - 2]?.pos === 'ADP' && /^(?:ADJ|NOUN|PROPN)$/.test(marks[at + 1]?.pos ?? '')
}

/** "heat pump dryers are": a bare form behind a singular noun and before another agrees with neither, and is part of a name. */
function isWithin(marks: readonly Mark[], at: number, before: Mark): boolean {
  const mark = marks[at]!
  if (mark.word !== mark.lemma || !isNoun(before) || before.word !== before.lemma || isIn('persons', before))
    return false
  if (/s$/.test(before.word) || !isNoun(marks[at + 1])) return false
  return marks.slice(at + 1).some(({ pos, word }) => pos === 'AUX' || (pos === 'VERB' && !/ing$/.test(word)))
}

/** A verb in the present that was taken for a noun, "the method yields better results", in a sentence that has no other. */
function isUntagged(marks: readonly Mark[], at: number): boolean {
  const [before, mark, after] = [marks[at - 1]!, marks[at]!, marks[at + 1]]
  if (mark.pos !== 'NOUN' || mark.bound || !/[^s]s$/.test(mark.word) || !finite.test(mark.word)) return false
  return (
    isNoun(before) &&
    !mark.pause &&
    after !== undefined &&
    !after.pause &&
    /^(?:DET|ADJ|ADV|NOUN|PROPN)$/.test(after.pos)
  )
}

function isNoun(mark: Mark | undefined): boolean {
  return mark !== undefined && /^(?:NOUN|PROPN)$/.test(mark.pos)
}

/** Behind a form of "be", "have" or "do": the participle, adjective, comparative or noun that says what is found. */
function complementOf(marks: readonly Mark[], at: number): number {
  if (marks[at]!.pos !== 'AUX' || (marks[at + 1] && opensRegion(marks[at + 1]!))) return at
  for (let next = at + 1; next < Math.min(marks.length, at + 8); next++) {
    const mark = marks[next]!
    if (next > at + 1 && (opensRegion(mark) || mark.pause)) break
    const turns = signOf(mark) !== 0
    const after = marks[next + 1]
    if (turns && after && (isIn('value', after) || isIn('link', after))) continue
    if (isIn('alike', mark) && mark.pos === 'ADV' && after && isIn('value', after)) continue
    if (turns || mark.pos === 'VERB' || mark.pos === 'ADJ' || isIn('link', mark) || isIn('alike', mark)) return next
  }
  return at
}
