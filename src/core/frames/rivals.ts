import { isIn } from './lists.ts'
import type { Mark } from './marks.ts'
import type { Parted, Region } from './regions.ts'
import { signOf } from './turns.ts'

/** What is outdone: behind a verb that ranks, "outperforms X", or behind "over" after a word for what is gained. */
export function isRival({ kind, opener, from }: Region, marks: readonly Mark[], { predicate }: Parted): boolean {
  const next = marks[from + 1]
  if (kind === 'object') {
    const verb = marks[predicate]!
    return from === predicate + 1 && ranks(verb) && !/^\d/.test(marks[from]!.word)
  }
  if (kind === 'prep' && opener === 'to') return marks.slice(Math.max(0, from - 3), from).some(isSet)
  if (kind !== 'prep' || opener !== 'over' || next === undefined || next.pos === 'NUM') return false
  return marks.slice(0, from).some((mark) => isGain(mark)) && !/^(?:course|period)$/.test(next.lemma)
}

/** "Superior to", "comparable accuracy to": what something is set beside. */
function isSet(mark: Mark): boolean {
  if (mark.bound || mark.pause) return false
  return /^(?:superior|inferior|preferable|preferred)$/.test(mark.word) || (mark.pos === 'ADJ' && isIn('alike', mark))
}

/** Whether a verb puts its subject before or behind its object: "outperforms". */
export function ranks(mark: Mark): boolean {
  return isIn('ranking', mark) && mark.pos === 'VERB'
}

/** "Improvement", "superior", "favoured": what may be gained over something. */
function isGain(mark: Mark): boolean {
  if (mark.bound) return false
  if (/^(?:choose|prefer|preferable|preference|preferred)$/.test(mark.lemma)) return true
  return signOf(mark) !== 0 && (mark.pos !== 'VERB' || isIn('better', mark))
}

/** "The effectiveness of X": X is what is good, not what became better. */
export function isMeritOf(marks: readonly Mark[], predicate: number): boolean {
  const mark = marks[predicate]
  return mark !== undefined && isIn('merits', mark) && marks[predicate + 1]?.word === 'of'
}
