import { doiUrl } from '../../core/doi.ts'
import { type ChangeRow, historyOf } from '../changes-page.ts'
import { claimHref, reportHref } from '../links.ts'
import { readChanges } from '../reader.ts'
import { shown } from '../shown.ts'
import type { SiteIndex } from '../site-index.ts'

/** The page of a paper that no question meets any more: what is kept of it, and why it went. */
export interface GonePaperPage {
  title: string
  authors: string
  year: number | null
  doi: { text: string; url: string } | null
  history: ChangeRow[]
  questions: { title: string; href: string }[]
  /** Claims of the past that named it. */
  claims: { href: string; text: string }[]
}

/** The model of the page of a paper that is gone; `slugs` are the questions whose history names it. */
export async function gonePaperPage(id: string, slugs: readonly string[], index: SiteIndex): Promise<GonePaperPage> {
  const histories = await Promise.all(slugs.map(async (slug) => (await readChanges(slug))!))
  const kept = histories[0]!.papers[id]!
  const claims = histories.flatMap(({ versions }) =>
    Object.entries(versions).flatMap(([claim, states]) => {
      const named = states.find(({ claim: { sources, evidence } }) =>
        [...sources, ...evidence].some(({ paper }) => paper === id),
      )
      return named ? [{ href: claimHref(claim), text: shown(named.claim.text) }] : []
    }),
  )
  const rows = await Promise.all(slugs.map((slug) => historyOf(id, slug, index)))
  return {
    title: shown(kept.title),
    authors: shown(kept.authors),
    year: kept.year,
    doi: kept.doi ? { text: shown(kept.doi), url: doiUrl(kept.doi) } : null,
    history: rows.flat(),
    questions: histories.map(({ question, title }) => ({
      title: index.reports.get(question)?.title ?? shown(title ?? question),
      href: reportHref(question),
    })),
    claims,
  }
}
