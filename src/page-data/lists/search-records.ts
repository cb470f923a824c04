import { questionState } from '../../core/question/state.ts'
import { counted } from '../../core/text/counts.ts'
import type { Claim, Finding } from '../../schemas/claim.ts'
import type { Paper } from '../../schemas/paper.ts'
import type { Report } from '../../schemas/report.ts'
import { sureWords } from '../claim/view.ts'
import { shown } from '../content/shown.ts'
import { certaintyWords } from '../finding/certainty.ts'
import type { Tally } from '../finding/tally.ts'
import { shortAuthors, titleOf, yearOf } from '../names.ts'
import { questionStateWords, verdictWords } from '../words.ts'

/** A record of the search index: what is searched, what a hit shows, what it can be filtered by. Addresses lack the base path. */
export interface SearchRecord {
  url: string
  content: string
  language: 'en'
  meta: Record<string, string>
  filters: Record<string, string[]>
}

/** A question: its words, its answer and the headings of its findings. */
export function questionRecord(report: Report, { verdicts, shared }: Tally): SearchRecord {
  const { slug, title, question, topic, answer, facets, counts, date } = report
  const papers = counts.included?.value ?? report.references.length
  const state = questionStateWords[questionState(verdicts)].word
  const parts = [title, question, topic, ...answer.map(({ text }) => text), ...facets.map(({ label }) => label)]
  return {
    url: `/reports/${slug}/`,
    content: parts.map(shown).join('. '),
    language: 'en',
    meta: {
      title: shown(title),
      kind: 'Question',
      line: [state, shared > 0 ? counted(shared, 'finding') : '', `${papers} papers`, date.slice(0, 4)]
        .filter(Boolean)
        .join(' · '),
      says: shown(answer[0]?.text ?? ''),
    },
    filters: {
      type: ['Question'],
      topic: [shown(topic)],
      year: [date.slice(0, 4)],
      verdict: Object.entries(verdicts).flatMap(([name, count]) =>
        count > 0 ? [verdictWords[name as Claim['verdict']].word] : [],
      ),
    },
  }
}

/** A finding that papers share: its heading, the words of its claims and the names of their papers. */
export function findingRecord(
  { id, claim, heading, members, verdict, confidence, certainty }: Finding,
  claims: ReadonlyMap<string, Claim>,
  report: Report,
  papers: ReadonlyMap<string, Paper>,
): SearchRecord {
  const own = members.flatMap((one) => claims.get(one.claim) ?? [])
  const said = [...new Set(own.flatMap(({ sources }) => sources.map(({ paper }) => paper)))]
  const named = said.flatMap((paper) => papers.get(paper) ?? [])
  const title = shown(heading?.text ?? claims.get(claim)?.text ?? '')
  const { word } = verdictWords[verdict]
  const sure = sureWords({ verdict, confidence })
  const years = [...new Set(named.flatMap(({ csl }) => yearOf(csl) ?? []))].map(String)
  return {
    url: `/findings/${id}/`,
    content: [title, ...own.map(({ text }) => shown(text)), ...named.map(({ csl }) => shortAuthors(csl))].join('. '),
    language: 'en',
    meta: {
      title,
      kind: 'Finding',
      verdict,
      line: [
        certainty ? `${word}, ${certaintyWords[certainty.level].toLowerCase()}` : sure ? `${word}, ${sure}` : word,
        counted(said.length, 'paper'),
        shown(report.title),
      ].join(' · '),
      says: '',
    },
    filters: {
      type: ['Finding'],
      topic: [shown(report.topic)],
      verdict: [word],
      ...(years.length ? { year: years } : {}),
    },
  }
}

/** A claim: its text and the names of the papers that say it. */
export function claimRecord(claim: Claim, report: Report, papers: ReadonlyMap<string, Paper>): SearchRecord {
  const { id, text, verdict, sources } = claim
  const own = sources.flatMap(({ paper }) => papers.get(paper) ?? [])
  const years = [...new Set(own.flatMap(({ csl }) => yearOf(csl) ?? []))].map(String)
  const sure = sureWords(claim)
  const { word } = verdictWords[verdict]
  return {
    url: `/claims/${id}/`,
    content: [shown(text), ...own.map(({ csl }) => shortAuthors(csl))].join('. '),
    language: 'en',
    meta: {
      title: shown(text),
      kind: 'Claim',
      verdict,
      line: [sure ? `${word}, ${sure}` : word, shown(report.title)].join(' · '),
      says: '',
    },
    filters: {
      type: ['Claim'],
      topic: [shown(report.topic)],
      verdict: [word],
      ...(years.length ? { year: years } : {}),
    },
  }
}

/** A paper: its bibliographic facts and identifiers. */
export function paperRecord(paper: Paper, topics: readonly string[]): SearchRecord {
  const { csl, ids, standing } = paper
  const year = yearOf(csl)
  const people = csl.author.slice(0, 40).map((person) => ('family' in person ? person.family : person.literal))
  const venue = shown(csl['container-title'] ?? '')
  const parts = [titleOf(csl), ...people.map(shown), venue, ids.doi, ids.pmid, ids.arxiv, year && String(year)]
  return {
    url: `/papers/${paper.id}/`,
    content: parts.filter(Boolean).join('. '),
    language: 'en',
    meta: {
      title: titleOf(csl),
      kind: 'Paper',
      line: [
        [shortAuthors(csl), year].filter(Boolean).join(' '),
        venue,
        ids.doi,
        standing.state === 'retracted' ? 'retracted' : '',
      ]
        .filter(Boolean)
        .join(' · '),
      says: '',
    },
    filters: { type: ['Paper'], topic: topics.map(shown), ...(year ? { year: [String(year)] } : {}) },
  }
}
