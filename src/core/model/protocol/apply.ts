import type { DerivedFacet } from '../../question/understand/facets.ts'
import { words } from '../../text/light-stem.ts'
import type { ProposedConcept, ProposedTerm, ProtocolProposal } from './check.ts'

const mostFacets = 16
const longestId = 60

/**
 * Facets with the names and the aspects of a proposal, the source of each name beside it. What would narrow the search
 * is no part of them: see {@link proposalNotes}.
 */
export function withProposal(
  facets: readonly DerivedFacet[],
  { names, aspects }: ProtocolProposal,
  model: string,
): DerivedFacet[] {
  const ids = new Set(facets.map(({ id }) => id))
  const added = aspects.flatMap(({ label, terms }): DerivedFacet[] => {
    const id = idOf(label)
    if (id === '' || ids.has(id)) return []
    ids.add(id)
    const base = { id, label: label.charAt(0).toUpperCase() + label.slice(1), role: 'aspect' as const }
    return [withTerms({ ...base, terms: [], sources: {} }, terms, model)]
  })
  return [...facets.map((facet) => withTerms(facet, names[facet.id] ?? [], model)), ...added].slice(0, mostFacets)
}

function withTerms(facet: DerivedFacet, terms: readonly ProposedTerm[], model: string): DerivedFacet {
  return {
    ...facet,
    terms: [...facet.terms, ...terms.map(({ term }) => term)],
    sources: { ...facet.sources, ...Object.fromEntries(terms.map((one) => [one.term, sourceOf(one, model)])) },
  }
}

function sourceOf({ records, works }: ProposedTerm, model: string): string {
  if (works !== undefined) return `proposed by the model ${model}, in ${works} works of OpenAlex`
  const held =
    records === null
      ? 'not looked up'
      : records === 1
        ? 'in 1 record of the library'
        : `in ${records} records of the library`
  return `proposed by the model ${model}, ${held}`
}

/** What of a proposal is not in force, as lines that a person may put in force: further subjects, exclusions, names without a record. */
export function proposalNotes({ subjects, exclude, unmatched }: ProtocolProposal, model: string): string[] {
  if (subjects.length + exclude.length + unmatched.length === 0) return []
  return [
    `Proposed by the model ${model} and not in force, since it would narrow what is read or was found nowhere. Move what is right to its place:`,
    ...subjects.map(
      (one) => `facet   - { id: ${idOf(one.label)}, label: ${quoted(one.label)}, role: subject, terms: ${list(one)} }`,
    ),
    ...exclude.map((one) => `exclude - { id: ${idOf(one.label)}, reason: ${quoted(one.label)}, terms: ${list(one)} }`),
    ...unmatched.map(({ term, of }) => `name of ${of} that stands in no record: ${term}`),
  ]
}

const list = ({ terms }: ProposedConcept) => `[${terms.map(({ term }) => quoted(term)).join(', ')}]`
const quoted = (text: string) => JSON.stringify(text)

function idOf(label: string): string {
  return words(label)
    .map((word) => word.replace(/[^a-z0-9]/g, ''))
    .filter(Boolean)
    .join('-')
    .slice(0, longestId)
    .replace(/-+$/, '')
}
