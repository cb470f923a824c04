import type { Paper } from '../../schemas/paper.ts'
import type { Facet } from '../../schemas/question.ts'
import type { CompiledFacets } from '../question/facets/index.ts'
import { compileFacets, facetScores } from '../question/facets/index.ts'

/** What a text has to do with the facets of a question. */
export interface FacetMatch {
  id: string
  role: 'subject' | 'aspect'
  /** Whether the title names the facet. */
  inTitle: boolean
  /** Number of passages of the text, title included, that name it. */
  mentions: number
}

/** Where title and text name each facet. A passage is a stretch up to a full stop, semicolon or line end. */
export function matchFacets(facets: CompiledFacets, title: string, text: string): FacetMatch[] {
  const inTitle = new Set(
    facetScores(facets, title)
      .filter(named)
      .map((score) => score.id),
  )
  const mentions = new Map<string, number>([...inTitle].map((id) => [id, 1]))
  for (const passage of passages(text)) {
    for (const score of facetScores(facets, passage).filter(named))
      mentions.set(score.id, (mentions.get(score.id) ?? 0) + 1)
  }
  return facetScores(facets, '').map((score) => ({
    id: score.id,
    role: score.role,
    inTitle: inTitle.has(score.id),
    mentions: mentions.get(score.id) ?? 0,
  }))
}

function named(score: { hits: readonly string[] }): boolean {
  return score.hits.length > 0
}

function passages(text: string): string[] {
  return text.split(/(?<=[.;!?])\s+|\n+/u).filter((passage) => passage.length > 0)
}

/** How many papers name any facet, in title or text. */
export function countNaming(papers: readonly Paper[], facets: readonly Facet[]): number {
  const compiled = compileFacets(facets)
  return papers.filter(({ csl, text }) => {
    const whole = [csl.title, ...(text?.sections ?? []).map((section) => section.text)].join(' . ')
    return facetScores(compiled, whole).some(named)
  }).length
}
