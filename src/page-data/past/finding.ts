import { readChanges } from '../content/noted.ts'
import { shown } from '../content/shown.ts'
import type { SiteIndex } from '../content/site-index.ts'
import { claimHref, findingHref, reportHref } from '../links.ts'
import { type ChangeRow, historyOf } from '../lists/changes.ts'
import { dayWords, sentence } from '../words.ts'

/** Standing words of the page of a finding that is gone. */
export const goneFindingWords = {
  eyebrow: 'a finding that was here',
  into: 'Its claims are part of another finding now:',
  now: 'Its claims stand on their own now, or under other findings. The question tells what is found today:',
  history: 'History',
} as const

/** A finding that is no longer one: its claims were taken apart, or went. */
export interface GoneFindingPage {
  path: string
  text: string
  since: { title: string; reason: string }
  /** The finding that holds its claims now, where there is one. */
  now: { text: string; href: string } | null
  report: { title: string; href: string }
  history: ChangeRow[]
}

/** The model of the page of a finding that is gone; its address answers for as long as its question has a history. */
export async function goneFindingPage(id: string, slug: string, index: SiteIndex): Promise<GoneFindingPage> {
  const history = (await readChanges(slug))!
  const own = history.changes.filter(({ subject }) => subject === id)
  const removal = own.find(({ kind }) => kind === 'finding-removed')
  const because = removal ?? own[0] ?? history.changes.find(({ kind }) => kind === 'report-removed')
  const report = index.reports.get(slug)
  return {
    path: findingHref(id),
    text: shown(own.find(({ before }) => before !== null)?.before ?? own.find(({ after }) => after)?.after ?? id),
    since: {
      title: `This finding was taken apart${because ? ` on ${dayWords(because.day)}` : ''}`,
      reason: sentence(because?.cause ?? 'Nobody noted why'),
    },
    now: into(removal?.into, index),
    report: { title: report?.title ?? shown(history.title ?? slug), href: reportHref(slug) },
    history: await historyOf(id, slug, index),
  }
}

function into(id: string | undefined, { findings, claims }: SiteIndex): GoneFindingPage['now'] {
  const finding = findings.get(id ?? '')
  if (finding) return { text: finding.text, href: findingHref(finding.id) }
  const claim = claims.get(id ?? '')
  return claim ? { text: claim.text, href: claimHref(claim.id) } : null
}
