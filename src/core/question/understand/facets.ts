import { askedRows, isCovered } from './asked.ts'
import type { Dictionaries } from './dictionaries.ts'
import { anything, type DerivedFacet, facetOf, findings, unique } from './facet-of.ts'
import { type Concept, understand } from './index.ts'
import { isEnglish } from './language.ts'
import { isTelling, subjectOf } from './subject.ts'
import { asTyped, corrected, foreignFacets } from './typed.ts'
import { typosIn } from './typos.ts'

export type { DerivedFacet } from './facet-of.ts'

const mostFacets = 10

/**
 * Facets of a question as understood, meant as a first protocol that a person edits: one subject, made of what is done or met or else of the
 * most telling thing that is named, and aspects for the rest and for what is asked of it.
 */
export function deriveFacets(
  question: string,
  dictionaries: Dictionaries,
  texts: readonly string[] = [],
): DerivedFacet[] {
  if (!isEnglish(question, dictionaries)) return foreignFacets(question, dictionaries, mostFacets)
  const typos = typosIn(question, dictionaries, texts)
  return asTyped(englishFacets(corrected(question, typos), dictionaries, texts), typos)
}

function englishFacets(question: string, dictionaries: Dictionaries, texts: readonly string[]): DerivedFacet[] {
  const { concepts, subject } = withSubject(
    joinedLists(understand(question, dictionaries, texts), 'exposure'),
    dictionaries,
  )
  const rest = concepts.filter(
    ({ kind, sought, text }, at) =>
      concepts[at] !== subject && ((kind !== 'adjective' && !sought) || isTelling(text, dictionaries)),
  )
  const rows = askedRows(question, concepts)
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

/** Concepts with the one that a record must be about; where a list joins it with others, a record is about the question through any. */
function withSubject(concepts: readonly Concept[], dictionaries: Dictionaries) {
  const subject = subjectOf(concepts, dictionaries)
  const joined = subject && subject.part !== 'exposure' ? joinedLists(concepts, subject.part) : concepts
  const whole = joined.find(({ label }) => label?.includes(subject!.text))
  return whole ? { concepts: joined, subject: whole } : { concepts, subject }
}

/** Concepts of a part that a list joins as one: exposures, since a record is about the question through any of them. */
function joinedLists(concepts: readonly Concept[], part: Concept['part']): Concept[] {
  const out: Concept[] = []
  for (const concept of concepts) {
    const last = out.at(-1)
    const joins =
      last?.part === part &&
      concept.part === part &&
      last.kind === 'noun' &&
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
