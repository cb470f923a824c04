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
