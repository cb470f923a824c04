import type { PastPaper } from '../../schemas/change.ts'
import type { Paper } from '../../schemas/paper.ts'
import { spokenTitle } from '../papers/spoken-title.ts'

/** What is kept of a paper for the time when its own file is gone. */
export function pastPaper({ csl, ids }: Paper): PastPaper {
  const people = csl.author.length > 0 ? csl.author : (csl.editor ?? [])
  const names = people.map((person) => ('family' in person ? person.family : person.literal))
  return {
    title: csl.title,
    authors: names.length > 2 ? `${names[0]} et al.` : names.join(' & '),
    year: csl.issued?.['date-parts'][0][0] ?? null,
    doi: ids.doi ?? null,
  }
}

/** A paper in a sentence: "Lacerda et al. 2019 (10.1056/nejmoa1710775)"; by its title where it has no author. */
export function paperName(paper: PastPaper): string {
  const who = paper.authors || (spokenTitle(paper.title) ?? 'a paper without named authors')
  return `${who}${paper.year === null ? '' : ` ${paper.year}`}${paper.doi ? ` (${paper.doi})` : ''}`
}

/** Names in a row, at most five of them. */
export function listed(names: readonly string[]): string {
  const shown = names.slice(0, 5)
  const more = names.length - shown.length
  return more > 0 ? `${shown.join('; ')}; and ${more} more` : shown.join('; ')
}

/** A confidence as pages print it. */
export function percent(confidence: number | null): string {
  return confidence === null ? 'no number' : `${Math.round(confidence * 100)} %`
}
