import type { Panel } from '../../schemas/report.ts'
import { counted } from '../text/counts.ts'
import { type PanelFacts, share } from './facts.ts'

/** What keeps a report from a higher score, whatever its other merits: one row of the table of the methods page. */
export interface Ceiling {
  /** Permanent name, as in `nothing-corroborated`. */
  rule: string
  /** The most that such a report can get. */
  score: number
  /** When it applies, in words. */
  words: string
  /** What of this report makes it apply, as a sentence; null where it does not. */
  says: (facts: PanelFacts) => string | null
}

/**
 * The ceilings, the lowest first. Each is a principle and none was set to a library: what cannot be trusted, does not
 * answer, or rests on single papers is not made good by tidy counts and exact quotes.
 */
export const ceilings: readonly Ceiling[] = [
  misread('nearly-all-misread', 1, 0.9, 'Nine in ten claims or more say something else than their own papers.'),
  misread('half-misread', 2, 0.5, 'Half of the claims or more say something else than their own papers.'),
  misread('fifth-misread', 3, 0.2, 'One claim in five or more says something else than its own paper.'),
  misread('some-misread', 4, 0.05, 'One claim in twenty or more says something else than its own paper.'),
  offQuestion('off-question', 3, 0.1, 'The papers behind the claims name less than a tenth of what the question asks.'),
  offQuestion(
    'hardly-on-question',
    4,
    0.3,
    'The papers behind the claims name less than three tenths of what the question asks.',
  ),
  {
    rule: 'subject-unnamed',
    score: 4,
    words: 'Fewer than one in twenty of the papers behind the claims name what the question is about, by any name.',
    says: ({ topic: { unnamed } }) =>
      unnamed &&
      `${unnamed.naming === 0 ? 'None' : unnamed.naming} of ${counted(unnamed.papers, 'paper')} behind its claims ${unnamed.naming === 1 || unnamed.naming === 0 ? 'names' : 'name'} ${unnamed.label}.`,
  },
  lonely('lonely-few', 3, 5, 'Nothing could be recognised as corroborated, over fewer than five papers.'),
  lonely('lonely-some', 4, 10, 'Nothing could be recognised as corroborated, over fewer than ten papers.'),
  lonely(
    'nothing-corroborated',
    4.5,
    Number.POSITIVE_INFINITY,
    'Nothing could be recognised as corroborated: of no finding could comparing tell that an independent paper supports it.',
  ),
  {
    rule: 'under-ten-papers',
    score: 7,
    words: 'Fewer than ten papers are behind the claims.',
    says: ({ behind }) => (behind < 10 ? `${counted(behind, 'paper is', 'papers are')} behind its claims.` : null),
  },
  {
    rule: 'few-corroborated',
    score: 7,
    words: 'Fewer than one in four findings have the support of an independent paper.',
    says: (facts) => (share(facts.carried.length, facts.statements.length) < 0.25 ? carriedWords(facts) : null),
  },
  {
    rule: 'under-half-corroborated',
    score: 8,
    words: 'Fewer than half of the findings have the support of an independent paper.',
    says: (facts) => (share(facts.carried.length, facts.statements.length) < 0.5 ? carriedWords(facts) : null),
  },
  {
    rule: 'standing-unasked',
    score: 8,
    words: 'Of more than one paper in ten nobody was asked whether it still stands.',
    says: ({ sources }) => {
      const unasked = sources.filter(({ standing }) => standing.state === 'unchecked').length
      return sources.length === 0 || unasked > sources.length / 10
        ? `Nobody was asked whether ${unasked} of ${counted(sources.length, 'paper')} still stand.`
        : null
    },
  },
  {
    rule: 'one-database',
    score: 8,
    words: 'Fewer than two databases were searched and answered.',
    says: ({ databases }) =>
      databases < 2 ? `${databases === 1 ? 'One database' : 'No database'} was searched and answered.` : null,
  },
  {
    rule: 'search-limit-untold',
    score: 8,
    words: 'No limit of the search is told.',
    says: ({ searchLimits }) => (searchLimits === 0 ? 'It tells no limit of its search.' : null),
  },
]

function misread(rule: string, score: number, least: number, words: string): Ceiling {
  return {
    ...{ rule, score, words },
    says: ({ claims, misread: wrong }) =>
      wrong.length > 0 && share(wrong.length, claims.length) >= least
        ? `${wrong.length} of ${counted(claims.length, 'claim')} say something else than the paper they are tied to.`
        : null,
  }
}

function offQuestion(rule: string, score: number, below: number, words: string): Ceiling {
  return {
    ...{ rule, score, words },
    says: ({ question, sources, topic }) =>
      question && sources.length > 0 && topic.named < below
        ? `The papers behind its claims name ${Math.round(100 * topic.named)} % of what the question asks, in the mean.`
        : null,
  }
}

function lonely(rule: string, score: number, below: number, words: string): Ceiling {
  return {
    ...{ rule, score, words },
    says: ({ carried, behind }) =>
      carried.length === 0 && behind < below
        ? `Of no finding could comparing tell that an independent paper supports it${Number.isFinite(below) ? `, and ${counted(behind, 'paper is', 'papers are')} behind its claims` : ''}.`
        : null,
  }
}

function carriedWords({ carried, statements }: PanelFacts): string {
  return `${carried.length} of ${counted(statements.length, 'finding has', 'findings have')} the support of an independent paper.`
}

/** The ceilings that a report is under, the lowest first. */
export function ceilingsOver(facts: PanelFacts): Panel['ceilings'] {
  return ceilings.flatMap(({ rule, score, says }) => {
    const text = says(facts)
    return text === null ? [] : [{ rule, score, text }]
  })
}
