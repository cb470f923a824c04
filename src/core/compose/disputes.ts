import type { Claim } from '../../schemas/claim.ts'
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
 * Joins contested claims whose refuting passages are themselves claims. A claim whose opponents are no claims of the
 * report belongs to no dispute; it is told with their passages.
 */
export function findDisputes(contested: readonly Claim[], all: readonly Claim[]): Dispute[] {
  const against = new Map(contested.map((claim) => [claim, opponents(claim, all)]))
  const seen = new Set<Claim>()
  const disputes: Dispute[] = []
  for (const claim of contested) {
    if (seen.has(claim) || against.get(claim)!.length === 0) continue
    const sides = parted(claim, against)
    for (const one of sides.flat()) seen.add(one)
    disputes.push(disputeOf(sides))
  }
  return disputes
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

/** Walks from claim to opponent; each step changes the side. */
function parted(first: Claim, against: ReadonlyMap<Claim, readonly Claim[]>): [Claim[], Claim[]] {
  const side = new Map<Claim, 0 | 1>([[first, 0]])
  const open = [first]
  for (let claim = open.shift(); claim; claim = open.shift()) {
    const other = side.get(claim) === 0 ? 1 : 0
    const facing = [
      ...(against.get(claim) ?? []),
      ...[...against].filter(([, list]) => list.includes(claim!)).map(([one]) => one),
    ]
    for (const next of facing)
      if (!side.has(next)) {
        side.set(next, other)
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
