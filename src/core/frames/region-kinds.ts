import type { Language } from './language.ts'
import { isIn } from './lists.ts'
import type { Mark } from './marks.ts'
import type { Parted, Region } from './regions.ts'
import { signOf } from './turns.ts'

/** What a change is a change in, and what something is good at: "a fall in fire severity", "effective in preventing rust". */
export function isTarget(region: Region, marks: readonly Mark[], parted: Parted, language: Language): boolean {
  const { kind, opener, from } = region
  if (kind !== 'prep' || from < parted.front || isTimed(marks, region)) return false
  if (isPurposed(region, marks)) return parted.pattern === 'ranked'
  return opener === 'in' && isChange(marks[from - 1]) && !isLiving(marks, region, language)
}

function isPurposed({ opener, from }: Region, marks: readonly Mark[]): boolean {
  const next = marks[from + 1]
  return /^(?:in|for|at)$/.test(opener) && next !== undefined && /ing$/.test(next.word)
}

function isChange(mark: Mark | undefined): boolean {
  return (
    mark?.pos === 'NOUN' &&
    !/^(?:effect|impact|influence|factor)$/.test(mark.lemma) &&
    (signOf(mark) !== 0 || isIn('link', mark))
  )
}

/** "Reported by patients": those who tell of a thing did not bring it about. */
export function isTold(
  { opener, from, to }: Region,
  marks: readonly Mark[],
  { predicate }: Parted,
  language: Language,
): boolean {
  const verb = marks[predicate]
  if (
    opener !== 'by' ||
    !verb ||
    !/^(?:report|experience|see|note|describe|observe|record|feel|mention)$/.test(verb.lemma)
  )
    return false
  return isLiving(marks, { from, to }, language)
}

/** Whether a region tells a time. */
export function isTimed(marks: readonly Mark[], { from, to }: Region): boolean {
  const inside = marks.slice(from + 1, to).filter(({ stop, pos }) => !stop && pos !== 'NUM' && pos !== 'ADJ')
  return inside.length > 0 && inside.every((mark) => isIn('times', mark))
}

/** Whether a region names living beings. */
export function isLiving(
  marks: readonly Mark[],
  { from, to }: Pick<Region, 'from' | 'to'>,
  language: Language,
): boolean {
  return marks.slice(from + 1, to).some(({ pos, lemma }) => pos !== 'ADJ' && language.living(lemma))
}
