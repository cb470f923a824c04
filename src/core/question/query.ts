import type { Question } from '../../schemas/question.ts'

/** One concept of a query: a record must hold any of the terms. A trailing `*` stands for any ending; several words are a phrase. */
export interface Concept {
  id: string
  any: string[]
}

/** A search that no database has seen yet. Every concept of `all` must be there. */
export interface Query {
  all: Concept[]
  /** Terms that must not be in the title. */
  not: string[]
  years: { from?: number; to?: number }
  /** CSL types that are not wanted. */
  excludedTypes: string[]
  /** Two-letter languages that are wanted; empty for all. */
  languages: string[]
  /** Real forms of the open terms, for databases that know no endings; absent where nobody looked them up. */
  forms?: Readonly<Record<string, readonly string[]>>
}

/** The query of a question: its subjects, each through any of its terms. */
export function queryOf(question: Question): Query {
  const subjects = question.facets.filter((facet) => facet.role === 'subject')
  const asked = subjects.length > 0 ? subjects : question.facets.slice(0, 1)
  return {
    all: asked.map((facet) => ({ id: facet.id, any: termsOf(facet.terms) })),
    not: termsOf(question.exclude.flatMap((topic) => topic.terms)),
    years: { ...question.years },
    excludedTypes: [...question.types.exclude],
    languages: [...question.languages],
  }
}

/** Words and hyphens of a term and its final asterisk; what a query language could take for a command is gone. Idempotent. */
export function plainTerm(term: string): string {
  const open = /\*\s*$/.test(term)
  const words = term.normalize('NFC').match(/[\p{L}\p{N}\p{M}+#]+(?:[-'’][\p{L}\p{N}\p{M}+#]+)*/gu) ?? []
  return words.length === 0 ? '' : `${words.join(' ')}${open ? '*' : ''}`
}

/** No database searches for the ending of a word alone. */
function isSearchable(term: string): boolean {
  return !term.startsWith('*')
}

function termsOf(terms: readonly string[]): string[] {
  const seen = new Set<string>()
  return terms
    .filter(isSearchable)
    .map(plainTerm)
    .filter((term) => {
      const key = term.toLowerCase()
      if (term === '' || seen.has(key)) return false
      seen.add(key)
      return true
    })
}

/**
 * Queries that together ask the same as one that is too long: the concept with most terms is halved until each fits.
 * A record answers to the whole query if and only if it answers to one of them. A query of single terms stays as it is.
 */
export function partsOf(query: Query, fits: (query: Query) => boolean): Query[] {
  if (fits(query)) return [query]
  const largest = query.all.reduce((a, b) => (b.any.length > a.any.length ? b : a), query.all[0] ?? { id: '', any: [] })
  if (largest.any.length < 2) return [query]
  const middle = Math.ceil(largest.any.length / 2)
  return [largest.any.slice(0, middle), largest.any.slice(middle)].flatMap((any) =>
    partsOf({ ...query, all: query.all.map((concept) => (concept === largest ? { ...concept, any } : concept)) }, fits),
  )
}
