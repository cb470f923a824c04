import type { ProposedTerm, ProtocolProposal } from '../../src/core/model/protocol/check.ts'
import type { DerivedFacet } from '../../src/core/question/understand/facets.ts'
import { worksWith } from '../sources/other-names.ts'
import { type AskingNames, answerTo } from './database-names.ts'

/** What a model adds to a protocol that is being written. */
export interface Proposed {
  facets: DerivedFacet[]
  /** Lines of the file that are not in force. */
  notes: string[]
  /** What a person is told. */
  said: string[]
}

/** How a model is asked to add to a protocol: question, facets, and what the library holds. */
export type Proposing = (
  question: string,
  facets: readonly DerivedFacet[],
  library: { titles: readonly string[]; texts: readonly string[] },
  inDatabases: (proposal: ProtocolProposal) => Promise<ProtocolProposal>,
) => Promise<Proposed>

/** Names that are looked up in a database, at most. */
const mostLookedUp = 40

/**
 * A proposal with its names looked up in OpenAlex: a name that no record of the library has counts where works have it,
 * one that nothing has does not. An outage leaves a name as it was, and is told.
 */
export async function lookedUp(
  proposal: ProtocolProposal,
  asking: AskingNames | undefined,
  faults: Set<string>,
): Promise<ProtocolProposal> {
  if (!asking) return proposal
  let left = mostLookedUp
  const worksOf = async (term: string): Promise<number | null> =>
    left-- > 0 ? answerTo<number | null>(worksWith(term), null, asking, faults) : null
  const names: ProtocolProposal['names'] = {}
  const unmatched: ProtocolProposal['unmatched'] = []
  for (const [facet, terms] of Object.entries(proposal.names)) {
    const found: ProposedTerm[] = []
    for (const one of terms) {
      const works = one.records === null ? await worksOf(one.term) : null
      if (works === 0) unmatched.push({ term: one.term, of: facet })
      else found.push(works === null ? one : { ...one, works })
    }
    if (found.length > 0) names[facet] = found
  }
  for (const { term, of } of proposal.unmatched) {
    const works = proposal.facets.includes(of) ? await worksOf(term) : null
    if (works) names[of] = [...(names[of] ?? []), { term, records: 0, works }]
    else unmatched.push({ term, of })
  }
  return { ...proposal, names, unmatched }
}
