import type { Mark } from './marks.ts'
import type { Turn } from './turns.ts'

/** Behind these a gerund says by what means or beside what it happened: "by raising prices", "without reducing flow". */
const beside = /^(?:by|through|via|without|while|when|before|after|despite|besides|than)$/
/** Behind these it says for what something is good: "effective in reducing pain". */
const aimed = /^(?:in|at|for|of|to)$/

/**
 * The words of direction that say which way the finding went: not those of a second statement behind "and", nor of means and asides; of
 * something good for raising or lowering, only the raising or lowering, turned where it is called bad for it.
 */
export function rulingOf(marks: readonly Mark[], turns: readonly Turn[]): Turn[] {
  const kept: Turn[] = []
  for (const turn of turns) {
    const opener = openerOf(marks, turn.at)
    const last = kept.at(-1)
    if (last === undefined) {
      if (!(isGerund(marks[turn.at]!) && beside.test(opener?.word ?? ''))) kept.push(turn)
      continue
    }
    if (/^(?:and|or)$/.test(opener?.word ?? '')) break
    if (isAside(marks, turn.at, opener)) continue
    const valued = kept.findIndex((one) => one.valued && isAimed(marks, turn.at, opener))
    if (valued >= 0 && kept[valued]!.sign < 0) continue
    if (valued >= 0)
      kept.splice(valued, 1, { at: turn.at, sign: (kept[valued]!.sign * turn.sign) as 1 | -1, valued: false })
    else kept.push(turn)
  }
  return kept
}

function isGerund({ pos, word }: Mark): boolean {
  return pos === 'VERB' && /ing$/.test(word)
}

/** The word before a mark that is neither adverb nor article. */
function openerOf(marks: readonly Mark[], at: number): Mark | undefined {
  for (let place = at; place > 0; place--) {
    if (marks[place]!.pause && place < at) return undefined
    const before = marks[place - 1]!
    if (before.pos !== 'ADV' && before.pos !== 'DET' && before.pos !== 'NUM') return before
  }
  return undefined
}

function isAside(marks: readonly Mark[], at: number, opener: Mark | undefined): boolean {
  const mark = marks[at]!
  return isGerund(mark) && (mark.pause || beside.test(opener?.word ?? ''))
}

/** "In reducing", "to reduce", "in the reduction of". */
function isAimed(marks: readonly Mark[], at: number, opener: Mark | undefined): boolean {
  if (!aimed.test(opener?.word ?? '')) return false
  const mark = marks[at]!
  if (mark.pos === 'VERB') return opener!.word === 'to' ? !/(?:ing|ed)$/.test(mark.word) : isGerund(mark)
  return mark.pos === 'NOUN' && marks[at + 1]?.word === 'of'
}
