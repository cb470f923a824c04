import type { Verdict } from '../../schemas/claim.ts'
import { sureWords } from '../claim/view.ts'
import type { ClaimEntry } from '../content/entries.ts'
import type { PageOf } from '../content/pages-of.ts'
import type { Listed, SiteIndex } from '../content/site-index.ts'
import { claimHref, reportHref } from '../links.ts'
import { verdictWords } from '../words.ts'
import { type ListPage, paged } from './list-page.ts'

/** A claim in the list of all claims. */
export interface ClaimRow {
  href: string
  text: string
  verdict: Verdict
  word: string
  sure: string | null
  report: { title: string; href: string }
}

/** The model of a page of the list of all claims. */
export function claimsPage(page: PageOf<Listed<ClaimEntry>>, { reports }: SiteIndex): ListPage<ClaimRow> {
  const title = paged('Claims', page)
  const rows = page.rows.map(({ id, text, verdict, confidence, slug }) => ({
    ...{ href: claimHref(id), text, verdict, word: verdictWords[verdict].word },
    sure: sureWords({ verdict, confidence }),
    report: { title: reports.get(slug)!.title, href: reportHref(slug) },
  }))
  return {
    ...{ title, heading: title, page: { ...page, rows } },
    lead: 'Single sentences of papers, by question. What several papers speak to is listed under [findings](/findings/).',
    description: 'Every claim of this site with its verdict.',
    empty: 'There are no claims yet.',
  }
}
