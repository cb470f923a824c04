import type { CslItem } from '../../../schemas/paper.ts'
import { plainName } from '../citations/author-year.ts'
import type { Reference } from '../citations/model.ts'

/** What a registry says of a printed reference. `web-page` was not looked up; `unreachable` is an outage and no absence. */
export const lookupOutcomes = ['agrees', 'differs', 'other-work', 'not-found', 'web-page', 'unreachable'] as const
export type LookupOutcome = (typeof lookupOutcomes)[number]

/** A field that is printed otherwise than the registry has it. */
export interface FieldDifference {
  field: 'title' | 'author' | 'year'
  printed: string
  found: string
}

/** Likeness of titles below which an identifier belongs to another work, and from which on two titles are one. */
const [otherTitle, sameTitle] = [0.35, 0.75]
/** Years between the day online and the issue. */
const yearsApart = 1

/** Compares a printed reference with the record that its identifier leads to. What is not printed is not compared. */
export function compareReference(
  printed: Pick<Reference, 'title' | 'author' | 'year'>,
  found: Omit<CslItem, 'id'>,
): { outcome: 'agrees' | 'differs' | 'other-work'; fields: FieldDifference[] } {
  const fields: FieldDifference[] = []
  const likeness = printed.title && found.title ? titleLikeness(printed.title, found.title) : 1
  if (likeness < otherTitle)
    return { outcome: 'other-work', fields: [{ field: 'title', printed: printed.title!, found: found.title }] }
  if (likeness < sameTitle) fields.push({ field: 'title', printed: printed.title!, found: found.title })
  const year = found.issued?.['date-parts'][0][0]
  if (printed.year !== null && year !== undefined && Math.abs(printed.year - year) > yearsApart)
    fields.push({ field: 'year', printed: String(printed.year), found: String(year) })
  const names = found.author.map((name) => ('family' in name ? name.family : name.literal))
  const author = printed.author === null ? '' : plainName(printed.author)
  if (author !== '' && names.length > 0 && !names.some((name) => alike(author, plainName(name))))
    fields.push({ field: 'author', printed: printed.author!, found: names[0]! })
  return { outcome: fields.length > 0 ? 'differs' : 'agrees', fields }
}

function alike(one: string, other: string): boolean {
  return one === other || (Math.min(one.length, other.length) >= 3 && (one.includes(other) || other.includes(one)))
}

/** Likeness of two titles, 0 to 1: shared words of all; a title that was cut is compared as far as it goes. */
export function titleLikeness(one: string, other: string): number {
  const cut = /(?:…|\.\.\.)\s*$/
  const [a, b] = [words(one), words(other)]
  if (a.length === 0 || b.length === 0) return 1
  const short = cut.test(one) ? a.length : cut.test(other) ? b.length : Number.POSITIVE_INFINITY
  const [left, right] = [new Set(a.slice(0, short)), new Set(b.slice(0, short))]
  const shared = [...left].filter((word) => right.has(word)).length
  // Sub-titles are often left out, in one or the other.
  const least = Math.min(left.size, right.size)
  return least >= 4 ? shared / least : (2 * shared) / (left.size + right.size)
}

function words(title: string): string[] {
  return (
    title
      .normalize('NFKD')
      .replace(/\p{M}+/gu, '')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu)
      ?.filter((word) => word.length > 2) ?? []
  )
}
