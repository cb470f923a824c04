import { fallsOn } from '../../src/core/days.ts'
import { TouchstoneError } from '../../src/core/errors.ts'
import type { Site } from '../../src/schemas/site.ts'

/** What the machines of a night are told. */
export interface Plan {
  /** Day of the night, the same on every machine. */
  day: string
  /** Numbers of the parts, from 1; empty where nobody is asked tonight, or one machine does. */
  parts: number[]
  of: number
}

/** Most parts: GitHub's own limit for a matrix (https://docs.github.com/actions/reference/limits). */
const mostParts = 256

/**
 * Parts the questions of a night among machines: no more machines than questions.
 * @throws TouchstoneError `usage` where the number of machines is none
 */
export function planNight(said: string, questions: number, day: string, site: Site, scheduled: boolean): Plan {
  const wanted = Number(said)
  if (!/^\d+$/.test(said) || wanted < 1 || wanted > mostParts)
    throw new TouchstoneError('usage', `"${said}" is no number of machines`, {
      where: 'TOUCHSTONE_MACHINES',
      next: `Give a number from 1 to ${mostParts}.`,
    })
  const of = Math.min(wanted, questions)
  const asked = !scheduled || fallsOn(site.nightly.schedule, day)
  return { day, of, parts: asked && of > 1 ? Array.from({ length: of }, (_, at) => at + 1) : [] }
}
