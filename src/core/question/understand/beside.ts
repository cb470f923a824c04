import { lightStem, words } from '../../text/light-stem.ts'
import { stem } from '../../text/stem.ts'
import { stopWords } from '../../text/stop-words.ts'
import { compileFacets, facetScores } from '../facets/index.ts'
import type { Dictionaries } from './dictionaries.ts'
import type { DerivedFacet } from './facets.ts'
import { type Name, telling } from './index.ts'

/** Words that are shown beside a facet, at most. */
const most = 3
/** Titles in which a word stands with a facet, at least. */
const fewest = 3
/** Of the titles that hold a word, those that hold the facet too, at least: below it the word goes about without it. */
const together = 0.5

/**
 * Words that the titles of a library set beside each facet that a question names: rare in scholarly abstracts, in no facet, and mostly
 * with this one. They are no names of it, so a person takes them or leaves them.
 */
export function besideInTitles(
  facets: readonly DerivedFacet[],
  titles: readonly string[],
  { rarity }: Dictionaries,
): DerivedFacet[] {
  const own = new Set(facets.flatMap(({ terms }) => terms.flatMap((term) => words(term).map(lightStem))))
  const compiled = compileFacets(facets)
  const held = titles.map((title) => ({
    words: new Map(words(title).map((word) => [lightStem(word), word])),
    facets: facetScores(compiled, title).map(({ hits }) => hits.length > 0),
  }))
  const isShown = (key: string, word: string) =>
    word.length > 3 && !own.has(key) && !stopWords.has(word) && /^\p{L}+$/u.test(word) && rarity(stem(word)) >= telling
  return facets.map((facet, place) => {
    if (facet.part === undefined) return facet
    const counts = new Map<string, { word: string; all: number; both: number }>()
    for (const title of held)
      for (const [key, word] of title.words) {
        if (!isShown(key, word)) continue
        const count = counts.get(key) ?? { word, all: 0, both: 0 }
        counts.set(key, { word: count.word, all: count.all + 1, both: count.both + (title.facets[place] ? 1 : 0) })
      }
    const found = [...counts.values()]
      .filter(({ all, both }) => both >= fewest && both / all > together)
      .sort((a, b) => b.both - a.both || (a.word < b.word ? -1 : 1))
      .slice(0, most)
    const names: Name[] = found.map(({ word, both }) => ({
      term: word,
      source: `stands beside ${facet.terms[0]} in ${both} titles of the library`,
    }))
    return names.length > 0 ? { ...facet, beside: [...(facet.beside ?? []), ...names] } : facet
  })
}
