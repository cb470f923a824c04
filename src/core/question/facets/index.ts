import type { Facet } from '../../../schemas/question.ts'
import { lightStem, words } from '../../text/light-stem.ts'
import { oneSpelling } from '../../text/spelling.ts'

export { lightStem } from '../../text/light-stem.ts'

/** Facets made ready for matching. */
export interface CompiledFacets {
  facets: readonly { id: string; role: Facet['role']; terms: readonly CompiledTerm[] }[]
}

interface CompiledTerm {
  term: string
  words: readonly { stem: string; prefix: string | null; suffix: string | null }[]
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
  const parts = term.split(/\s+|-/)
  const open = new Set(parts.flatMap((part) => (part.endsWith('*') ? [words(part).at(-1) ?? ''] : [])))
  const ends = new Set(parts.flatMap((part) => (part.startsWith('*') ? [words(part)[0] ?? ''] : [])))
  return {
    term,
    words: words(term)
      .map((word) => [word, oneSpelling(word)] as const)
      .map(([word, plain]) => ({
        stem: lightStem(plain),
        prefix: open.has(word) ? plain : null,
        suffix: ends.has(word) ? plain : null,
      })),
  }
}

/** Letters that a word must have before the ending of a term such as `*pril`, so that "April" is none. */
const leastBefore = 3

/**
 * Which terms of each facet a text holds. Whole words, case-insensitive, light stems, British and American spelling alike; `*`
 * after a word matches any ending, before a word any beginning of three letters and more; a phrase matches its words side by side, whatever stands between them but other words.
 */
export function facetScores(compiled: CompiledFacets, text: string): FacetScore[] {
  const plain = words(text).map(oneSpelling)
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
    const { stem, prefix, suffix } = wanted[index]!
    if (suffix !== null) return ends(plain[at] ?? '', suffix)
    return stems[at] === stem || (prefix !== null && plain[at]?.startsWith(prefix) === true)
  }
  const restMatches = (at: number) => {
    for (let index = 1; index < wanted.length; index++) if (!matches(index, at + index)) return false
    return true
  }
  const { stem, prefix, suffix } = wanted[0]!
  if (prefix === null && suffix === null) return (places.get(stem) ?? []).some(restMatches)
  for (let at = 0; at < plain.length; at++) if (matches(0, at) && restMatches(at)) return true
  return false
}

/** Whether a word, or its singular, ends so with enough before. */
function ends(word: string, suffix: string): boolean {
  const bare = word.endsWith(suffix) ? word : word.replace(/s$/, '')
  return bare.endsWith(suffix) && bare.length >= suffix.length + leastBefore
}
