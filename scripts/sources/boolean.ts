import type { Concept } from '../../src/core/question/query.ts'

/** How a database writes a Boolean query. */
export interface BooleanStyle {
  /** Whether an asterisk at the end of a word is understood. */
  wildcard: boolean
  or?: string
  and?: string
  /** Writes one term; the default quotes it. */
  term?: (words: string, open: boolean) => string
}

/** `("a b" OR c*) AND ("d")`: every concept through any of its terms. */
export function booleanText(concepts: readonly Concept[], style: BooleanStyle): string {
  return concepts.map((concept) => `(${anyText(concept.any, style)})`).join(style.and ?? ' AND ')
}

/** The terms, any of which will do. */
export function anyText(terms: readonly string[], style: BooleanStyle): string {
  const write = style.term ?? ((words: string, open: boolean) => (open ? `${words}*` : `"${words}"`))
  const written = terms.map((term) => {
    const open = term.endsWith('*')
    const words = open ? term.slice(0, -1) : term
    return write(words, open && style.wildcard && !words.includes(' '))
  })
  return [...new Set(written)].join(style.or ?? ' OR ')
}
