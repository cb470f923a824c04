import type { Facet } from '../../../schemas/question.ts'
import { lightStem, words } from '../../text/light-stem.ts'
import asked from '../../text/resources/asked-aspects.json' with { type: 'json' }
import { stem } from '../../text/stem.ts'
import { type Concept, type Name, telling, understand } from './index.ts'
import { isEnglish, longWords } from './language.ts'
import type { Dictionaries } from './parts.ts'
import { type Typo, typosIn } from './typos.ts'

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
  if (!isEnglish(question, dictionaries)) return foreignFacets(question, dictionaries)
  const typos = typosIn(question, dictionaries, texts)
  return asTyped(englishFacets(corrected(question, typos), dictionaries, texts), typos)
}

function englishFacets(question: string, dictionaries: Dictionaries, texts: readonly string[]): DerivedFacet[] {
  const concepts = joinedLists(understand(question, dictionaries, texts))
  const subject = subjectOf(concepts, dictionaries)
  const rest = concepts.filter(
    (concept) => concept !== subject && (concept.kind !== 'adjective' || isTelling(concept.text, dictionaries)),
  )
  const unnamed = withoutNames(question, concepts)
  const rows = asked.rows.filter(({ asks }) => asks.some((beginning) => begins(unnamed, beginning)))
  const covered = new Set(rows.flatMap(({ asks }) => asks))
  const aspects = rest
    .filter(({ text, part }) => part === 'population' || !isCovered(text, covered))
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

function corrected(question: string, typos: readonly Typo[]): string {
  return typos.reduce((text, { typed, meant }) => text.replaceAll(typed, meant), question)
}

/** Facets of a corrected question with the names as they were typed beside. */
function asTyped(facets: readonly DerivedFacet[], typos: readonly Typo[]): DerivedFacet[] {
  return facets.map((facet) => {
    const typed = typos.reduce((text, { typed: word, meant }) => text.replaceAll(meant, word), facet.terms[0]!)
    if (typed === facet.terms[0] || facet.terms.includes(typed)) return facet
    return { ...facet, terms: [...facet.terms, typed], sources: { ...facet.sources, [typed]: 'as the question spells it' } }
  })
}

/** A facet for each longer word of a question in another language, whose grammar is not read; the longest is the subject. */
function foreignFacets(question: string, dictionaries: Dictionaries): DerivedFacet[] {
  const long = longWords(question)
  const subject = long.toSorted((a, b) => b.length - a.length)[0]
  const of = (text: string, role: Facet['role']): DerivedFacet => {
    const { part: _, ...facet } = facetOf({ ...plainNoun, text }, role, dictionaries)
    return facet
  }
  const facets = unique([
    subject ? of(subject, 'subject') : anything,
    ...long.filter((word) => word !== subject).map((word) => of(word, 'aspect')),
  ]).slice(0, mostFacets)
  return facets.length > 1 ? facets : [...facets, findings]
}

const plainNoun: Concept = {
  text: '',
  kind: 'noun',
  part: 'exposure',
  aside: false,
  names: [],
  listed: false,
  isName: true,
}

/** A question without what is done, compared and for whom: in "cognitive therapy for general anxiety" no word asks for therapy or generality. */
function withoutNames(question: string, concepts: readonly Concept[]): string {
  const named = concepts.filter(({ part, kind }) => kind === 'noun' && part !== 'outcome')
  return named
    .flatMap(({ text, label }) => label ?? [text])
    .toSorted((a, b) => b.length - a.length)
    .reduce((rest, text) => rest.replace(text, ' . '), question)
}

/** Whether beginnings of words that ask say all that a phrase says. */
function isCovered(text: string, covered: ReadonlySet<string>): boolean {
  const low = text.toLowerCase()
  const all = [...covered]
  return (
    all.some((beginning) => beginning.includes(' ') && low.startsWith(beginning)) ||
    words(low).every((word) => all.some((beginning) => word.startsWith(beginning)))
  )
}

function subjectOf(concepts: readonly Concept[], dictionaries: Dictionaries): Concept | undefined {
  const nouns = concepts.filter(({ kind, aside }) => kind === 'noun' && !aside)
  const exposed = nouns.filter(({ part }) => part === 'exposure')
  const plain = exposed.find(({ text, names }) => names.length > 0 || isTelling(text, dictionaries))
  const others = [['exposure'], ['outcome'], ['population', 'comparator']].map((parts) =>
    rarestOf(
      nouns.filter(({ part, text }) => parts.includes(part) && (part !== 'exposure' || tells(text, dictionaries))),
      dictionaries,
    ),
  )
  return plain ?? others.find((found) => found !== undefined) ?? nouns[0] ?? concepts[0]
}

function rarestOf(concepts: readonly Concept[], dictionaries: Dictionaries): Concept | undefined {
  return concepts.toSorted((a, b) => rarest(b.text, dictionaries) - rarest(a.text, dictionaries))[0]
}

/** Whether the words of a phrase tell a subject together: "type systems" do, "interventions" does not. */
function tells(text: string, { rarity }: Dictionaries): boolean {
  const all = words(text)
  return all.length > 1 || all.reduce((sum, word) => sum + rarity(stem(word)), 0) >= telling
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

/** The most telling word of a phrase that dictionaries do not know as one name: "coffee" of "coffee drinkers", nothing of "proton pump inhibitors". */
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
