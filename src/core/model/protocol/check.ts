import type { Facet } from '../../../schemas/question.ts'
import { compileFacets, facetScores } from '../../question/facets/index.ts'
import { type Refusal, refused } from '../request.ts'
import type { ProtocolAnswer } from './request.ts'
import { termFault, termKey } from './term.ts'

/** A name that counts, with where it was found. */
export interface ProposedTerm {
  term: string
  /** Records of the library that hold it; null where there is no library. */
  records: number | null
  /** Works of a database that hold it, where one was asked. */
  works?: number
}

/** A concept that a model adds, with the names that count. */
export interface ProposedConcept {
  label: string
  terms: ProposedTerm[]
}

/** What of a model's protocol may be written down as a proposal. */
export interface ProtocolProposal {
  /** Ids of the facets that were there. */
  facets: string[]
  /** Other names, by the id of their facet. */
  names: Record<string, ProposedTerm[]>
  aspects: ProposedConcept[]
  /** What would narrow the search or the screening: only a person puts it in force. */
  subjects: ProposedConcept[]
  exclude: ProposedConcept[]
  /** Names that stand in no record of the library and in no database. */
  unmatched: { term: string; of: string }[]
  refused: Refusal[]
}

/** What a proposal is held against. */
export interface ProtocolGround {
  question: string
  facets: readonly Facet[]
  /** Titles and abstracts of the library; empty where there is none. */
  texts: readonly string[]
  rarity: (stem: string) => number
}

const mostTerms = 12
const longestLabel = 80

/**
 * Holds what a model proposes for a protocol against the question and the library. A name must be one, must tell
 * something, and must stand in a record where there is a library. An exclusion that would strike what the question
 * names is refused.
 */
export function checkProtocol(answer: ProtocolAnswer, ground: ProtocolGround): ProtocolProposal {
  const state: State = {
    ground,
    known: new Set(ground.facets.flatMap(({ terms }) => terms.map(termKey))),
    refused: [],
    unmatched: [],
  }
  const names: ProtocolProposal['names'] = {}
  for (const { facet, terms } of answer.names) {
    if (!ground.facets.some(({ id }) => id === facet)) {
      state.refused.push(refused(facet, 'unknown'))
      continue
    }
    const found = termsOf(terms, facet, state)
    if (found.length > 0) names[facet] = [...(names[facet] ?? []), ...found]
  }
  const aspects = conceptsOf(answer.aspects, state)
  const subjects = conceptsOf(answer.subjects, state)
  const exclude = conceptsOf(
    answer.exclude.map((concept) => ({ ...concept, terms: concept.terms.filter((term) => spares(term, state)) })),
    state,
  )
  const facets = ground.facets.map(({ id }) => id)
  return { facets, names, aspects, subjects, exclude, unmatched: state.unmatched, refused: state.refused }
}

interface State {
  ground: ProtocolGround
  known: Set<string>
  refused: Refusal[]
  unmatched: ProtocolProposal['unmatched']
}

function conceptsOf(concepts: ProtocolAnswer['aspects'], state: State): ProposedConcept[] {
  return concepts.flatMap(({ label, terms }) => {
    if (label.length > longestLabel || termFault(label, () => Number.POSITIVE_INFINITY) !== null) {
      state.refused.push(refused(label, 'form'))
      return []
    }
    const found = termsOf(terms, label, state)
    return found.length > 0 ? [{ label, terms: found }] : []
  })
}

function termsOf(
  terms: readonly string[],
  of: string,
  { ground, known, refused: no, unmatched }: State,
): ProposedTerm[] {
  const found: ProposedTerm[] = []
  for (const term of terms.map((each) => each.trim()).slice(0, mostTerms)) {
    const fault = termFault(term, ground.rarity)
    if (fault) no.push(refused(term, fault))
    if (fault || known.has(termKey(term))) continue
    known.add(termKey(term))
    const records = ground.texts.length > 0 ? recordsWith(term, ground.texts) : null
    if (records === 0) unmatched.push({ term, of })
    else found.push({ term, records })
  }
  return found
}

/** How many texts hold a term, as screening would read it. */
export function recordsWith(term: string, texts: readonly string[]): number {
  const facets = compileFacets([{ id: 'term', label: term, role: 'aspect', terms: [term] }])
  return texts.filter((text) => facetScores(facets, text).some(({ hits }) => hits.length > 0)).length
}

/** Whether an exclusion leaves alone what the question and its facets name. */
function spares(term: string, { ground, refused: no }: State): boolean {
  const own = [ground.question, ...ground.facets.flatMap(({ label, terms }) => [label, ...terms])]
  if (termFault(term, ground.rarity) !== null || recordsWith(term, own) === 0) return true
  no.push(refused(term, 'subject'))
  return false
}
