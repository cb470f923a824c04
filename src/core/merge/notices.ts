import type { Paper, Standing } from '../../schemas/paper.ts'
import type { NoticeKind } from '../papers/notices.ts'
import type { SourceRecord } from '../papers/record.ts'
import { isGraver } from '../papers/standing-rank.ts'
import { fingerprint } from './keys.ts'
import { titleLikeness } from './title-likeness.ts'

/** What a notice makes of the work that it speaks of. */
const statesOf: Readonly<Record<NoticeKind, Standing['state']>> = {
  retraction: 'retracted',
  concern: 'concern',
  correction: 'corrected',
}
/** Shorter titles stand in others by chance. */
const shortestInside = 25
const alike = 0.9

/** The standing that a record gives its work: its own, or that of the notice which stands in the place of the article. */
export function standingOfRecord(record: SourceRecord): Standing | undefined {
  const by = record.source === 'library' ? { record: record.id } : {}
  const told = record.standing ? { ...record.standing, ...by } : undefined
  if (told || !record.notice?.sure) return told
  return { state: statesOf[record.notice.kind], source: record.source, ...by }
}

/** The notice that a work is: all of its records say so, and it does not name itself. */
export function noticeOf(records: readonly SourceRecord[], doi: string | undefined): SourceRecord['notice'] {
  const notices = records.flatMap(({ notice }) => notice ?? [])
  if (notices.length < records.length) return undefined
  const inPlace = notices.some(({ of }) => of?.doi !== undefined && of.doi === doi)
  return inPlace ? undefined : (notices.find(({ of }) => of !== undefined) ?? notices[0])
}

/** A work with the notice that its records are, while it is not known whether the work that it names is held. */
export interface MaybeNotice {
  paper: Paper
  notice: SourceRecord['notice']
  source: string
  record: string
}

/**
 * Links notices to the works that they name, and tells these works so. What only may be a notice, as "Withdrawal of …",
 * is one if a work of that title is held.
 */
export function linkNotices(works: readonly MaybeNotice[]): void {
  if (!works.some(({ notice }) => notice)) return
  const articles = works.filter(({ notice }) => notice === undefined || !notice.sure)
  const prints = articles.map(({ paper }) => ({ paper, print: printOf(paper) }))
  for (const { paper, notice, source, record } of works) {
    if (!notice) continue
    const target = targetOf(notice, paper, prints)
    if (!notice.sure && !target) continue
    paper.notice = {
      kind: notice.kind,
      ...(notice.of ? { of: notice.of } : {}),
      ...(target ? { paper: target.id } : {}),
    }
    paper.standing = { state: 'unchecked' }
    if (!target) continue
    const said: Standing = {
      state: statesOf[notice.kind],
      source,
      record,
      ...(paper.ids.doi ? { notice: paper.ids.doi } : {}),
    }
    if (isGraver(said, target.standing)) target.standing = said
  }
}

type Held = { paper: Paper; print: ReturnType<typeof printOf> }

function targetOf(notice: NonNullable<SourceRecord['notice']>, self: Paper, held: readonly Held[]): Paper | undefined {
  const others = held.filter(({ paper }) => paper !== self)
  const { doi, pmid, title } = notice.of ?? {}
  const named = others.find(
    ({ paper }) => (doi !== undefined && paper.ids.doi === doi) || (pmid !== undefined && paper.ids.pmid === pmid),
  )
  if (named) return named.paper
  if (title === undefined) return undefined
  const about = fingerprint(recordOf({ ...self, csl: { ...self.csl, title } }))
  const found = others.filter(
    ({ print }) =>
      titleLikeness(print, about) >= alike ||
      (print.tight.length >= shortestInside && about.tight.includes(print.tight)),
  )
  const earlier = found.filter(({ print }) => print.year === null || about.year === null || print.year <= about.year)
  const same = earlier.filter(({ print }) => print.journal.join() === about.journal.join())
  const left = same.length > 0 ? same : earlier
  return left.length === 1 ? left[0]!.paper : undefined
}

function printOf(paper: Paper): ReturnType<typeof fingerprint> {
  return fingerprint(recordOf(paper))
}

function recordOf({ csl, ids }: Paper): SourceRecord {
  return { id: csl.id, source: '', csl, ids, text: null }
}
