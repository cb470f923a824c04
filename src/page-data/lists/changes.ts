import { counted } from '../../core/text/counts.ts'
import type { Change } from '../../schemas/change.ts'
import { listNames, readChanges } from '../content/noted.ts'
import { type PageOf, pagesOf } from '../content/pages-of.ts'
import { shown } from '../content/shown.ts'
import type { SiteIndex } from '../content/site-index.ts'
import { claimHref, findingHref, href, paperHref, reportHref } from '../links.ts'
import { dayWords, sentence } from '../words.ts'
import { type ListPage, paged } from './list-page.ts'

/** A change as it is printed. */
export interface ChangeRow {
  day: string
  dayWords: string
  kind: string
  /** What the change is of. */
  of: 'claim' | 'finding' | 'paper' | 'report'
  cause: string
  /** "from supported to disputed"; empty where there is nothing to compare. */
  turn: string
  subject: { text: string; href: string | null }
  question: { text: string; href: string }
}

/** Changes of one day, kind and question, told as one where they are many. */
export interface ChangeGroup {
  first: ChangeRow
  rows: ChangeRow[]
  /** How many of what, as in "86 claims", "11 times"; empty where the change stands alone. */
  many: string
  /** Why, where all have one cause; empty where each has its own. */
  cause: string
}

/** Names of the kinds of change, for filters. */
export const kindWords: Readonly<Record<Change['kind'], string>> = {
  'claim-added': 'Claim added',
  'claim-removed': 'Claim removed',
  'claim-reworded': 'Claim reworded',
  'verdict-changed': 'Verdict changed',
  'confidence-moved': 'Confidence moved',
  'claim-recomputed': 'Claim recomputed',
  'finding-added': 'Finding added',
  'finding-removed': 'Finding taken apart',
  'finding-changed': 'Finding changed',
  'paper-added': 'Paper added',
  'paper-removed': 'Paper removed',
  'paper-retracted': 'Paper retracted',
  'paper-corrected': 'Paper corrected',
  'paper-concern': 'Expression of concern',
  'paper-superseded': 'Preprint superseded',
  'paper-cleared': 'Notice withdrawn',
  'score-changed': 'Score changed',
  'approval-changed': 'Approval changed',
  'report-added': 'Report added',
  'report-changed': 'Report changed',
  'report-removed': 'Report removed',
}

/** Every recorded change of the site, newest first. */
export async function allChanges(index: SiteIndex): Promise<ChangeRow[]> {
  const rows: ChangeRow[] = []
  for (const slug of await listNames('changes')) rows.push(...(await changesOf(slug, index)))
  return rows.sort((a, b) => (a.day > b.day ? -1 : a.day < b.day ? 1 : 0))
}

/** How many changes a page of all of them holds. */
const changesPerPage = 200

/** How many changes of one kind are told one by one. */
const fewAlike = 3

/** Changes in the order of the first of each group; few of one kind stay alone, the same one told again is told once. */
export function gatherChanges(rows: readonly ChangeRow[]): ChangeGroup[] {
  return [...Map.groupBy(rows, aboutAlike).values()].flatMap((group): ChangeGroup[] => {
    const same = [...Map.groupBy(group, alike).values()]
    if (same.length > fewAlike)
      return [{ first: group[0]!, rows: group, many: manyWords(group), cause: oneCause(group) }]
    return same.map((all) => {
      const [row] = all as [ChangeRow]
      return { first: row, rows: [row], many: all.length > 1 ? `${all.length} times` : '', cause: row.cause }
    })
  })
}

const aboutAlike = ({ day, kind, question }: ChangeRow) => [day, kind, question.href].join('\n')
const alike = ({ subject, turn, cause }: ChangeRow) => [subject.href ?? subject.text, turn, cause].join('\n')

/** "50 claims"; "76 changes of 75 claims" where one moved twice. */
function manyWords(rows: readonly ChangeRow[]): string {
  const things = counted(new Set(rows.map(({ subject }) => subject.href ?? subject.text)).size, rows[0]!.of)
  return things === counted(rows.length, rows[0]!.of) ? things : `${rows.length} changes of ${things}`
}

