import type { Facet } from '../../schemas/question.ts'
import { compileFacets, facetScores } from '../question/facets/index.ts'
import { recordStems } from './record-words.ts'

/** A record to be ranked. `abstract` is empty where there is none. */
export interface RankedRecord {
  title: string
  abstract: string
}

/** What a record gets that holds the words of a name but not the name: "channels … of calcium … blocked". */
const scattered = 0.8

/** What a facet counts that says what is asked ("Safety") beside one of what the question names. */
const askedShare = 0.5

/**
 * How much of a question each record names, 0 to 1: the share of its facets that any term names, each weighing what its most telling word
 * weighs; words of a facet's first term that stand apart count in part.
 */
export function coverage(
  records: readonly RankedRecord[],
  facets: readonly Facet[],
  weight: (stem: string) => number,
): number[] {
  const asked = facets
    .map((facet) => ({
      facet,
      own: [...new Set(recordStems(facet.terms[0]!))],
      isNamed: facet.part !== undefined || facet.role === 'subject',
    }))
    .filter(({ own }) => own.length > 0)
    .map((facet) => ({ ...facet, worth: Math.max(...facet.own.map(weight)) * (facet.isNamed ? 1 : askedShare) }))
  const compiled = compileFacets(asked.map(({ facet }) => facet))
  const all = asked.reduce((sum, { worth }) => sum + worth, 0) || 1
  return records.map(({ title, abstract }) => {
    const text = `${title} . ${abstract}`
    const scores = facetScores(compiled, text)
    const held = new Set(scores.every(({ hits }) => hits.length > 0) ? [] : recordStems(text))
    const named = asked.map(({ own, worth }, at) => {
      if (scores[at]!.hits.length > 0) return worth
      const whole = own.reduce((sum, one) => sum + weight(one), 0)
      return (worth * scattered * own.reduce((sum, one) => sum + (held.has(one) ? weight(one) : 0), 0)) / whole
    })
    return named.reduce((sum, one) => sum + one, 0) / all
  })
}
