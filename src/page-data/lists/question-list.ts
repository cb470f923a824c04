import { type QuestionState, questionState } from '../../core/question/state.ts'
import type { Verdict } from '../../schemas/claim.ts'
import type { ReportEntry } from '../content/entries.ts'
import type { Listed } from '../content/site-index.ts'
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
  claims: number
  score: string | null
  date: string
  dateWords: string
  approved: boolean
  reasons: string[]
  imported: boolean
  says: { text: string; verdict: Verdict | null; word: string; sure: string } | null
}

/** How many questions a page of the list holds. */
export const questionsPerPage = 50

/** Questions as rows, the approved first, then the newest, then by title. */
export function questionRows(reports: Iterable<Listed<ReportEntry>>): QuestionRow[] {
  const rows = [...reports].map(questionRow)
  return rows.sort(
    (a, b) =>
      Number(b.approved) - Number(a.approved) ||
      compare(b.date, a.date) ||
      compare(a.title, b.title) ||
      compare(a.slug, b.slug),
  )
}

function questionRow(report: Listed<ReportEntry>): QuestionRow {
  const state = questionState(report.verdicts)
  return {
    slug: report.id,
    href: reportHref(report.id),
    title: report.title,
    topic: { name: report.topic, href: topicHref(report.topic) },
    bar: verdictBar(report.verdicts),
    state: { id: state, words: questionStateWords[state].word },
    papers: report.papers,
    claims: report.claims,
    score: report.score === null ? null : scoreWords(report.score),
    date: report.date,
    dateWords: dayWords(report.date),
    approved: report.approved,
    reasons: report.reasons,
    imported: report.origin === 'imported',
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
