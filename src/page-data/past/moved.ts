import type { SiteIndex } from '../content/site-index.ts'
import { claimHref, claimStateHref, ledgerHref, paperHref, reportHref } from '../links.ts'

/** A page that sends its reader on. */
export interface MovedPage {
  /** What is at the new address. */
  title: string
  why: string
  path: string
  to: { words: string; href: string }
}

const moved = (title: string, why: string, path: string, href: string): MovedPage => ({
  ...{ title, why, path, to: { words: 'Go there.', href } },
})

/** The permalink of a claim that stands as it was cited. */
export function claimMoved(id: string, hash: string, { claims }: SiteIndex): MovedPage {
  const why = 'The claim stands as it did when it was cited under this address.'
  return moved(claims.get(id)!.text, why, claimStateHref(id, hash), claimHref(id))
}

/** A paper that was joined with another. */
export function paperMoved(id: string, joined: string, { papers }: SiteIndex): MovedPage {
  const why = 'Another record turned out to be the same work.'
  return moved(papers.get(joined)!.title, why, paperHref(id), paperHref(joined))
}

/** The ledger of a report that is gone. */
export function ledgerMoved(slug: string, { reports, histories }: SiteIndex): MovedPage {
  const title = reports.get(slug)?.title ?? histories.get(slug)!.title
  return moved(title, 'The report of this ledger was taken down.', ledgerHref(slug), reportHref(slug))
}
