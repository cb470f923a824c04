import { readChanges } from '../content/noted.ts'
import { shown } from '../content/shown.ts'
import { type SiteIndex, siteIndex } from '../content/site-index.ts'
import { atomFeed, type FeedOf, jsonFeed } from '../exports/feeds.ts'
import { claimHref, reportHref } from '../links.ts'
import { changesOf } from '../lists/changes.ts'
import { settings } from '../settings.ts'
import { dayWords, sentence, verdictWords } from '../words.ts'
import type { GoneReportPage } from './gone-report-model.ts'

/** The model of the page of a report that is gone. */
export async function goneReportPage(slug: string, index: SiteIndex): Promise<GoneReportPage> {
  const history = (await readChanges(slug))!
  const removal = history.changes.find(({ kind }) => kind === 'report-removed')
  const on = removal ? ` on ${dayWords(removal.day)}` : ''
  return {
    path: reportHref(slug),
    title: shown(history.title ?? slug),
    since: { title: `This report was taken down${on}`, reason: sentence(removal?.cause ?? 'Nobody noted why') },
    claims: Object.entries(history.versions).flatMap(([id, states]) => {
      const last = states[0]
      if (!last || (removal && last.until !== removal.day)) return []
      const { text, verdict } = last.claim
      return [{ href: claimHref(id), text: shown(text), verdict, word: verdictWords[verdict].word }]
    }),
    history: await changesOf(slug, index),
  }
}

/** The files of a report that is gone: whoever follows its feeds learns that it was taken down. */
export const goneReportFiles: Readonly<Record<string, (slug: string) => Promise<string>>> = {
  'feed.xml': async (slug) => atomFeed(await feedOf(slug), await settings()),
  'feed.json': async (slug) => jsonFeed(await feedOf(slug), await settings()),
}

async function feedOf(slug: string): Promise<FeedOf> {
  const { title, path, history } = await goneReportPage(slug, await siteIndex())
  return { title, path, day: history[0]?.day ?? '1970-01-01', rows: history }
}
