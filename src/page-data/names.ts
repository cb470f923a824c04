import type { CslItem, CslName } from '../schemas/paper.ts'
import { shown } from './content/shown.ts'

/** A person's or group's whole name. */
export function fullName(person: CslName): string {
  if ('literal' in person) return shown(person.literal)
  return shown([person.given, person.family, person.suffix].filter(Boolean).join(' '))
}

/** Who wrote it, short: "Lacerda et al.", "Rodrigo & Dow", "Anonymous". */
export function shortAuthors(csl: Pick<CslItem, 'author' | 'editor'>): string {
  const people = csl.author.length ? csl.author : (csl.editor ?? [])
  const first = people.slice(0, 2).map((person) => shown('family' in person ? person.family : person.literal))
  if (people.length === 0) return 'Anonymous'
  if (people.length > 2) return `${first[0]} et al.`
  return first.join(' & ')
}

/** Year of publication, or null where the record gives none. */
export function yearOf(csl: Pick<CslItem, 'issued'>): number | null {
  return csl.issued?.['date-parts'][0][0] ?? null
}

/** "Lacerda et al. 2019"; "n.d." where there is no year. */
export function shortName(csl: Pick<CslItem, 'author' | 'editor' | 'issued'>): string {
  return `${shortAuthors(csl)} ${yearOf(csl) ?? 'n.d.'}`
}

/** Title for readers; says so where the record has none. */
export function titleOf(csl: Pick<CslItem, 'title'>): string {
  return shown(csl.title).trim() || 'Untitled record'
}
