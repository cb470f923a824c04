import type { Facet } from '../../../schemas/question.ts'
import type { Dictionaries } from './dictionaries.ts'
import { anything, type DerivedFacet, facetOf, findings, unique } from './facet-of.ts'
import type { Concept } from './index.ts'
import { longWords } from './language.ts'
import type { Typo } from './typos.ts'

/** A question with misspelt words as they are meant. */
export function corrected(question: string, typos: readonly Typo[]): string {
  return typos.reduce((text, { typed, meant }) => text.replaceAll(typed, meant), question)
}

/** Facets of a corrected question with the names as they were typed beside. */
export function asTyped(facets: readonly DerivedFacet[], typos: readonly Typo[]): DerivedFacet[] {
  return facets.map((facet) => {
    const typed = typos.reduce((text, { typed: word, meant }) => text.replaceAll(meant, word), facet.terms[0]!)
    if (typed === facet.terms[0] || facet.terms.includes(typed)) return facet
    return {
      ...facet,
      terms: [...facet.terms, typed],
      sources: { ...facet.sources, [typed]: 'as the question spells it' },
    }
  })
}

/** A facet for each longer word of a question in another language, whose grammar is not read; the longest is the subject. */
export function foreignFacets(question: string, dictionaries: Dictionaries, most: number): DerivedFacet[] {
  const long = longWords(question)
  const subject = long.toSorted((a, b) => b.length - a.length)[0]
  const of = (text: string, role: Facet['role']): DerivedFacet => {
    const { part: _, ...facet } = facetOf({ ...plainNoun, text }, role, dictionaries)
    return facet
  }
  const facets = unique([
    subject ? of(subject, 'subject') : anything,
    ...long.filter((word) => word !== subject).map((word) => of(word, 'aspect')),
  ]).slice(0, most)
  return facets.length > 1 ? facets : [...facets, findings]
}

const plainNoun: Concept = {
  text: '',
  kind: 'noun',
  part: 'exposure',
  aside: false,
  names: [],
  listed: false,
  sought: false,
  isName: true,
}
