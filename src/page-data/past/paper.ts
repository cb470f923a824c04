import { doiUrl } from '../../core/papers/doi.ts'
import { readChanges } from '../content/noted.ts'
import { shown } from '../content/shown.ts'
import type { SiteIndex } from '../content/site-index.ts'
import { claimHref, paperHref, reportHref } from '../links.ts'
import { type ChangeRow, historyOf } from '../lists/changes.ts'

/** Headings and standing words of the page of a paper that is gone. */
export const gonePaperWords = {
  eyebrow: 'A paper that was recorded here',
  notice: '**No question here meets it any more.** What is said of it below is history.',
  claims: 'Claims that named it',
  questions: 'Questions that met it',
  history: 'What happened',
} as const

/** The page of a paper that no question meets any more: what is kept of it, and why it went. */
export interface GonePaperPage {
  path: string
  title: string
  /** Authors and year. */
  by: string
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
    path: paperHref(id),
    title: shown(kept.title),
    by: [shown(kept.authors), kept.year].filter(Boolean).join(', '),
    doi: kept.doi ? { text: shown(kept.doi), url: doiUrl(kept.doi) } : null,
    history: rows.flat(),
    questions: histories.map(({ question, title }) => ({
      title: index.reports.get(question)?.title ?? shown(title ?? question),
      href: reportHref(question),
    })),
    claims,
  }
}
