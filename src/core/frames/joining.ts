import { isIn } from './lists.ts'
import type { Mark } from './marks.ts'

/** Whether a preposition opens no region: before a verb, behind "lead", or right behind "than". */
export function isJoining(marks: readonly Mark[], at: number, region: { kind: string; from: number }): boolean {
  const { word } = marks[at]!
  const before = marks[at - 1]
  if (
    word === 'to' &&
    (/^(?:VERB|AUX)$/.test(marks[at + 1]?.pos ?? '') || /^(?:lead|contribute)$/.test(before?.lemma ?? ''))
  )
    return true
  if (word === 'in' && before?.lemma === 'result') return true
  if (isClause(marks, region.from, at)) return true
  return (
    region.kind === 'comparator' &&
    (at <= region.from + 1 ||
      isStood(marks, region.from + 1, at) ||
      isRepeated(marks, region.from, at) ||
      isTreated(word, before!))
  )
}

const subordinate = /^(?:when|where|while|if|because|after|before|until|since)$/

/** Whether a word may open a clause that says when, where or why. */
export function opensClause(word: string): boolean {
  return subordinate.test(word)
}

/** "After fees had been raised to 5 %": behind the verb of a clause a preposition says more of the same. */
function isClause(marks: readonly Mark[], from: number, at: number): boolean {
  if (!opensClause(marks[from]!.word)) return false
  const inside = marks.slice(from + 1, at)
  const verb = inside.findIndex(isFiniteVerb)
  return verb > 0 && inside[verb - 1]!.pos !== 'CCONJ' && !inside.some(({ pause }) => pause)
}

/** Whether a mark is a verb, and no gerund. */
export function isFiniteVerb({ pos, word, bound }: Mark): boolean {
  return !bound && (pos === 'AUX' || (pos === 'VERB' && !/ing$/.test(word)))
}

/** "than that found in": nothing but what stands for the thing compared. */
function isStood(marks: readonly Mark[], from: number, at: number): boolean {
  if (!/^(?:that|those)$/.test(marks[from]?.word ?? '')) return false
  return marks.slice(from + 1, at).every(({ pos }) => pos === 'VERB')
}

/** "Plots with manure … than plots without": what follows a noun that is only named again says which of its kind it is. */
function isRepeated(marks: readonly Mark[], from: number, at: number): boolean {
  const [noun, ...before] = marks
    .slice(from + 1, at)
    .filter(({ pos }, place, all) => pos !== 'VERB' || place < all.length - 1)
    .reverse()
  if (noun?.pos !== 'NOUN' || !before.every((mark) => mark.pos === 'DET' || isIn('alike', mark))) return false
  return marks.slice(0, from).some(({ lemma, pos }) => pos === 'NOUN' && lemma === noun.lemma)
}

/** "those treated with", "patients on", "treatment with": what follows says which arm it is. */
function isTreated(word: string, before: Mark): boolean {
  if (!/^(?:with|without|by|on|to)$/.test(word)) return false
  if (isIn('persons', before) || /^(?:that|those|treatment|therapy|monotherapy)$/.test(before.word)) return true
  return (before.pos === 'VERB' || /(?:ed|wn)$/.test(before.word)) && !/^(?:to|by)$/.test(word)
}
