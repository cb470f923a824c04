import type { Facet } from '../../../schemas/question.ts'
import { lightStem, words } from '../../text/light-stem.ts'
import { stem } from '../../text/stem.ts'
import type { Dictionaries } from './dictionaries.ts'
import { grammar } from './grammar.ts'
import { type Concept, type Name, telling } from './index.ts'
import { isMatter } from './kinds.ts'

/** A facet with the source of each of its terms that the question does not say itself. */
export interface DerivedFacet extends Facet {
  sources: Readonly<Record<string, string>>
  /** Words that the library or databases set beside it and that are no names of it: shown to the person, never searched. */
  beside?: readonly Name[]
}

const [longestTerm, longestId] = [120, 60]

/** The subject of a question that names nothing. */
export const anything: DerivedFacet = {
  id: 'subject',
  label: 'Subject',
  role: 'subject',
  terms: ['study', 'studies', 'research'],
  sources: {},
}

/** What is asked where a question asks for nothing by name. */
export const findings: DerivedFacet = {
  id: 'findings',
  label: 'Findings',
  role: 'aspect',
  terms: ['effect*', 'associat*', 'result*', 'increas*', 'reduc*', 'improv*', 'differ*'],
  sources: {},
}

/** A concept as a facet, with the names that people and databases know it by. */
export function facetOf(concept: Concept, role: Facet['role'], dictionaries: Dictionaries): DerivedFacet {
  const label = list(concept.label ?? [concept.text])
  const known = new Set<string>()
  const names = [
    { term: concept.text, source: '' },
    ...givenAlone(concept, dictionaries).map((term) => ({ term, source: 'what is given or met' })),
    ...wordsAlone(concept, dictionaries).map((term) => ({ term, source: 'a word of it that is telling alone' })),
    ...concept.names,
  ].filter(({ term }) => {
    const key = term.toLowerCase()
    return term.length > 1 && term.length <= longestTerm && !known.has(key) && known.add(key)
  })
  return {
    id: idOf(label),
    label: (label.charAt(0).toUpperCase() + label.slice(1)).slice(0, longestTerm),
    role,
    part: concept.part,
    terms: names.map(({ term }) => term),
    sources: Object.fromEntries(names.filter(({ source }) => source !== '').map(({ term, source }) => [term, source])),
  }
}

/** The most telling word of a phrase that dictionaries do not know as one name: "coffee" of "coffee drinkers", nothing of "calcium channel blockers". */
function wordsAlone({ text, kind, isName }: Concept, { rarity, net }: Dictionaries): string[] {
  const parts = text.split(' ')
  if (kind !== 'noun' || parts.length < 2 || isName) return []
  const rare = (word: string) => rarity(stem(word.toLowerCase()))
  return parts
    .filter((word) => rare(word) >= telling && net.synsets(word, 'noun').length > 0)
    .sort((a, b) => rare(b) - rare(a))
    .slice(0, 1)
}

/** Rarity from which what is given tells a subject beside the giving: "insulin" does, "drug" does not. */
const tellingGiven = 3.5

/** What is given or met, without the word for giving it: "vitamin D" of "vitamin D supplementation". As an outcome the giving itself is meant. */
function givenAlone({ text, kind, part }: Concept, dictionaries: Dictionaries): string[] {
  const parts = text.split(' ')
  const given = parts.slice(0, -1)
  if (kind !== 'noun' || part === 'outcome' || given.length === 0) return []
  if (!grammar.giving.has(parts.at(-1)!.toLowerCase())) return []
  const isTelling = given.some((word) => dictionaries.rarity(stem(word.toLowerCase())) >= tellingGiven)
  return isTelling &&
    isMatter(
      given.map((word) => word.toLowerCase()),
      dictionaries,
    )
    ? [given.join(' ')]
    : []
}

function idOf(label: string): string {
  const id = words(label)
    .map((word) => word.replace(/[^a-z0-9]/g, ''))
    .filter(Boolean)
    .join('-')
  return id.slice(0, longestId).replace(/-+$/, '') || 'subject'
}

function list(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
}

/** The first of each id, and of facets with the same terms. */
export function unique(facets: readonly DerivedFacet[]): DerivedFacet[] {
  const seen = new Set<string>()
  return facets.filter(({ id, terms }) => {
    const key = terms.map((term) => words(term).map(lightStem).join(' ')).join('|')
    return !seen.has(id) && !seen.has(key) && seen.add(id) && seen.add(key)
  })
}
