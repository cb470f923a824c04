import { isIn } from './lists.ts'
import type { Mark } from './marks.ts'

const prepositions = new Set(
  'in on at by with without after before during following under among amongst between for from to against within over through throughout across via upon when where while whereas if because despite into towards toward about around per until since near below above behind inside regarding'.split(
    ' ',
  ),
)

/** Words that begin a relative clause. */
export const relative: ReadonlySet<string> = new Set(['who', 'which', 'that', 'whose'])

/** Whether a mark opens a new stretch of its sentence. */
export function opensRegion({ word, bound }: Pick<Mark, 'word' | 'bound'>): boolean {
  return !bound && prepositions.has(word)
}

/** Whether a mark opens what something is compared with. */
export function opensComparison({ word, bound }: Pick<Mark, 'word' | 'bound'>): boolean {
  return !bound && /^(?:than|versus|vs|unlike)$/.test(word)
}

const rank = /^(?:superior|inferior|preferable|noninferior)$/

/** Whether "to" behind "superior", "similar", or the second "as" of "as good as", opens what something is compared with. */
export function opensRank(marks: readonly Mark[], at: number): boolean {
  const { word } = marks[at]!
  const before = marks[at - 1]
  if (word === 'to') return before !== undefined && (rank.test(before.word) || isIn('alike', before))
  return word === 'as' && firstAs(marks, at) >= 0
}

const farthestAs = 6

/** Place of the first "as" of "as frequent on turf as", whose second stands at a place; -1 where it is no such pair. */
function firstAs(marks: readonly Mark[], second: number): number {
  for (let at = second - 2; at >= Math.max(0, second - farthestAs); at--) {
    if (marks.slice(at + 1, second).some(({ pause }) => pause)) continue
    if (marks[at]!.word === 'as' && isGraded(marks, at + 1)) return at
  }
  return -1
}

function isGraded(marks: readonly Mark[], at: number): boolean {
  const mark = marks[at]!
  if (mark.word === 'well' && marks[at - 2]?.pos !== 'VERB') return false
  return mark.pos === 'ADJ' || mark.pos === 'ADV'
}

/** Place of the first "as" of "as good as"; -1 where nothing is so compared. */
export function likenedAt(marks: readonly Mark[]): number {
  const second = marks.findIndex(({ word }, at) => word === 'as' && firstAs(marks, at) >= 0)
  return second < 0 ? -1 : firstAs(marks, second)
}
