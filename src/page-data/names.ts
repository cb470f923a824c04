import { isOthers } from '../core/papers/names.ts'
import type { CslItem, CslName } from '../schemas/paper.ts'
import { shortened, shown } from './content/shown.ts'

/** A person's or group's whole name. */
export function fullName(person: CslName): string {
  if ('literal' in person) return shown(person.literal)
  return shown([person.given, person.family, person.suffix].filter(Boolean).join(' '))
}

/** Who wrote it, short: "Lacerda et al.", "Rodrigo & Dow", "Anonymous". */
export function shortAuthors(csl: Pick<CslItem, 'author' | 'editor'>): string {
  const all = csl.author.length ? csl.author : (csl.editor ?? [])
  const people = all.filter((name) => !isOthers(name))
  const first = people.slice(0, 2).map((person) => shown('family' in person ? person.family : person.literal))
  if (people.length === 0) return 'Anonymous'
  if (people.length > 2 || people.length < all.length) return `${first[0]} et al.`
  return first.join(' & ')
}

/** Year of publication, or null where the record gives none. */
export function yearOf(csl: Pick<CslItem, 'issued'>): number | null {
  return csl.issued?.['date-parts'][0][0] ?? null
}

/** "Lacerda et al. 2019", "Ora & Lee 2009a" where a report has two of them; "n.d." where there is no year. */
export function shortName(csl: Pick<CslItem, 'author' | 'editor' | 'issued' | 'dated' | 'year-suffix'>): string {
  const when = yearOf(csl) ?? (csl.dated ? shown(csl.dated) : 'n.d.')
  return `${shortAuthors(csl)} ${when}${csl['year-suffix'] ?? ''}`
}

/** Letters of a title that pages show, more than the longest of real works have; the data hold it whole. */
const longestTitle = 600

/** Title for readers, cut where it is longer than any real one; says so where the record has none. */
export function titleOf({ title }: Pick<CslItem, 'title'>): string {
  const whole = shown(title).trim()
  return whole.length > longestTitle ? shortened(whole, longestTitle) : whole || 'Untitled record'
}
