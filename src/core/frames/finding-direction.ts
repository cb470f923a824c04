import type { Direction, Figure } from './frame.ts'
import { isIn } from './lists.ts'
import type { Mark } from './marks.ts'
import { likenedAt, relative } from './openers.ts'
import type { Turn } from './turns.ts'

/** The direction of a sentence with the place of the mark that says it; -1 where figures say it. */
export interface Said {
  value: Direction
  /** Product of the words of direction: 1 or -1; 0 where there is none. */
  sign: 0 | 1 | -1
  at: number
}

/** What the first statement of a sentence says of the direction of its finding. */
export function saidOf(
  marks: readonly Mark[],
  turns: readonly Turn[],
  figures: readonly Figure[],
  predicate: number,
  from = 0,
): Said | null {
  const sign = turns.reduce<number>((product, turn) => product * turn.sign, turns.length > 0 ? 1 : 0) as Said['sign']
  const denied = deniedAt(marks, predicate, from)
  if (denied >= 0) return { value: 'none', sign, at: denied }
  const alike = likenessAt(marks, turns, from)
  if (alike >= 0) return { value: /^un|^non/.test(marks[alike]!.word) ? 'none' : 'as-good', sign, at: alike }
  const own = ownOf(marks, turns, predicate)
  if (own[0]) return { value: wayOf(own), sign, at: own[0].at }
  const cause = marks.findIndex((mark) => isIn('cause', mark) && mark.pos === 'VERB')
  if (cause >= 0) return { value: 'up', sign: 1, at: cause }
  const link = marks.findIndex((mark) => isIn('link', mark))
  if (link >= 0) return { value: 'linked', sign: 0, at: link }
  return figures.some(({ kind }) => kind !== 'p') ? { value: 'rate', sign: 0, at: -1 } : null
}

/** "Similar", "unchanged", "as effective as"; -1 where nothing is called alike. */
function likenessAt(marks: readonly Mark[], turns: readonly Turn[], from: number): number {
  const alike = marks.findIndex((mark, at) => at >= from && isIn('alike', mark))
  const verbal = turns.some(({ at }) => at < alike && marks[at]!.pos === 'VERB')
  if (alike >= 0 && !verbal) return alike
  return likenedAt(marks)
}

/** Words of direction that say what happened, not what was done: "reduced tillage increased yields" tells of a rise. */
function ownOf(marks: readonly Mark[], turns: readonly Turn[], predicate: number): readonly Turn[] {
  const own = turns.filter(({ at }) => at >= predicate || !/ed$/.test(marks[at]!.word))
  return predicate >= 0 && own.some(({ at }) => at >= predicate) ? own : turns
}

function wayOf(turns: readonly Turn[]): Direction {
  const sign = turns.reduce((product, turn) => product * turn.sign, 1)
  if (turns.some(({ valued }) => valued)) return sign > 0 ? 'better' : 'worse'
  return sign > 0 ? 'up' : 'down'
}

/** Place of a denial of the finding; -1 where nothing is denied. "Without" and what follows it deny only an aside. */
export function deniedAt(marks: readonly Mark[], predicate: number, from = 0): number {
  return marks.findIndex((mark, at) => {
    if (at < from || !isIn('deny', mark) || mark.word === 'without') return false
    const [before, after] = [marks[at - 1]?.word ?? '', marks[at + 1]?.word ?? '']
    if (mark.pos === 'NOUN' && mark.word !== 'none') return at >= predicate && predicate >= 0
    if (
      /^(?:but|despite|or)$/.test(before) ||
      marks.slice(Math.max(0, at - 3), at).some(({ word }) => relative.has(word) && word !== 'that')
    )
      return false
    if (mark.word === 'not' && /^(?:only|necessarily|just|merely)$/.test(after)) return false
    if (mark.word === 'no' && /^(?:with|to|versus|vs|than)$/.test(before)) return false
    return !(/^(?:no|not)$/.test(mark.word) && marks[at + 2]?.word === 'than' && /^(?:less|fewer|later)$/.test(after))
  })
}
