import { isIn } from './lists.ts'
import type { Mark } from './marks.ts'
import { relative } from './openers.ts'
import { signOf } from './turns.ts'

/** Place of a denial of the finding; -1 where nothing is denied. "Without" and what follows it deny only an aside. */
export function deniedAt(marks: readonly Mark[], predicate: number, from = 0): number {
  return marks.findIndex((mark, at) => {
    if (at < from) return false
    if (mark.word === 'zero') return signOf(marks[at + 1] ?? mark) !== 0
    if (!isIn('deny', mark) || mark.bound || mark.word === 'without') return false
    const [before, after] = [marks[at - 1]?.word ?? '', marks[at + 1]?.word ?? '']
    if (mark.pos === 'NOUN' && mark.word !== 'none') return at >= predicate && predicate >= 0
    if (/^(?:but|despite|or)$/.test(before) || inRelative(marks, at) || isBeside(marks, at, predicate)) return false
    if (mark.word === 'not' && /^(?:only|necessarily|just|merely)$/.test(after)) return false
    if (mark.word === 'no' && /^(?:with|to|versus|vs|than)$/.test(before)) return false
    return !(/^(?:no|not)$/.test(mark.word) && marks[at + 2]?.word === 'than' && /^(?:less|fewer|later)$/.test(after))
  })
}

/** Whether a denial stands in a clause that only says which: "weeds that had not been sprayed". */
function inRelative(marks: readonly Mark[], at: number): boolean {
  return marks.slice(Math.max(0, at - 3), at).some(({ word }, back) => {
    if (word !== 'that') return relative.has(word)
    const place = Math.max(0, at - 3) + back
    return /^(?:NOUN|PROPN)$/.test(marks[place - 1]?.pos ?? '') && /^(?:AUX|VERB)$/.test(marks[place + 1]!.pos)
  })
}

/** "Needs no calibration and reduces drift": what is denied is a thing, and the finding stands behind. */
function isBeside(marks: readonly Mark[], at: number, predicate: number): boolean {
  if (predicate < 0 || marks[at]!.word !== 'no' || at !== predicate + 1 || isTold(marks[predicate]!)) return false
  const and = marks.findIndex(({ word }, place) => place > at && word === 'and')
  if (and < 0 || marks.slice(at + 1, and).some(isTold)) return false
  return marks.slice(and + 1, and + 3).some((mark) => mark.pos === 'VERB' && signOf(mark) !== 0)
}

function isTold(mark: Mark): boolean {
  return signOf(mark) !== 0 || isIn('link', mark) || isIn('alike', mark) || isIn('good', mark) || isIn('bad', mark)
}
