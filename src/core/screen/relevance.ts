import type { CompiledFacets } from '../question/facets/index.ts'
import { facetScores } from '../question/facets/index.ts'

/** How much each signal counts; they add up to 1. */
const weights = { subject: 0.45, aspect: 0.3, words: 0.25 }

/** What is left of the relevance of a record that misses a subject of the question. */
const missingSubject = 0.4

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

/**
 * Relevance of a text to the question, 0 to 1: how firmly it is about the subjects, how many aspects it touches,
 * and its BM25 score as a share of the best score of the run.
 */
export function relevance(matches: readonly FacetMatch[], score: number, bestScore: number): number {
  const subjects = matches.filter((match) => match.role === 'subject')
  const aspects = matches.filter((match) => match.role === 'aspect')
  const subject = mean(subjects.map(firmness), 1)
  const touched = aspects.filter((match) => match.mentions > 0).length
  const aspect = aspects.length === 0 ? subject : Math.min(1, touched / Math.min(2, aspects.length))
  const words = bestScore > 0 && score > 0 ? Math.min(1, score / bestScore) : 0
  const whole = weights.subject * subject + weights.aspect * aspect + weights.words * words
  const complete = subjects.every((match) => match.mentions > 0)
  return Math.round((complete ? whole : whole * missingSubject) * 1000) / 1000
}

function firmness(match: FacetMatch): number {
  return match.inTitle ? 1 : Math.min(0.9, match.mentions * 0.3)
}

function named(score: { hits: readonly string[] }): boolean {
  return score.hits.length > 0
}

function passages(text: string): string[] {
  return text.split(/(?<=[.;!?])\s+|\n+/u).filter((passage) => passage.length > 0)
}

function mean(values: readonly number[], none: number): number {
  return values.length === 0 ? none : values.reduce((sum, value) => sum + value, 0) / values.length
}
