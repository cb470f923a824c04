import type { Claim, Finding } from '../../schemas/claim.ts'
import type { Paper } from '../../schemas/paper.ts'

/** A paper that speaks to a finding. */
export interface Voice {
  paper: Paper
  claim: Claim
  fit: Finding['members'][number]['fit']
}

/** The papers of a finding by what they say of it, each paper once on each side. */
export interface Voices {
  says: Voice[]
  otherwise: Voice[]
  noDifference: Voice[]
}

/** Sorts the members of a finding by stance; retracted papers have no voice. */
export function voicesOf(
  { members }: Pick<Finding, 'members'>,
  claims: ReadonlyMap<string, Claim>,
  papers: ReadonlyMap<string, Paper>,
): Voices {
  const voices = members.flatMap(({ claim: id, stance, fit }) => {
    const claim = claims.get(id)
    return (claim?.sources ?? []).flatMap(({ paper: name }) => {
      const paper = papers.get(name)
      return paper && paper.standing.state !== 'retracted' ? [{ stance, voice: { paper, claim: claim!, fit } }] : []
    })
  })
  const of = (wanted: Finding['members'][number]['stance']) => {
    const own = voices.filter(({ stance }) => stance === wanted).map(({ voice }) => voice)
    return [...new Map(own.toReversed().map((voice) => [voice.paper.id, voice])).values()].reverse()
  }
  return { says: of('supports'), otherwise: of('refutes'), noDifference: of('no-difference') }
}

/** Ids of the papers of voices. */
export const papersOf = (voices: readonly Voice[]): string[] => voices.map(({ paper }) => paper.id)
