import type { Claim, Evidence, Finding } from '../../schemas/claim.ts'
import { nearestOf, quotedClaims, stanceOf } from './quoted.ts'

/** What one claim is to another, by a row of evidence that quotes the other's source. */
interface Tie {
  other: string
  row: Evidence
}

/**
 * Findings of the claims of one question: around each claim the claims of other papers that its evidence quotes, those
 * with most of them first; each claim stands in one finding at most. A finding that was there before keeps its id for as
 * long as one of its claims is in it.
 * @param groups ids of the claims of each finding that a reader of all claims saw: a claim that reports several results has ties to
 * claims that have nothing to do with one another, so those of one finding only are taken together
 */
export function groupFindings(
  claims: readonly Claim[],
  before: readonly Finding[] = [],
  groups: readonly (readonly string[])[] = [],
): Finding[] {
  const ties = tiesOf(claims, groups)
  const byId = new Map(claims.map((claim, at) => [claim.id, { claim, at }]))
  const taken = new Set<string>()
  const stars = claims.flatMap(({ id }) => partedTies(id, ties.get(id)!, groups).map((star) => ({ head: id, ...star })))
  const first = new Map(before.map(({ claim, id }) => [claim, id]))
  stars.sort(
    (a, b) =>
      Number(first.has(b.head)) - Number(first.has(a.head)) ||
      Number(b.seen) - Number(a.seen) ||
      b.own.length - a.own.length ||
      byId.get(a.head)!.at - byId.get(b.head)!.at,
  )
  const found: Finding[] = []
  for (const { head, own } of stars) {
    if (taken.has(head)) continue
    const members = own.filter(({ other }) => !taken.has(other))
    if (members.length === 0 || !tells(byId.get(head)!.claim, members)) continue
    for (const id of [head, ...members.map(({ other }) => other)]) taken.add(id)
    found.push(findingOf(byId.get(head)!.claim, members, (id) => byId.get(id)!.claim))
  }
  return named(found, before).sort((a, b) => byId.get(a.claim)!.at - byId.get(b.claim)!.at)
}

/** The ties of a claim, those of each group that it stands in apart from the others and marked as seen; none is empty. */
function partedTies(id: string, ties: readonly Tie[], groups: readonly (readonly string[])[]) {
  const own = groups.filter((group) => group.includes(id)).map((group) => new Set(group))
  const parts = own.map((group) => ({ own: ties.filter(({ other }) => group.has(other)), seen: true }))
  const rest = { own: ties.filter(({ other }) => !own.some((group) => group.has(other))), seen: false }
  return [...parts, rest].filter((part) => part.own.length > 0)
}

/** Whether the members of a finding show what its verdict rests on: somebody who confirms it, or somebody who says otherwise. */
function tells({ verdict }: Claim, members: readonly Tie[]): boolean {
  if (verdict === 'supported') return members.some(({ row }) => row.stance === 'supports')
  if (verdict === 'disputed' || verdict === 'contradicted') return members.some(({ row }) => row.stance === 'refutes')
  return true
}

/** For each claim the claims of other papers whose source stands in a row of its evidence that counts. */
function tiesOf(claims: readonly Claim[], groups: readonly (readonly string[])[]): Map<string, Tie[]> {
  const groupsOf = (id: string) => groups.filter((group) => group.includes(id))
  const quotedIn = quotedClaims(claims)
  return new Map(
    claims.map((claim) => [
      claim.id,
      onceEach(claim.evidence.flatMap((row) => tiesBy(claim, row, quotedIn, groupsOf(claim.id)))),
    ]),
  )
}

function tiesBy(
  claim: Claim,
  row: Evidence,
  quotedIn: ReturnType<typeof quotedClaims>,
  groups: readonly (readonly string[])[],
): Tie[] {
  if (row.stance === 'neutral' || row.excluded || row.basis === 'stated') return []
  const quoted = quotedIn(claim, row)
  const seen = quoted.filter(({ id }) => groups.some((group) => group.includes(id)))
  return (seen.length > 0 ? seen : nearestOf(claim, quoted)).map(({ id }) => ({ other: id, row }))
}

function onceEach(ties: readonly Tie[]): Tie[] {
  return [...new Map(ties.map((tie) => [tie.other, tie])).values()]
}

function findingOf(head: Claim, ties: readonly Tie[], claimOf: (id: string) => Claim): Finding {
  return {
    id: `f-${head.id.slice(2)}`,
    claim: head.id,
    members: [
      { claim: head.id, stance: 'supports', fit: 'same', reason: 'the finding is told in its words' },
      ...ties.map(({ other, row }) => ({
        claim: other,
        stance: stanceOf(row, head, claimOf(other)),
        fit: row.fit,
        reason: row.reasons.join('; '),
      })),
    ],
    frame: head.frame ?? null,
    verdict: head.verdict,
    confidence: head.confidence,
  }
}

/** Gives findings the ids of those before them with which they share a claim, each id once. */
function named(found: readonly Finding[], before: readonly Finding[]): Finding[] {
  const used = new Set<string>()
  const kept = found.map((one) => {
    const own = new Set(one.members.map(({ claim }) => claim))
    const old = before.find(({ id, members }) => !used.has(id) && members.some(({ claim }) => own.has(claim)))
    if (old) used.add(old.id)
    return old?.id
  })
  return found.map((one, at) => ({ ...one, id: kept[at] ?? freshId(one, used) }))
}

/** Id of the first member whose id no older finding has. */
function freshId({ id, members }: Finding, used: Set<string>): string {
  const fresh = members.map(({ claim }) => `f-${claim.slice(2)}`).find((one) => !used.has(one)) ?? id
  used.add(fresh)
  return fresh
}
