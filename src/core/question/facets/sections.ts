import type { Facet } from '../../../schemas/question.ts'
import { isIn } from '../../frames/lists.ts'

const turning = ['up', 'down', 'better', 'worse'] as const

/** Whether all names of a concept say which way something goes and none says what: "reduce", "lower", "wrong". */
export function isTurn(terms: readonly string[]): boolean {
  return terms.every((name) => {
    const word = name.replace(/\*/g, '').toLowerCase()
    return turning.some((list) => [word, `${word}e`].some((form) => isIn(list, { word: form, lemma: form })))
  })
}

/**
 * The facets under which findings are told: not which way something goes, asked in general, where the question names what goes so. A verb that
 * is what the question asks of its subject, as "lengthen", is a part of it and stays.
 */
export function sectionFacets(facets: readonly Facet[]): readonly Facet[] {
  const named = facets.some(({ role, part, terms }) => role === 'aspect' && part === 'outcome' && !isTurn(terms))
  return named
    ? facets.filter(({ role, part, terms }) => role === 'subject' || part !== undefined || !isTurn(terms))
    : facets
}