function oneCause(rows: readonly ChangeRow[]): string {
  const [first, ...others] = new Set(rows.map(({ cause }) => cause))
  return others.length === 0 ? first! : ''
}

/** Every recorded change of the site in pages. */
export async function changePages(index: SiteIndex): Promise<PageOf<ChangeRow>[]> {
  const address = (number: number) => href(number === 1 ? '/changes/' : `/changes/${number}/`)
  return pagesOf(await allChanges(index), changesPerPage, address)
}

/** The model of a page of all changes. */
export function changesPage(page: PageOf<ChangeRow>): ListPage<ChangeRow> {
  const title = paged('Changes', page)
  return {
    ...{ title, heading: title, page },
    description: 'What changed, when, and why.',
    lead: 'What a new search or a check altered, and what caused it.',
    empty: 'Nothing has changed since the reports were first made.',
  }
}

/** The recorded changes of a question, newest first. */
export async function changesOf(slug: string, index: SiteIndex): Promise<ChangeRow[]> {
  const changes = (await readChanges(slug))?.changes ?? []
  const text = index.reports.get(slug)?.title ?? index.histories.get(slug)?.title ?? slug
  return changes.map((change) => changeRow(change, slug, text, index))
}

/** The changes of a claim, newest first: its history. */
export async function historyOf(claim: string, slug: string, index: SiteIndex): Promise<ChangeRow[]> {
  const changes = (await readChanges(slug))?.changes ?? []
  return changes.filter(({ subject }) => subject === claim).map((change) => changeRow(change, slug, '', index))
}

function changeRow(change: Change, slug: string, title: string, index: SiteIndex): ChangeRow {
  return {
    day: change.day,
    dayWords: dayWords(change.day),
    kind: kindWords[change.kind],
    of: objectOf(change.kind),
    cause: sentence(change.cause),
    turn: turnWords(change),
    subject: subjectOf(change, index, slug),
    question: { text: title, href: reportHref(slug) },
  }
}

function objectOf(kind: Change['kind']): ChangeRow['of'] {
  const [first] = kind.split('-')
  if (first === 'finding' || first === 'paper') return first
  return first === 'claim' || first === 'verdict' || first === 'confidence' ? 'claim' : 'report'
}

function turnWords({ before, after, kind }: Change): string {
  if (kind.endsWith('-added') || kind.endsWith('-removed')) return ''
  if (before !== null && after !== null)
    return kind === 'claim-reworded'
      ? `From “${shown(before)}” to “${shown(after)}”`
      : `From ${shown(before)} to ${shown(after)}.`
  if (after !== null) return `Now ${shown(after)}.`
  return before === null ? '' : `Was ${shown(before)}.`
}

/** What a change is about; what is gone is named by the words that the change kept, and still has its address. */
function subjectOf(
  { subject, before, after }: Change,
  { claims, findings, papers, reports, joined, histories }: SiteIndex,
  slug: string,
): ChangeRow['subject'] {
  const claim = claims.get(subject)
  if (claim) return { text: claim.text, href: claimHref(subject) }
  const finding = findings.get(subject)
  if (finding) return { text: finding.text, href: findingHref(subject) }
  const paper = papers.get(subject) ?? papers.get(joined.get(subject) ?? '')
  if (paper) return { text: paper.title, href: paperHref(paper.id) }
  const history = histories.get(slug)
  if (subject === slug) return { text: reports.get(slug)?.title ?? history?.title ?? slug, href: reportHref(slug) }
  const text = shown(before ?? after ?? subject)
  if (history?.claims.some(([id]) => id === subject)) return { text, href: claimHref(subject) }
  if (history?.findings.includes(subject)) return { text, href: findingHref(subject) }
  return { text, href: history?.papers.includes(subject) ? paperHref(subject) : null }
}
