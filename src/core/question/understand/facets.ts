import type { Facet } from '../../../schemas/question.ts'
import { lightStem, words } from '../../text/light-stem.ts'
import asked from '../../text/resources/asked-aspects.json' with { type: 'json' }
import { stem } from '../../text/stem.ts'
import { type Concept, type Name, telling, understand } from './index.ts'
import type { Dictionaries } from './parts.ts'

/** A facet with the source of each of its terms that the question does not say itself. */
export interface DerivedFacet extends Facet {
  sources: Readonly<Record<string, string>>
  /** Words that the library or databases set beside it and that are no names of it: shown to the person, never searched. */
  beside?: readonly Name[]
}

const mostFacets = 10
const [longestTerm, longestId] = [120, 60]

/**
 * Facets of a question as understood, meant as a first protocol that a person edits: one subject, made of what is done or met or else of the
 * most telling thing that is named, and aspects for the rest and for what is asked of it.
 */
export function deriveFacets(
  question: string,
  dictionaries: Dictionaries,
  texts: readonly string[] = [],
): DerivedFacet[] {
  const concepts = joinedLists(understand(question, dictionaries, texts))
  const subject = subjectOf(concepts, dictionaries)
  const rest = concepts.filter(
    (concept) => concept !== subject && (concept.kind !== 'adjective' || isTelling(concept.text, dictionaries)),
  )
  const rows = asked.rows.filter(({ asks }) => asks.some((beginning) => begins(question, beginning)))
  const covered = new Set(rows.flatMap(({ asks }) => asks))
  const aspects = rest
    .filter(({ text }) => words(text).some((word) => ![...covered].some((beginning) => word.startsWith(beginning))))
    .map((concept) => facetOf(concept, 'aspect', dictionaries))
  const generic = rows.map(({ id, label, terms }) => ({
    id,
    label,
    role: 'aspect' as const,
    terms: [...terms],
    sources: {},
  }))
  const others = unique([
    subject ? facetOf(subject, 'subject', dictionaries) : anything,
    ...aspects.filter(({ part }) => part !== 'population'),
    ...generic,
    ...aspects.filter(({ part }) => part === 'population'),
  ]).slice(0, mostFacets)
  return others.length > 1 ? others : [...others, findings]
}

const anything: DerivedFacet = {
  id: 'subject',
  label: 'Subject',
  role: 'subject',
  terms: ['study', 'studies', 'research'],
  sources: {},
}

const findings: DerivedFacet = {
  id: 'findings',
  label: 'Findings',
  role: 'aspect',
  terms: ['effect*', 'associat*', 'result*', 'increas*', 'reduc*', 'improv*', 'differ*'],
  sources: {},
}

/** Exposures that a list joins are one concept: a record is about the question through any of them. */
function joinedLists(concepts: readonly Concept[]): Concept[] {
  const out: Concept[] = []
  for (const concept of concepts) {
    const last = out.at(-1)
    const joins =
      last?.part === 'exposure' &&
      concept.part === 'exposure' &&
      concept.kind === 'noun' &&
      !concept.aside &&
      concept.listed
    if (joins) {
      last.names = [...last.names, { term: concept.text, source: '' }, ...concept.names]
      last.label = [...(last.label ?? [last.text]), concept.text]
    } else out.push({ ...concept })
  }
  return out
}

function subjectOf(concepts: readonly Concept[], dictionaries: Dictionaries): Concept | undefined {
  const nouns = concepts.filter(({ kind, aside }) => kind === 'noun' && !aside)
  const exposed = nouns.find(
    ({ part, text, names }) => part === 'exposure' && (names.length > 0 || isTelling(text, dictionaries)),
  )
  return (
    exposed ?? nouns.toSorted((a, b) => rarest(b.text, dictionaries) - rarest(a.text, dictionaries))[0] ?? concepts[0]
  )
}

function rarest(text: string, { rarity }: Dictionaries): number {
  return Math.max(0, ...words(text).map((word) => rarity(stem(word))))
}

function isTelling(text: string, dictionaries: Dictionaries): boolean {
  return rarest(text, dictionaries) >= telling - 2
}

function facetOf(concept: Concept, role: Facet['role'], dictionaries: Dictionaries): DerivedFacet {
  const label = list(concept.label ?? [concept.text])
  const known = new Set<string>()
  const names = [
    { term: concept.text, source: '' },
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

function idOf(label: string): string {
  const id = words(label)
    .map((word) => word.replace(/[^a-z0-9]/g, ''))
    .filter(Boolean)
    .join('-')
  return id.slice(0, longestId).replace(/-+$/, '') || 'subject'
}

function begins(question: string, beginning: string): boolean {
  return beginning.includes(' ')
    ? question.toLowerCase().includes(beginning)
    : words(question).some((word) => word.startsWith(beginning))
}

function list(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
}

/** The first of each id, and of facets with the same terms. */
function unique(facets: readonly DerivedFacet[]): DerivedFacet[] {
  const seen = new Set<string>()
  return facets.filter(({ id, terms }) => {
    const key = terms.map((term) => words(term).map(lightStem).join(' ')).join('|')
    return !seen.has(id) && !seen.has(key) && seen.add(id) && seen.add(key)
  })
}
