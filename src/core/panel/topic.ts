import type { Paper } from '../../schemas/paper.ts'
import type { Question } from '../../schemas/question.ts'
import { coverage } from '../screen/coverage.ts'
import { weigher } from '../screen/record-words.ts'
import { recordOf } from '../screen/screening.ts'
import { namingSubject } from '../screen/subject-naming.ts'
import { rarityOf } from '../text/rarity.ts'
import table from '../text/resources/word-rarity.json' with { type: 'json' }

/** How far papers speak to a question. */
export interface Topic {
  /** Ids of the papers that name more than a third of what is asked, rare words weighing more. */
  speaking: ReadonlySet<string>
  /** Ids of the papers that name less than a tenth of it. */
  silent: ReadonlySet<string>
  /** Mean share of what is asked that a paper names, 0 to 1. */
  named: number
  /** What the question is about, where hardly any paper names it by any of its names; else null. */
  unnamed: Unnamed | null
}

/** A subject that hardly any paper names. */
export interface Unnamed {
  label: string
  papers: number
  /** Papers that name it, one in twenty at most. */
  naming: number
}

const leastNamed = 1 / 3 + 0.001
const hardlyNamed = 0.1
/** Share of the papers up to which a subject counts as named by hardly any. */
const fewNaming = 0.05
/** Papers that name so much of a question speak to it where its subject is nothing that is done or met, which is often not named so. */
const wellNamed = 0.4

const weight = weigher(rarityOf(table))

/** How far papers speak to a question; wholly where it has no facet that could be named. */
export function topicOf(question: Question | null, papers: readonly Paper[]): Topic {
  if (question === null || question.facets.length === 0)
    return { speaking: new Set(papers.map(({ id }) => id)), silent: new Set(), named: 1, unnamed: null }
  const shares = coverage(papers.map(recordOf), question.facets, weight)
  const named = shares.reduce((sum, share) => sum + share, 0) / Math.max(1, papers.length)
  return {
    speaking: new Set(papers.filter((_, at) => shares[at]! > leastNamed).map(({ id }) => id)),
    silent: new Set(papers.filter((_, at) => shares[at]! < hardlyNamed).map(({ id }) => id)),
    named,
    unnamed: unnamedIn(question, papers, named),
  }
}

function unnamedIn({ facets }: Question, papers: readonly Paper[], named: number): Unnamed | null {
  const subjects = facets.filter(({ role }) => role === 'subject')
  if (papers.length === 0 || subjects.length === 0) return null
  if (named >= wellNamed && !subjects.some(({ part }) => part === 'exposure')) return null
  const naming = namingSubject(papers, subjects, weight)
  const label = subjects.map((one) => one.label).join(' or ')
  return naming <= fewNaming * papers.length ? { label, papers: papers.length, naming } : null
}
