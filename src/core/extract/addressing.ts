import type { Question } from '../../schemas/question.ts'
import { type CompiledFacets, compileFacets, type FacetScore, facetScores } from '../question/facets/index.ts'
import type { Candidate } from './candidates.ts'

/** A candidate with the facet of the question that it addresses, and how strongly it answers, 0 to 1. */
export interface Addressed extends Candidate {
  /** Null where it answers in words of no facet. */
  facet: string | null
  relevance: number
}

interface Seen {
  candidate: Candidate
  subject: number
  aspects: readonly FacetScore[]
  /** Aspects that only the title and the sentence before name. */
  around: readonly FacetScore[]
}

const bySurroundings = 0.6
/** How much of the relevance is the probability that the sentence answers; the rest is how strongly it names the facet. */
const byAnswer = 0.7

/**
 * Which facet each candidate addresses: the one that it names, or that the title and the sentence before name; none where
 * it answers in other words. Terms that few candidates hold weigh more.
 */
export function address(candidates: readonly Candidate[], question: Question): Addressed[] {
  const compiled = compileFacets(question.facets)
  const seen = candidates.map((candidate) => look(compiled, candidate))
  const weight = termWeights(seen)
  return seen.map(({ candidate, subject, aspects, around }) => {
    const own = best(aspects, weight)
    const found = own ?? best(around, weight)
    const named = found ? (own ? 1 : bySurroundings) * (1 - 2 ** -(2 * found.sum)) : 0
    const relevance = candidate.score * (byAnswer + (1 - byAnswer) * (0.5 * subject + 0.5 * named))
    return { ...candidate, facet: found?.id ?? null, relevance: Math.round(relevance * 1000) / 1000 }
  })
}

function look(compiled: CompiledFacets, candidate: Candidate): Seen {
  const scores = facetScores(compiled, candidate.text)
  const around = facetScores(compiled, candidate.around)
  const asked = scores.some(({ role }) => role === 'aspect') ? 'aspect' : 'subject'
  const hit = (all: readonly FacetScore[]) => all.filter(({ role, hits }) => role === asked && hits.length > 0)
  const subject = Math.max(share(scores), bySurroundings * share(around))
  return { candidate, subject, aspects: hit(scores), around: hit(around) }
}

/** Share of the subject facets that a text names; 1 where the question has none. */
function share(scores: readonly FacetScore[]): number {
  const subjects = scores.filter(({ role }) => role === 'subject')
  return subjects.length === 0 ? 1 : subjects.filter(({ hits }) => hits.length > 0).length / subjects.length
}

/** The facet with the rarest hits; each further hit counts half of the one before, since terms overlap. */
function best(aspects: readonly FacetScore[], weight: ReadonlyMap<string, number>): { id: string; sum: number } | null {
  let top: { id: string; sum: number } | null = null
  for (const { id, hits } of aspects) {
    const weights = hits.map((hit) => weight.get(`${id} ${hit}`) ?? 0.5).toSorted((a, b) => b - a)
    const sum = weights.reduce((total, each, at) => total + each / 2 ** at, 0)
    if (!top || sum > top.sum + 1e-9) top = { id, sum }
  }
  return top
}

/** Weight of each term, 0.15 to 1: the fewer candidates hold it, the more. */
function termWeights(seen: readonly Seen[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { aspects } of seen)
    for (const { id, hits } of aspects)
      for (const hit of hits) counts.set(`${id} ${hit}`, (counts.get(`${id} ${hit}`) ?? 0) + 1)
  const total = Math.max(seen.length, 30)
  return new Map([...counts].map(([term, count]) => [term, Math.min(1, Math.max(0.15, Math.log2(total / count) / 4))]))
}
