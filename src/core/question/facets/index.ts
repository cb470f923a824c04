import type { Facet } from '../../../schemas/question.ts'
import { lightStem, words } from '../../text/light-stem.ts'

export { lightStem } from '../../text/light-stem.ts'
export { deriveFacets } from './derive.ts'

/** Facets made ready for matching. */
export interface CompiledFacets {
  facets: readonly { id: string; role: Facet['role']; terms: readonly CompiledTerm[] }[]
}

interface CompiledTerm {
  term: string
  words: readonly { stem: string; prefix: string | null }[]
}

/** What a text says of one facet: the facet's terms that it holds, in the order of the facet. */
export interface FacetScore {
  id: string
  role: Facet['role']
  hits: string[]
}

/** Makes facets ready for {@link facetScores}. */
export function compileFacets(facets: readonly Facet[]): CompiledFacets {
  return {
    facets: facets.map(({ id, role, terms }) => ({
      id,
      role,
      terms: terms.map(compileTerm).filter((each) => each.words.length > 0),
    })),
  }
}

function compileTerm(term: string): CompiledTerm {
  const open = new Set(term.split(/\s+|-/).flatMap((part) => (part.endsWith('*') ? [words(part).at(-1) ?? ''] : [])))
  return { term, words: words(term).map((word) => ({ stem: lightStem(word), prefix: open.has(word) ? word : null })) }
}

/**
 * Which terms of each facet a text holds. Whole words, case-insensitive, light stems; `*` matches any ending; a phrase
 * matches its words side by side, whatever stands between them but other words.
 */
export function facetScores(compiled: CompiledFacets, text: string): FacetScore[] {
  const plain = words(text)
  const stems = plain.map(lightStem)
  const places = new Map<string, number[]>()
  stems.forEach((stem, at) => {
    const list = places.get(stem)
    if (list) list.push(at)
    else places.set(stem, [at])
  })
  return compiled.facets.map(({ id, role, terms }) => ({
    id,
    role,
    hits: terms.filter((term) => holds(term, plain, stems, places)).map(({ term }) => term),
  }))
}

function holds(
  { words: wanted }: CompiledTerm,
  plain: readonly string[],
  stems: readonly string[],
  places: ReadonlyMap<string, number[]>,
): boolean {
  const matches = (index: number, at: number) => {
    const { stem, prefix } = wanted[index]!
    return stems[at] === stem || (prefix !== null && plain[at]?.startsWith(prefix) === true)
  }
  const restMatches = (at: number) => {
    for (let index = 1; index < wanted.length; index++) if (!matches(index, at + index)) return false
    return true
  }
  const { stem, prefix } = wanted[0]!
  if (prefix === null) return (places.get(stem) ?? []).some(restMatches)
  for (let at = 0; at < plain.length; at++) if (matches(0, at) && restMatches(at)) return true
  return false
}
