import { formsOf } from '../../src/core/question/forms.ts'
import { type Query, partsOf as queriesOf } from '../../src/core/question/query.ts'
import { loadFormSources } from '../io/language.ts'

/** How a database writes a Boolean query. */
export interface BooleanStyle {
  /** Where the database understands an asterisk: nowhere; behind a word without a hyphen; at the end of a quoted phrase too. */
  wildcard: 'nowhere' | 'word' | 'phrase'
  /** Fewest letters of a word before an asterisk; 1 where absent. */
  least?: number
  /** Whether the real forms are written beside the asterisk, as where it is held against an index of stems. */
  formsToo?: boolean
  or?: string
  and?: string
  /** Writes one term; the default quotes it. */
  term?: (words: string, open: boolean) => string
}

/** Stands between the parts of a query that is asked in parts, where it is written down. */
export const betweenParts = ' ‖ '

/** `("a b" OR c*) AND ("d")`: every concept through any of its terms. */
export function booleanText(query: Query, style: BooleanStyle): string {
  return query.all.map((concept) => `(${anyText(concept.any, query, style)})`).join(style.and ?? ' AND ')
}

/** The terms, any of which will do. */
export function anyText(terms: readonly string[], query: Query, style: BooleanStyle): string {
  const write = style.term ?? ((words: string, open: boolean) => (open ? `${words}*` : `"${words}"`))
  const written = terms.flatMap((term) => {
    if (!term.endsWith('*')) return write(term, false)
    const forms = () => formsFor(term, query).map((form) => write(form, false))
    if (!takesAsterisk(term, style)) return forms()
    const open = write(term.slice(0, -1), true)
    return style.formsToo ? [open, ...forms()] : open
  })
  return [...new Set(written)].join(style.or ?? ' OR ')
}

/** Real forms of an open term: those that the query brings, else those of the dictionaries. */
export function formsFor(term: string, query: Query): readonly string[] {
  return query.forms?.[term] ?? formsOf(term, loadFormSources())
}

/** What is lost where endings are written out, in words. */
export function endingsLost(terms: readonly string[], style: BooleanStyle): string[] {
  const lost = [...new Set(terms.filter((term) => term.endsWith('*') && !takesAsterisk(term, style)))]
  return lost.length === 0 ? [] : [`endings other than those written out, of ${lost.join(', ')}`]
}

/** The terms of every concept. */
export function allTerms(query: Query): string[] {
  return query.all.flatMap((concept) => concept.any)
}

/** The parts in which a query is asked that is longer than the database takes; `most` counts characters as an address encodes them. */
export function partsOf(query: Query, most: number, write: (query: Query) => string): string[] {
  return queriesOf(query, (part) => encodeURIComponent(write(part)).length <= most).map(write)
}

function takesAsterisk(term: string, { wildcard, least = 1 }: BooleanStyle): boolean {
  const words = term.slice(0, -1)
  const last = /[^\s-]*$/.exec(words)![0]
  if (wildcard === 'nowhere' || last.length < least) return false
  return wildcard === 'phrase' || !/[\s-]/.test(words)
}
