import type { CslItem } from '../../schemas/paper.ts'
import type { Reference } from './citations/model.ts'

/** What a reference needs to be written into a list. */
export type Listed = Pick<Reference, 'n' | 'title' | 'author' | 'year' | 'doi' | 'pmid' | 'pmcid' | 'url' | 'text'>

/** A reference as an item for reference managers: as a registry has it where it was found there, else as it is printed. */
export function correctedItem(reference: Listed, found: Omit<CslItem, 'id'> | null): CslItem {
  const id = `ref${reference.n}`
  if (found) return { ...found, id }
  const { title, author, year, doi, pmid, pmcid, url, text } = reference
  return {
    id,
    type: url && !doi && !pmid && !pmcid ? 'webpage' : 'article-journal',
    title: title ?? text,
    author: author ? [{ family: author }] : [],
    ...(year ? { issued: { 'date-parts': [[year]] } } : {}),
    ...(doi ? { DOI: doi } : {}),
    ...(pmid ? { PMID: pmid } : {}),
    ...(pmcid ? { PMCID: pmcid } : {}),
    ...(url && /^https?:/i.test(url) ? { URL: url } : {}),
  }
}
