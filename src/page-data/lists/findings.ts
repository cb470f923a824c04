import { counted } from '../../core/text/counts.ts'
import type { Verdict } from '../../schemas/claim.ts'
import type { FindingEntry } from '../content/entries.ts'
import type { PageOf } from '../content/pages-of.ts'
import type { Listed, SiteIndex } from '../content/site-index.ts'
import { certaintyWords } from '../finding/certainty.ts'
import { findingHref, reportHref } from '../links.ts'
import { verdictWords } from '../words.ts'
import { type ListPage, paged } from './list-page.ts'

/** A finding in the list of all findings that papers share. */
export interface FindingRow {
  href: string
  text: string
  verdict: Verdict
  word: string
  certainty: string | null
  papers: string
  report: { title: string; href: string }
}

/** The model of a page of the list of all findings that papers share. */
export function findingsPage(page: PageOf<Listed<FindingEntry>>, { reports }: SiteIndex): ListPage<FindingRow> {
  const title = paged('Findings', page)
  const rows = page.rows.map(({ id, text, verdict, certainty, papers, slug }) => ({
    ...{ href: findingHref(id), text, verdict, word: verdictWords[verdict].word },
    certainty: certainty && certaintyWords[certainty],
    papers: counted(papers, 'paper'),
    report: { title: reports.get(slug)!.title, href: reportHref(slug) },
  }))
  return {
    ...{ title, heading: title, page: { ...page, rows } },
    lead: 'What several papers speak to, for it or against it. What one paper alone says is listed under [claims](/claims/).',
    description: 'Every finding of this site that several papers speak to, with its verdict.',
    empty:
      'Of no two papers could comparing tell yet that they speak of the same thing. What each says alone is listed under [claims](/claims/).',
  }
}
