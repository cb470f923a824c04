import type { Claim, Finding } from '../../schemas/claim.ts'
import { sourcePapers, speaking } from './sentences.ts'

/** Claims that contradict one another, parted into two sides; the larger or surer side first. */
export interface Dispute {
  sides: [Claim[], Claim[]]
  /** Number of papers behind both sides. */
  papers: number
  /** Whether the conflict was read from words alone. */
  possible: boolean
}

/**
 * Joins contested claims whose refuting passages are themselves claims, and the members of a finding with them, so that one
 * disagreement is told once. A claim whose opponents are no claims of the report belongs to no dispute; it is told with their passages.
 */
export function findDisputes(
  contested: readonly Claim[],
  all: readonly Claim[],
  findings: readonly Finding[] = [],
): Dispute[] {
  const ties = tiesOf(contested, all, findings)
  const seen = new Set<Claim>()
  const disputes: Dispute[] = []
  for (const claim of contested) {
    if (seen.has(claim) || !ties.get(claim)?.some(({ against }) => against)) continue
    const sides = parted(claim, ties)
    for (const one of sides.flat()) seen.add(one)
    disputes.push(disputeOf(sides))
  }
  return disputes
}

/** A claim that stands with or against another. */
interface Tie {
  claim: Claim
  against: boolean
}

/** Both ways: a claim and what refutes it; the claim of a disputed finding and its members. */
function tiesOf(contested: readonly Claim[], all: readonly Claim[], findings: readonly Finding[]): Map<Claim, Tie[]> {
  const ties = new Map<Claim, Tie[]>()
  const tie = (one: Claim, other: Claim, against: boolean) => {
    ties.set(one, [...(ties.get(one) ?? []), { claim: other, against }])
    ties.set(other, [...(ties.get(other) ?? []), { claim: one, against }])
  }
  for (const claim of contested) for (const other of opponents(claim, all)) tie(claim, other, true)
  const byId = new Map(all.map((claim) => [claim.id, claim]))
  for (const { members } of findings.filter(({ members: own }) => own.some(({ stance }) => stance !== 'supports'))) {
    const head = byId.get(members[0]!.claim)
    for (const { claim, stance } of members.slice(1)) {
      const other = byId.get(claim)
      if (head && other) tie(head, other, stance !== 'supports')
    }
  }
  return ties
}

/** Claims of the report that a refuting row of this claim quotes. */
function opponents(claim: Claim, all: readonly Claim[]): Claim[] {
  const rows = claim.evidence.filter((row) => row.stance === 'refutes' && row.excluded === undefined)
  return all.filter(
    (other) =>
      other !== claim &&
      other.sources.some(({ paper, quote }) => rows.some((row) => row.paper === paper && row.quote === quote)),
  )
}

/** Walks from claim to claim; a step to an opponent changes the side. */
function parted(first: Claim, ties: ReadonlyMap<Claim, readonly Tie[]>): [Claim[], Claim[]] {
  const side = new Map<Claim, 0 | 1>([[first, 0]])
  const open = [first]
  for (let claim = open.shift(); claim; claim = open.shift()) {
    const own = side.get(claim)!
    for (const { claim: next, against } of ties.get(claim) ?? [])
      if (!side.has(next)) {
        side.set(next, against ? (own === 0 ? 1 : 0) : own)
        open.push(next)
      }
  }
  const of = (which: 0 | 1) => [...side].filter(([, at]) => at === which).map(([claim]) => claim)
  return [of(0), of(1)]
}

function disputeOf([one, other]: [Claim[], Claim[]]): Dispute {
  const papers = (side: readonly Claim[]) => new Set(side.flatMap(sourcePapers)).size
  const sides: [Claim[], Claim[]] = papers(other) > papers(one) ? [other, one] : [one, other]
  const rows = sides.flat().flatMap((claim) => speaking(claim, 'refutes'))
  return { sides, papers: papers(sides.flat()), possible: rows.every((row) => row.possible) }
}
