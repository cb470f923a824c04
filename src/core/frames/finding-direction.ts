import { deniedAt } from './denied.ts'
import type { Direction, Figure } from './frame.ts'
import { isIn } from './lists.ts'
import type { Mark } from './marks.ts'
import { likenedAt } from './openers.ts'
import type { Parted } from './regions.ts'
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
  parted: Pick<Parted, 'from' | 'predicate' | 'regions' | 'pattern'>,
): Said | null {
  const sign = turns.reduce<number>((product, turn) => product * turn.sign, turns.length > 0 ? 1 : 0) as Said['sign']
  const { predicate, from } = parted
  const denied = deniedAt(marks, predicate, from)
  if (denied >= 0) return { value: 'none', sign, at: denied }
  const times = multipleAt(marks, figures)
  if (times) return times
  const alike = likenessAt(marks, turns, parted)
  if (alike >= 0) return { value: /^un|^non/.test(marks[alike]!.word) ? 'none' : 'as-good', sign, at: alike }
  if (isUnsaid(marks, turns, parted)) return { value: 'linked', sign: 0, at: predicate }
  const own = ownOf(marks, turns, predicate)
  if (own[0]) return { value: wayOf(governedBy(marks, own)), sign, at: own[0].at }
  const cause = marks.findIndex((mark) => isIn('cause', mark) && mark.pos === 'VERB')
  if (cause >= 0) return { value: 'up', sign: 1, at: cause }
  const link = marks.findIndex((mark) => !mark.bound && isIn('link', mark))
  if (link >= 0) return { value: 'linked', sign: 0, at: link }
  return figures.some(({ kind }) => kind !== 'p') ? { value: 'rate', sign: 0, at: -1 } : null
}

/** "Three times as many as", "half as likely as": more or less, and not alike. */
function multipleAt(marks: readonly Mark[], figures: readonly Figure[]): Said | null {
  for (const { kind, value, end } of figures) {
    const at = kind === 'fold' ? marks.findIndex(({ word, start }) => word === 'as' && start === end + 1) : -1
    if (at >= 0) return value < 1 ? { value: 'down', sign: -1, at } : { value: 'up', sign: 1, at }
  }
  return null
}

/** "Similar", "unchanged", "as effective as"; -1 where nothing is called alike. */
function likenessAt(
  marks: readonly Mark[],
  turns: readonly Turn[],
  parted: Pick<Parted, 'from' | 'predicate' | 'regions'>,
): number {
  const alike = marks.findIndex(
    (mark, at) => at >= parted.from && !mark.bound && isAlike(mark) && !isCondition(marks, at, turns, parted),
  )
  const verbal = turns.some(({ at }) => at < alike && marks[at]!.pos === 'VERB')
  if (alike >= 0 && !verbal) return alike
  return likenedAt(marks)
}

/** "Controls and their equivalents": things, which are not called alike. */
function isAlike(mark: Mark): boolean {
  return isIn('alike', mark) && !(mark.pos === 'NOUN' && /s$/.test(mark.word))
}

/** "The same plots gave more", "faster with the same power": what is alike there is no finding. */
function isCondition(
  marks: readonly Mark[],
  at: number,
  turns: readonly Turn[],
  { predicate, regions }: Pick<Parted, 'predicate' | 'regions'>,
): boolean {
  const after = marks[at + 1]
  if (marks[at]!.pos !== 'ADJ' || !after || after.pause || !/^(?:NOUN|PROPN|ADJ)$/.test(after.pos)) return false
  const region = regions.find(({ from, to }) => from <= at && at < to)
  const apart =
    region?.kind === 'front' ||
    region?.kind === 'comparator' ||
    (marks[at]!.word === 'same' && /^(?:with|under|in|for)$/.test(region?.opener ?? ''))
  if (apart) return turns.some((turn) => turn.at < region!.from || turn.at >= region!.to)
  return at < predicate && turns.some((turn) => turn.at >= predicate)
}

/** "Higher fees discouraged students": which way what was done differs is told, and of what happened a verb that tells none. */
function isUnsaid(
  marks: readonly Mark[],
  turns: readonly Turn[],
  { predicate, pattern }: Pick<Parted, 'predicate' | 'pattern'>,
): boolean {
  const verb = marks[predicate]
  if (turns.length === 0 || pattern !== 'acts' || verb?.pos !== 'VERB' || isIn('lightVerbs', verb)) return false
  if (isIn('cause', verb) || isIn('link', verb)) return false
  return turns.every(({ at }) => at < predicate && !/^(?:more|less|fewer)$/.test(marks[at]!.word))
}

/** Words of direction that say what happened, not what was done: "reduced tillage increased yields" tells of a rise. */
function ownOf(marks: readonly Mark[], turns: readonly Turn[], predicate: number): readonly Turn[] {
  const own = turns.filter(({ at }) => at >= predicate || !/ed$/.test(marks[at]!.word))
  return predicate >= 0 && own.some(({ at }) => at >= predicate) ? own : turns
}

/** Words between one of direction and what it governs: "reduced the number of". */
const reach = 5

/**
 * The first word of direction with those that it governs, each the next: "slowed the decline" tells of both, "fewer leaks, and fewer faults" twice
 * of one way.
 */
function governedBy(marks: readonly Mark[], turns: readonly Turn[]): readonly Turn[] {
  const end = turns.findIndex((turn, place) => place > 0 && !governs(marks, turns[place - 1]!.at, turn.at))
  return end < 0 ? turns : turns.slice(0, end)
}

function governs(marks: readonly Mark[], from: number, to: number): boolean {
  if (to - from > reach) return false
  return !marks.slice(from + 1, to + 1).some(({ pause, pos }) => pause || pos === 'CCONJ' || pos === 'SCONJ')
}

function wayOf(turns: readonly Turn[]): Direction {
  const sign = turns.reduce((product, turn) => product * turn.sign, 1)
  if (turns.some(({ valued }) => valued)) return sign > 0 ? 'better' : 'worse'
  return sign > 0 ? 'up' : 'down'
}
