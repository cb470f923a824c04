import type { Question } from '../../schemas/question.ts'
import { type CompiledFacets, compileFacets, facetScores } from '../facets.ts'
import type { Candidate, Dropped } from './candidates.ts'

/** A candidate that addresses a facet of the question, and how strongly, 0 to 1. */
export interface Addressed extends Candidate {
  facet: string
  relevance: number
}

interface Seen {
  candidate: Candidate
  subject: number
  aspects: { id: string; hits: string[] }[]
}

/**
 * Which facet each candidate addresses. A candidate must be about the subject, itself or through its paper's title, and
 * hold a term of an aspect; terms that few candidates hold weigh more than those that most do.
 */
export function address(
  candidates: readonly Candidate[],
  question: Question,
  titles: ReadonlyMap<string, string>,
): { kept: Addressed[]; dropped: Dropped[] } {
  const compiled = compileFacets(question.facets)
  const aspects = question.facets.some(({ role }) => role === 'aspect')
  const onTitle = new Map([...titles].map(([id, title]) => [id, subjectShare(compiled, title)]))
  const seen = candidates.map((candidate) => look(compiled, candidate, onTitle.get(candidate.paper) ?? 0, aspects))
  const weights = termWeights(seen)
  const kept: Addressed[] = []
  const dropped: Dropped[] = []
  for (const { candidate, subject, aspects: found } of seen) {
    const best = found
      .map(({ id, hits }) => ({ id, sum: hits.reduce((sum, hit) => sum + weights.get(`${id} ${hit}`)!, 0) }))
      .toSorted((a, b) => b.sum - a.sum)[0]
    const refuse = (rule: string, reason: string) =>
      dropped.push({ paper: candidate.paper, text: candidate.text, rule, reason })
    if (subject === 0) refuse('off-subject', 'Names nothing of the question’s subject, nor does the title of its paper')
    else if (!best || best.sum === 0) refuse('no-facet', 'Addresses none of the aspects that the question asks about')
    else kept.push({ ...candidate, facet: best.id, relevance: round(0.5 * subject + 0.5 * (1 - 2 ** -best.sum)) })
  }
  return { kept, dropped }
}

function look(compiled: CompiledFacets, candidate: Candidate, onTitle: number, aspects: boolean): Seen {
  const scores = facetScores(compiled, candidate.text)
  const own = share(scores)
  const found = scores
    .filter(({ role, hits }) => (role === 'aspect' || !aspects) && hits.length > 0)
    .map(({ id, hits }) => ({ id, hits }))
  return { candidate, subject: Math.max(own, 0.6 * onTitle), aspects: found }
}

function subjectShare(compiled: CompiledFacets, text: string): number {
  return share(facetScores(compiled, text))
}

/** Share of the subject facets that a text names; 1 where the question has none. */
function share(scores: ReturnType<typeof facetScores>): number {
  const subjects = scores.filter(({ role }) => role === 'subject')
  return subjects.length === 0 ? 1 : subjects.filter(({ hits }) => hits.length > 0).length / subjects.length
}

function termWeights(seen: readonly Seen[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { aspects } of seen)
    for (const { id, hits } of aspects)
      for (const hit of hits) counts.set(`${id} ${hit}`, (counts.get(`${id} ${hit}`) ?? 0) + 1)
  const total = Math.max(seen.length, 20)
  return new Map([...counts].map(([term, count]) => [term, Math.max(0.15, Math.log2(total / count) / 3)]))
}

const round = (value: number) => Math.round(Math.min(1, value) * 1000) / 1000
