import type { Claim, Finding } from '../../schemas/claim.ts'
import type { Paper } from '../../schemas/paper.ts'
import { isQuoted, stanceOf } from '../findings/quoted.ts'

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

/**
 * Sorts the papers of a finding by stance: those of its members, and those that the evidence of its first claim quotes though their own
 * claim stands in another finding. Retracted papers have no voice.
 */
export function voicesOf(
  { members }: Pick<Finding, 'members'>,
  claims: ReadonlyMap<string, Claim>,
  papers: ReadonlyMap<string, Paper>,
): Voices {
  const voices = [...members, ...quotedBy(members[0]?.claim, claims)].flatMap(({ claim: id, stance, fit }) => {
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

type Member = Pick<Finding['members'][number], 'claim' | 'stance' | 'fit'>

function quotedBy(head: string | undefined, claims: ReadonlyMap<string, Claim>): Member[] {
  const claim = claims.get(head ?? '')
  const rows = claim?.evidence.filter(({ stance, excluded }) => stance !== 'neutral' && !excluded) ?? []
  return rows.flatMap((row) => {
    const quoted = [...claims.values()].find(
      (one) => one.id !== head && one.sources.some((span) => isQuoted(span, row)),
    )
    return quoted ? [{ claim: quoted.id, stance: stanceOf(row, claim!, quoted), fit: row.fit }] : []
  })
}

/** Ids of the papers of voices. */
export const papersOf = (voices: readonly Voice[]): string[] => voices.map(({ paper }) => paper.id)
