import { siteIndex } from '../content/site-index.ts'
import { verdictWords } from '../words.ts'
import { topics } from './lists.ts'

/** The model of the search page: what can be searched, and how hits can be narrowed. */
export interface SearchPage {
  title: string
  description: string
  /** Where everything is without the search. */
  lists: string
  /** What each choice of the form offers; the first word of each takes all. */
  types: { value: string; words: string }[]
  verdicts: string[]
  topics: string[]
  years: number[]
}

/** The model of the search page. A choice of one is none. */
export async function searchPage(): Promise<SearchPage> {
  const { papers } = await siteIndex()
  const years = [...new Set([...papers.values()].flatMap(({ year }) => year ?? []))].sort((a, b) => b - a)
  const names = (await topics()).map(({ name }) => name)
  return {
    title: 'Search',
    description: 'Search the questions, findings, claims and papers of this site.',
    lists:
      'Searching needs JavaScript. These lists hold everything: [questions](/), [findings](/findings/), [claims](/claims/), [papers](/papers/), [references](/references/) with their DOIs.',
    types: ['Question', 'Finding', 'Claim', 'Paper'].map((value) => ({ value, words: `${value}s` })),
    verdicts: Object.values(verdictWords).map(({ word }) => word),
    topics: names.length > 1 ? names : [],
    years: years.length > 1 ? years : [],
  }
}
