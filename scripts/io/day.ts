import { TouchstoneError } from '../../src/core/errors.ts'

/**
 * The day that a command works on: what `--date` says, else today in UTC.
 * @throws TouchstoneError `usage` where it is no day of the calendar
 */
export function dayOf(date?: string): string {
  const day = date ?? new Date().toISOString().slice(0, 10)
  const time = Date.parse(`${day}T00:00:00Z`)
  if (/^\d{4}-\d\d-\d\d$/.test(day) && !Number.isNaN(time) && new Date(time).toISOString().startsWith(day)) return day
  throw new TouchstoneError('usage', `"${day}" is not a day`, { where: '--date', next: 'Write it YYYY-MM-DD.' })
}

/** The clock by which the age of kept answers is told, in milliseconds since 1970: noon of the day that `--date` fixes, else the real one. */
export function clockOf(date?: string): () => number {
  if (date === undefined) return Date.now
  const fixed = Date.parse(`${date}T12:00:00Z`)
  return () => fixed
}
