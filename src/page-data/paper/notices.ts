import { doiUrl } from '../../core/papers/doi.ts'
import type { Paper } from '../../schemas/paper.ts'
import { shown } from '../content/shown.ts'
import { paperHref } from '../links.ts'

/** A link to a paper that belongs to the one of the page: its words, and the title or DOI that is linked. */
export interface Related {
  words: string
  text: string
  href: string
}

/** What is held, as far as notices ask for it. */
interface Held {
  papers: { get(id: string): { id: string; title: string } | undefined }
  noticesOfPaper: { get(id: string): readonly string[] | undefined }
}

const kinds = { retraction: 'retraction', concern: 'expression of concern', correction: 'correction' } as const

/** From a notice to its work, by its DOI where that is not held, and from a work to the notices about it. */
export function noticeLinks({ id, notice }: Pick<Paper, 'id' | 'notice'>, { papers, noticesOfPaper }: Held): Related[] {
  const about = (noticesOfPaper.get(id) ?? []).flatMap((other) => papers.get(other) ?? [])
  const back = about.map((known) => ({ words: 'A notice about it is', text: known.title, href: paperHref(known.id) }))
  if (!notice) return back
  const words = `This is a notice of ${kinds[notice.kind]}; its work is`
  const work = notice.paper ? papers.get(notice.paper) : undefined
  if (work) return [{ words, text: work.title, href: paperHref(work.id) }, ...back]
  const doi = notice.of?.doi
  return doi ? [{ words, text: shown(doi), href: doiUrl(doi) }, ...back] : back
}
