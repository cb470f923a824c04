import { saysNothing } from '../../src/core/papers/absent.ts'
import { plainText } from '../../src/core/text/plain-text.ts'
import type { CslItem } from '../../src/schemas/paper.ts'
import { at, list, text } from './json.ts'

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** A date in the parts that are known; undefined where the year is none. */
export function dateOf(year: unknown, month?: unknown, day?: unknown): CslItem['issued'] {
  const years = /^\s*(\d{4})\b/.exec(text(year))?.[1]
  if (years === undefined || Number(years) < 1400 || Number(years) > 2200) return undefined
  const parts = [Number(years)]
  const months = monthOf(text(month))
  const days = /^\d{1,2}$/.test(text(day)) ? Number(text(day)) : 0
  if (months > 0) parts.push(months)
  if (months > 0 && days >= 1 && days <= 31) parts.push(days)
  return { 'date-parts': [parts] }
}

/** A date written `2020`, `2020-05`, `2020-05-17`, `2020-05-17T00:00:00Z`, `2020/05`, `2020 May 17`, `1998 Dec-1999 Jan`, or the year in `May 2020`. */
export function dateOfText(value: unknown): CslItem['issued'] {
  const plain = text(value)
  const iso = /^(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?(?!\d)(?=$|[T\s/;,-])/.exec(plain)
  if (iso?.[2] !== undefined) return dateOf(iso[1], iso[2], iso[3])
  const spelled = /^(\d{4})\s+([A-Za-z]{3})[a-z]*(?:\s+(\d{1,2}))?/.exec(plain)
  if (spelled) return dateOf(spelled[1], spelled[2], spelled[3])
  return dateOf(iso?.[1] ?? /(?<!\d)(1[4-9]\d{2}|2[01]\d{2})(?!\d)/.exec(plain)?.[1])
}

/** A CSL date: `date-parts` with numbers or texts, or `raw` or `literal`. */
export function dateOfCsl(value: unknown): CslItem['issued'] {
  const written = list(at(value, 'date-parts'))
  const parts = typeof written[0] === 'object' ? list(written[0]) : written
  return (
    dateOf(parts[0], parts[1], parts[2]) ??
    dateOfText(at(value, 'raw')) ??
    dateOfText(at(value, 'literal')) ??
    dateOfText(value)
  )
}

const longestSaid = 40

/** What a field says of a date without naming a year, as "in press" or "199X"; undefined where one of the fields names a year or none says anything. */
export function dateSaid(...fields: readonly unknown[]): string | undefined {
  const written = fields.map((field) => plainText(text(field))).filter((said) => said !== '' && !saysNothing(said))
  if (written.some((said) => dateOfText(said) !== undefined)) return undefined
  return written.find(
    (said) =>
      said.length <= longestSaid &&
      (/\p{L}{2}/u.test(said) || /^\d{1,3}[Xx?-]{1,3}$/.test(said)) &&
      !/^n\.?\s?d\.?$|^no date$/i.test(said),
  )
}

function monthOf(value: string): number {
  if (/^\d{1,2}$/.test(value)) return Number(value) <= 12 ? Number(value) : 0
  return months.indexOf(value.slice(0, 3).toLowerCase()) + 1
}

/** A date whose year is also given by itself: where the two disagree, the year counts. */
export function dateWithYear(year: unknown, date: unknown): CslItem['issued'] {
  const alone = dateOf(year)
  const whole = dateOfText(date)
  if (alone === undefined) return whole
  return whole?.['date-parts'][0][0] === alone['date-parts'][0][0] ? whole : alone
}
