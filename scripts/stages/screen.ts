import type { MergeResult } from '../../src/core/merge/index.ts'
import { readBy } from '../../src/core/papers/question-text.ts'
import type { ScreeningDecision } from '../../src/core/screen/decision.ts'
import { screen as applyCriteria } from '../../src/core/screen/screening.ts'
import type { Question } from '../../src/schemas/question.ts'
import { buildTextIndex, ftsQuery } from '../io/text-index.ts'
import type { Protocol } from './protocol.ts'

/** What screening decided on each paper, with the full-text query that ranked them. */
export interface Screened {
  decisions: ScreeningDecision[]
  query: string
  hits: number
}

/** Ranks the papers by full-text search with the terms of the question and applies its criteria. */
export function screen({ works }: MergeResult, protocol: Protocol): Screened {
  const papers = works.map((work) => readBy(work.paper, protocol.slug))
  const terms = searchTerms(protocol.question)
  const index = buildTextIndex(
    papers.map((paper) => ({
      id: paper.id,
      title: paper.csl.title,
      text: (paper.text?.sections ?? []).map((section) => section.text).join('\n'),
    })),
  )
  const scores = index.search(terms)
  index.close()
  const scored = papers.map((paper) => ({ paper, score: scores.get(paper.id) ?? 0 }))
  return {
    decisions: applyCriteria(scored, protocol.question, protocol.decisions),
    query: ftsQuery(terms) ?? '',
    hits: scores.size,
  }
}

function searchTerms(question: Question): string[] {
  return [...new Set(question.facets.flatMap((facet) => facet.terms))]
}
