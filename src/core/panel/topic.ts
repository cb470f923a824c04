import type { Paper } from '../../schemas/paper.ts'
import type { Question } from '../../schemas/question.ts'
import { coverage } from '../screen/coverage.ts'
import { weigher } from '../screen/record-words.ts'
import { recordOf } from '../screen/screening.ts'
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
}

const leastNamed = 1 / 3 + 0.001
const hardlyNamed = 0.1

const weight = weigher(rarityOf(table))

/** How far papers speak to a question; wholly where it has no facet that could be named. */
export function topicOf(question: Question | null, papers: readonly Paper[]): Topic {
  if (question === null || question.facets.length === 0)
    return { speaking: new Set(papers.map(({ id }) => id)), silent: new Set(), named: 1 }
  const shares = coverage(papers.map(recordOf), question.facets, weight)
  return {
    speaking: new Set(papers.filter((_, at) => shares[at]! > leastNamed).map(({ id }) => id)),
    silent: new Set(papers.filter((_, at) => shares[at]! < hardlyNamed).map(({ id }) => id)),
    named: shares.reduce((sum, share) => sum + share, 0) / Math.max(1, papers.length),
  }
}
