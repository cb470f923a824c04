import { countStates } from '../../core/screen/prisma.ts'
import { counted } from '../../core/text/counts.ts'
import type { Ledger } from '../../schemas/ledger.ts'
import { shown } from '../content/shown.ts'
import type { SiteIndex } from '../content/site-index.ts'
import { ledgerHref, paperHref, reportHref } from '../links.ts'
import { titleOf } from '../names.ts'
import { dayWords, stateWords } from '../words.ts'
import { prismaFlow, ruleWords } from './flow.ts'

/** Headings and standing words of a ledger's page. */
export const ledgerWords = {
  heading: 'Ledger',
  lead: 'Every record that the searches brought, what became of it and why. All counts of the report come from these rows.',
  file: 'The ledger as JSON',
  columns: ['Record', 'State', 'Reason', 'Relevance'],
  queries: {
    heading: 'Queries as they were run',
    columns: ['Source', 'Query', 'Day', 'Hits', 'Fetched', 'Answer'],
    notExpressed: 'Not expressed:',
    order: 'More was found than was fetched; it came in this order:',
    said: 'The source:',
  },
  rejected: 'Entries that are no records',
  dropped: { heading: 'Sentences that became no claim', paper: 'Its paper' },
} as const

/** The complete model of a ledger's page. */
export interface LedgerPage {
  report: { title: string; href: string }
  description: string
  path: string
  /** Address of the ledger as data. */
  file: string
  views: { name: string; words: string; value: number; states: string }[]
  rows: {
    id: string
    title: string
    href: string
    state: string
    stateWords: string
    /** Empty where it says no more than the state. */
    rule: string
    reason: string
    relevance: string
  }[]
  queries: {
    source: string
    text: string
    day: string
    hits: number
    fetched: number
    status: string
    notExpressed: string
    /** Empty where the list was not cut short. */
    order: string
    said: string
  }[]
  rejected: string[]
  dropped: { text: string; reason: string; href: string }[]
  droppedWords: string
}

const statusWords = { found: 'answered', 'not-found': 'found nothing', unreachable: 'could not be reached' } as const

/** The model of a ledger's page; papers that have a page are linked. */
export function ledgerPage(ledger: Ledger, { reports, papers }: SiteIndex): LedgerPage {
  const link = (paper: string) => (papers.has(paper) ? paperHref(paper) : '')
  const slug = ledger.question
  const { title } = reports.get(slug)!
  return {
    report: { title, href: reportHref(slug) },
    description: `Every record of “${title}” with its state and reason.`,
    path: ledgerHref(slug),
    file: `${ledgerHref(slug)}ledger.json`,
    views: prismaFlow(ledger, 0).steps.map(({ name, words, value }) => ({
      name,
      words,
      value,
      states: (countStates[name] ?? []).join(' '),
    })),
    rows: ledger.records.map(({ id, title, paper, state, rule, reason, relevance, overruled }) => ({
      id: shown(id),
      title: titleOf({ title }),
      href: link(paper),
      state,
      stateWords: stateWords[state],
      rule: ruleWords(rule).toLowerCase() === stateWords[state].toLowerCase() ? '' : ruleWords(rule),
      reason:
        shown(reason) +
        (overruled
          ? ` Overruled by ${shown(overruled.by)} on ${dayWords(overruled.day)}: ${shown(overruled.reason)}`
          : ''),
      relevance: relevance === undefined ? '' : relevance.toFixed(2),
    })),
    queries: ledger.queries.map(({ source, text, day, hits, fetched, status, notExpressed, order, said, reason }) => ({
      source: shown(source),
      text: shown(text),
      day: dayWords(day),
      hits,
      fetched,
      status: statusWords[status] + (reason ? `: ${shown(reason)}` : ''),
      notExpressed: notExpressed.map(shown).join('; '),
      order: order && hits > fetched ? shown(order) : '',
      said: (said ?? []).map(shown).join('; '),
    })),
    rejected: ledger.rejected.map(({ file, line, reason }) => shown(`${file}, line ${line}: ${reason}`)),
    droppedWords: `${counted(ledger.dropped.length, 'sentence')} with reasons`,
    dropped: ledger.dropped.map(({ paper, text, reason }) => ({
      text: shown(text),
      reason: shown(reason),
      href: link(paper),
    })),
  }
}
