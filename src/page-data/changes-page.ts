import type { Change } from '../schemas/change.ts'
import type { ReportEntry } from './entries.ts'
import { claimHref, paperHref, reportHref } from './links.ts'
import { listNames, readChanges } from './reader.ts'
import { shown } from './shown.ts'
import type { SiteIndex } from './site-index.ts'
import { dayWords } from './words.ts'

/** A change as it is printed. */
export interface ChangeRow {
  day: string
  dayWords: string
  kind: string
  cause: string
  before: string | null
  after: string | null
  subject: { text: string; href: string | null }
  question: { text: string; href: string }
}

const kindWords: Readonly<Record<Change['kind'], string>> = {
  'claim-added': 'Claim added',
  'claim-removed': 'Claim removed',
  'claim-reworded': 'Claim reworded',
  'verdict-changed': 'Verdict changed',
  'confidence-moved': 'Confidence moved',
  'paper-added': 'Paper added',
  'paper-removed': 'Paper removed',
  'paper-retracted': 'Paper retracted',
  'paper-corrected': 'Paper corrected',
  'score-changed': 'Score changed',
  'report-added': 'Report added',
}

/** Every recorded change of the site, newest first. */
export async function allChanges(index: SiteIndex): Promise<ChangeRow[]> {
  const rows: ChangeRow[] = []
  for (const slug of await listNames('changes')) {
    const report = index.reports.get(slug)
    if (!report) continue
    for (const change of (await readChanges(slug))?.changes ?? []) rows.push(changeRow(change, slug, report, index))
  }
  return rows.sort((a, b) => (a.day > b.day ? -1 : a.day < b.day ? 1 : 0))
}

function changeRow(change: Change, slug: string, report: ReportEntry, index: SiteIndex): ChangeRow {
  return {
    day: change.day,
    dayWords: dayWords(change.day),
    kind: kindWords[change.kind],
    cause: shown(change.cause),
    before: change.before === null ? null : shown(change.before),
    after: change.after === null ? null : shown(change.after),
    subject: subjectOf(change.subject, index),
    question: { text: report.title, href: reportHref(slug) },
  }
}

function subjectOf(id: string, { claims, papers }: SiteIndex): ChangeRow['subject'] {
  const claim = claims.get(id)
  if (claim) return { text: claim.text, href: claimHref(id) }
  const paper = papers.get(id)
  if (paper) return { text: paper.title, href: paperHref(id) }
  return { text: shown(id), href: null }
}
