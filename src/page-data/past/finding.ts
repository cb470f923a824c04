import { readChanges } from '../content/noted.ts'
import { shown } from '../content/shown.ts'
import type { SiteIndex } from '../content/site-index.ts'
import { findingHref, reportHref } from '../links.ts'
import { type ChangeRow, historyOf } from '../lists/changes.ts'
import { dayWords, sentence } from '../words.ts'

/** Standing words of the page of a finding that is gone. */
export const goneFindingWords = {
  eyebrow: 'a finding that was here',
  now: 'Its claims stand on their own now, or under other findings. The question tells what is found today:',
  history: 'History',
} as const

/** A finding that is no longer one: its claims were taken apart, or went. */
export interface GoneFindingPage {
  path: string
  text: string
  since: { title: string; reason: string }
  report: { title: string; href: string }
  history: ChangeRow[]
}

/** The model of the page of a finding that is gone; its address answers for as long as its question has a history. */
export async function goneFindingPage(id: string, slug: string, index: SiteIndex): Promise<GoneFindingPage> {
  const history = (await readChanges(slug))!
  const own = history.changes.filter(({ subject }) => subject === id)
  const because = own[0] ?? history.changes.find(({ kind }) => kind === 'report-removed')
  const report = index.reports.get(slug)
  return {
    path: findingHref(id),
    text: shown(own.find(({ before }) => before !== null)?.before ?? own.find(({ after }) => after)?.after ?? id),
    since: {
      title: `This finding was taken apart${because ? ` on ${dayWords(because.day)}` : ''}`,
      reason: sentence(because?.cause ?? 'Nobody noted why'),
    },
    report: { title: report?.title ?? shown(history.title ?? slug), href: reportHref(slug) },
    history: await historyOf(id, slug, index),
  }
}
