import type { MergeResult } from '../../src/core/merge/index.ts'
import { readBy } from '../../src/core/papers/question-text.ts'
import type { ScreeningDecision } from '../../src/core/screen/decision.ts'
import { countNaming } from '../../src/core/screen/facet-match.ts'
import { screen as applyCriteria } from '../../src/core/screen/screening.ts'
import type { Paper } from '../../src/schemas/paper.ts'
import { loadRarity } from '../io/language.ts'
import type { Protocol } from './protocol.ts'
import { ftsQuery } from './term-query.ts'

/** What screening decided on each paper, with the terms of the question as a query and how many papers hold any of them. */
export interface Screened {
  decisions: ScreeningDecision[]
  query: string
  hits: number
}

/** Ranks the papers by their relevance to the question and applies its criteria. */
export function screen({ works }: MergeResult, { slug, question, decisions }: Protocol): Screened {
  const papers: Paper[] = works.map((work) => readBy(work.paper, slug))
  const terms = [...new Set(question.facets.flatMap((facet) => facet.terms))]
  return {
    decisions: applyCriteria(papers, question, loadRarity(), decisions),
    query: ftsQuery(terms) ?? '',
    hits: countNaming(papers, question.facets),
  }
}
