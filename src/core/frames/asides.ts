import { isIn } from './lists.ts'
import type { Mark } from './marks.ts'
import { signOf } from './turns.ts'

const farthest = 14

/** End of what a sentence concedes before it says what was found: "Although costs rose, …". */
export function concededTo(marks: readonly Mark[]): number {
  const at = /^(?:although|though|while|whereas)$/.test(marks[0]?.word ?? '')
    ? 0
    : marks[0]?.word === 'even' && marks[1]?.word === 'though'
      ? 1
      : -1
  if (at < 0 || !marks.slice(at, at + farthest).some(({ pos }) => pos === 'VERB' || pos === 'AUX')) return 0
  const pause = marks.findIndex((mark, place) => place > at + 2 && mark.pause)
  return pause > 0 && pause < marks.length - 2 ? pause : 0
}

/** Where another statement with a verb of its own begins behind the predicate. */
export function asideFrom(marks: readonly Mark[], predicate: number): number {
  const at = marks.findIndex((mark, place) => {
    if (place <= predicate || predicate < 0) return false
    if (/^(?:but|whereas|although|though|while|however)$/.test(mark.word)) return true
    if (mark.word !== 'and') return false
    if (goesOn(marks, place + 1) && marks.slice(predicate, place).some(tells)) return true
    const next = marks.slice(place + 1, place + 7)
    const verb = next.findIndex((one, step) => one.pos === 'AUX' || turnsBehind(marks, place + 1 + step))
    return verb > 0 && next.slice(0, verb).some(({ pos }) => pos === 'NOUN' || pos === 'PROPN')
  })
  return at < 0 ? marks.length : at
}

/** "… and was", "… and had", "… and significantly reduced": the subject goes on to another statement. */
function goesOn(marks: readonly Mark[], at: number): boolean {
  const next = marks[marks[at]?.pos === 'ADV' ? at + 1 : at]
  return next !== undefined && !next.pause && (next.pos === 'AUX' || isWay(next))
}

/** A verb of direction behind the noun that is its subject: "and runoff decreased". */
function turnsBehind(marks: readonly Mark[], at: number): boolean {
  const [mark, before] = [marks[at]!, marks[at - 1]!]
  return isWay(mark) && /^(?:NOUN|PROPN)$/.test(before.pos) && marks[at + 1]?.word !== 'by' && !mark.joined
}

/** Whether a word may tell a finding by itself, so that another begins behind it. */
function tells(mark: Mark): boolean {
  return signOf(mark) !== 0 || mark.pos === 'AUX' || isIn('link', mark) || isIn('alike', mark) || isIn('cause', mark)
}

function isWay(mark: Mark): boolean {
  return mark.pos === 'VERB' && signOf(mark) !== 0 && !/ing$/.test(mark.word)
}
