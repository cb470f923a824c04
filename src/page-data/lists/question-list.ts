import { type QuestionState, questionState } from '../../core/question/state.ts'
import { counted } from '../../core/text/counts.ts'
import type { Verdict } from '../../schemas/claim.ts'
import type { ReportEntry } from '../content/entries.ts'
import type { Listed } from '../content/site-index.ts'
import type { Tally } from '../finding/tally.ts'
import { reportHref, topicHref } from '../links.ts'
import { type VerdictBar, verdictBar } from '../verdict-bar.ts'
import { dayWords, questionStateWords, scoreWords, verdictWords } from '../words.ts'

/** A question in a list. */
export interface QuestionRow {
  slug: string
  href: string
  title: string
  topic: { name: string; href: string }
  bar: VerdictBar
  state: { id: QuestionState; words: string }
  papers: number
  findings: number
  /** Of these, how many papers share; empty words where none. */
  shared: string
  /** Where the report tells who disagrees, and how many findings are contested. */
  disagree: { href: string; words: string } | null
  score: string | null
  date: string
  dateWords: string
  approved: boolean
  reasons: string[]
  imported: boolean
  /** That nothing of a report that was brought in was tried; empty of all others. */
  untried: string
  says: { text: string; verdict: Verdict | null; word: string; sure: string } | null
}

/** How many questions a page of the list holds. */
export const questionsPerPage = 50

/** Questions as rows, the approved first, then the newest, then by title. */
export function questionRows(
  reports: Iterable<Listed<ReportEntry>>,
  tallies: ReadonlyMap<string, Tally> = new Map(),
): QuestionRow[] {
  const rows = [...reports].map((report) => questionRow(report, tallies.get(report.id)))
  return rows.sort(
    (a, b) =>
      Number(b.approved) - Number(a.approved) ||
      compare(b.date, a.date) ||
      compare(a.title, b.title) ||
      compare(a.slug, b.slug),
  )
}

/** Without a tally every claim counts as a finding of its own. */
function questionRow(report: Listed<ReportEntry>, tally: Tally | undefined): QuestionRow {
  const { verdicts, shared, alone } = tally ?? { verdicts: report.verdicts, shared: 0, alone: report.claims }
  const state = questionState(verdicts)
  const contested = (verdicts.disputed ?? 0) + (verdicts.contradicted ?? 0)
  return {
    slug: report.id,
    href: reportHref(report.id),
    title: report.title,
    topic: { name: report.topic, href: topicHref(report.topic) },
    bar: verdictBar(verdicts),
    state: { id: state, words: questionStateWords[state].word },
    papers: report.papers,
    findings: shared + alone,
    shared: shared > 0 ? `${counted(shared, 'finding')} that papers share` : '',
    disagree: contested > 0 ? { href: `${reportHref(report.id)}#disagree`, words: `${contested} contested` } : null,
    score: report.score === null ? null : scoreWords(report.score),
    date: report.date,
    dateWords: dayWords(report.date),
    approved: report.approved,
    reasons: report.reasons,
    imported: report.origin === 'imported',
    untried: report.origin === 'imported' && report.score === null ? 'Its claims were not tried' : '',
    says: report.says && {
      ...report.says,
      word: report.says.verdict ? verdictWords[report.says.verdict].word : '',
    },
  }
}

/** Topics with their questions, by name. */
export function topicsOf(rows: readonly QuestionRow[]): { name: string; href: string; rows: QuestionRow[] }[] {
  const topics = new Map<string, { name: string; href: string; rows: QuestionRow[] }>()
  for (const row of rows) {
    const topic = topics.get(row.topic.href) ?? { ...row.topic, rows: [] }
    topic.rows.push(row)
    topics.set(row.topic.href, topic)
  }
  return [...topics.values()].sort((a, b) => compare(a.name, b.name))
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
