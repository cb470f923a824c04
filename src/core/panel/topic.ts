import type { Paper } from '../../schemas/paper.ts'
import type { Question } from '../../schemas/question.ts'
import { coverage } from '../screen/coverage.ts'
import { weigher } from '../screen/record-words.ts'
import { recordOf } from '../screen/screening.ts'
import { rarityOf } from '../text/rarity.ts'
import table from '../text/word-rarity.json' with { type: 'json' }

/** A paper speaks to a question where it names two fifths of what the question asks, rare words weighing more. */
const leastNamed = 0.4

const weight = weigher(rarityOf(table))

/** Ids of the papers that speak to the question. */
export function speakingTo(question: Question, papers: readonly Paper[]): Set<string> {
  if (question.facets.length === 0) return new Set(papers.map(({ id }) => id))
  const named = coverage(papers.map(recordOf), question.facets, weight)
  return new Set(papers.filter((_, at) => named[at]! >= leastNamed).map(({ id }) => id))
}
