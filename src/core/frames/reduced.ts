import { opensClause } from './joining.ts'
import { isIn } from './lists.ts'
import type { Mark } from './marks.ts'
import { relative } from './openers.ts'
import { signOf } from './turns.ts'

/**
 * Whether one of the verbs of a sentence only says which, with another to come: a participle behind its noun, "patients given lenvatinib",
 * "tubes made of brass", or the verb of a relative clause, "who had been trained".
 */
export function isReduced(marks: readonly Mark[], at: number, verbs: readonly number[]): boolean {
  if (isRelated(marks, at)) return verbs.some((other) => other > at + 1 && isMain(marks, other))
  const later = verbs.filter((other) => other > at + 1 && marks.slice(at + 1, other).every(({ pause }) => !pause))
  if (later.length === 0) return false
  const [mark, next] = [marks[at]!, marks[at + 1]!]
  if (mark.pos !== 'VERB') return false
  if (isIn('treat', mark) && /(?:ed|en|wn)$/.test(mark.word) && next.pos !== 'DET') return true
  return next.pos === 'ADP' && !tells(mark) && later.some((other) => isTold(marks, other) && isTransitive(marks, other))
}

/** Behind "who", "which" or "that", with no more than auxiliaries and adverbs between. */
function isRelated(marks: readonly Mark[], at: number): boolean {
  const before = marks.slice(0, at).findLast(({ pos }) => pos !== 'AUX' && pos !== 'ADV')
  return before !== undefined && relative.has(before.word)
}

/** A verb of the sentence itself: of no relative clause, and behind no comma in a clause of its own: ", when it rained". */
function isMain(marks: readonly Mark[], at: number): boolean {
  if (isRelated(marks, at)) return false
  const opener = marks.slice(0, at + 1).findLast(({ pause }) => pause)
  return opener === undefined || !(opener.pos === 'CCONJ' || opener.pos === 'PRON' || opensClause(opener.word))
}

/** Says what was found itself, or behind "had": "had fewer faults". */
function isTold(marks: readonly Mark[], at: number): boolean {
  const mark = marks[at]!
  return tells(mark) || (mark.lemma === 'have' && marks[at + 1] !== undefined && signOf(marks[at + 1]!) !== 0)
}

function tells(mark: Mark): boolean {
  return signOf(mark) !== 0 || isIn('cause', mark) || isIn('link', mark)
}

/** A verb behind its subject and before its object. */
function isTransitive(marks: readonly Mark[], at: number): boolean {
  const after = marks[at + 1]
  return /^(?:NOUN|PROPN)$/.test(marks[at - 1]!.pos) && after !== undefined && !after.pause && after.pos !== 'ADP'
}
