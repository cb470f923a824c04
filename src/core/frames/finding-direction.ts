import type { Direction, Figure } from './frame.ts'
import { isIn } from './lists.ts'
import type { Mark } from './marks.ts'
import { relative } from './openers.ts'
import type { Parted } from './regions.ts'
import { signOf, type Turn } from './turns.ts'

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
  { predicate, regions }: Parted,
): Said | null {
  const sign = turns.reduce<number>((product, turn) => product * turn.sign, turns.length > 0 ? 1 : 0) as Said['sign']
  const denied = deniedAt(marks, predicate)
  if (denied >= 0) return { value: 'none', sign, at: denied }
  const alike = likenessAt(marks, turns, { predicate, regions })
  if (alike >= 0) return { value: /^un|^non/.test(marks[alike]!.word) ? 'none' : 'as-good', sign, at: alike }
  const first = turns[0]
  if (first) return { value: wayOf(sign, turns), sign, at: first.at }
  const cause = marks.findIndex((mark) => isIn('cause', mark) && mark.pos === 'VERB')
  if (cause >= 0) return { value: 'up', sign: 1, at: cause }
  const link = marks.findIndex((mark) => !mark.bound && isIn('link', mark))
  if (link >= 0) return { value: 'linked', sign: 0, at: link }
  return figures.some(({ kind }) => kind !== 'p') ? { value: 'rate', sign: 0, at: -1 } : null
}

/** "Similar", "unchanged", "as effective as"; -1 where nothing is called alike. */
function likenessAt(
  marks: readonly Mark[],
  turns: readonly Turn[],
  { predicate, regions }: Pick<Parted, 'predicate' | 'regions'>,
): number {
  const alike = marks.findIndex(
    (mark, at) => !mark.bound && isIn('alike', mark) && !isCondition(marks, at, turns, predicate, regions),
  )
  const verbal = turns.some(({ at }) => at < alike && marks[at]!.pos === 'VERB')
  if (alike >= 0 && !verbal) return alike
  return marks.findIndex(
    ({ word }, at) =>
      word === 'as' &&
      marks.slice(at + 2, at + 4).some((later) => later.word === 'as') &&
      (marks[at + 1]!.word !== 'well' || marks[at - 1]?.pos === 'VERB'),
  )
}

/** "The same plots gave more", "faster with the same power": what is alike there is no finding. */
function isCondition(
  marks: readonly Mark[],
  at: number,
  turns: readonly Turn[],
  predicate: number,
  regions: Parted['regions'],
): boolean {
  const after = marks[at + 1]
  if (!after || after.pause || !/^(?:NOUN|PROPN|ADJ)$/.test(after.pos)) return false
  const region = regions.find(({ from, to }) => from <= at && at < to)
  const apart =
    region?.kind === 'front' || (marks[at]!.word === 'same' && /^(?:with|under|in|for)$/.test(region?.opener ?? ''))
  if (apart) return turns.some((turn) => turn.at < region!.from || turn.at >= region!.to)
  return at < predicate && turns.some((turn) => turn.at >= predicate)
}

function wayOf(sign: number, turns: readonly Turn[]): Direction {
  if (turns.some(({ valued }) => valued)) return sign > 0 ? 'better' : 'worse'
  return sign > 0 ? 'up' : 'down'
}

/** Place of a denial of the finding; -1 where nothing is denied. "Without" and what follows it deny only an aside. */
export function deniedAt(marks: readonly Mark[], predicate: number): number {
  return marks.findIndex((mark, at) => {
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
