import { countStates } from '../core/prisma.ts'
import type { Ledger } from '../schemas/ledger.ts'
import { paperHref } from './links.ts'
import { prismaFlow, ruleWords } from './prisma-flow.ts'
import { shown } from './shown.ts'
import { dayWords, stateWords } from './words.ts'

/** The complete model of a ledger's page. */
export interface LedgerPage {
  views: { name: string; words: string; value: number; states: string }[]
  rows: {
    id: string
    title: string
    href: string
    state: string
    stateWords: string
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
  }[]
  rejected: Ledger['rejected']
  dropped: { text: string; rule: string; reason: string; href: string }[]
}

const statusWords = { found: 'answered', 'not-found': 'found nothing', unreachable: 'could not be reached' } as const

/** The model of a ledger's page. `known` says which papers have a page. */
export function ledgerPage(ledger: Ledger, known: (paper: string) => boolean): LedgerPage {
  const link = (paper: string) => (known(paper) ? paperHref(paper) : '')
  return {
    views: prismaFlow(ledger, 0).steps.map(({ name, words, value }) => ({
      name,
      words,
      value,
      states: (countStates[name] ?? []).join(' '),
    })),
    rows: ledger.records.map(({ id, title, paper, state, rule, reason, relevance, overruled }) => ({
      id: shown(id),
      title: shown(title) || 'Untitled record',
      href: link(paper),
      state,
      stateWords: stateWords[state],
      rule: ruleWords(rule),
      reason:
        shown(reason) +
        (overruled
          ? ` Overruled by ${shown(overruled.by)} on ${dayWords(overruled.day)}: ${shown(overruled.reason)}`
          : ''),
      relevance: relevance === undefined ? '' : relevance.toFixed(2),
    })),
    queries: ledger.queries.map(({ source, text, day, hits, fetched, status, notExpressed }) => ({
      source: shown(source),
      text: shown(text),
      day: dayWords(day),
      hits,
      fetched,
      status: statusWords[status],
      notExpressed: notExpressed.map(shown).join(', '),
    })),
    rejected: ledger.rejected,
    dropped: ledger.dropped.map(({ paper, text, rule, reason }) => ({
      text: shown(text),
      rule: ruleWords(rule),
      reason: shown(reason),
      href: link(paper),
    })),
  }
}
