import { sha256 } from '../../../src/core/hash.ts'
import type { Claim } from '../../../src/schemas/claim.ts'

/**
 * The claims of a report with this share of them tied to the passage of another paper: each of them is given the sources
 * of the next whose paper is another. Everything else of them stays, as with a program that lost track of its citations.
 */
export function claimsShuffled(claims: readonly Claim[], share: number): Claim[] {
  const order = claims
    .map(({ id }) => ({ id, key: sha256(`shuffled ${id}`) }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ id }) => id)
  const struck = order.slice(0, Math.round(order.length * share))
  const byId = new Map(claims.map((claim) => [claim.id, claim]))
  const given = new Map(struck.flatMap((id) => strangerOf(byId.get(id)!, claims)))
  return claims.map((claim) => {
    const sources = given.get(claim.id)
    return sources ? { ...claim, sources: structuredClone(sources) } : claim
  })
}

/** Sources of the first claim, in an order of its own, that rests on other papers. */
function strangerOf(claim: Claim, all: readonly Claim[]): [string, Claim['sources']][] {
  const own = new Set(claim.sources.map(({ paper }) => paper))
  const at = Number.parseInt(sha256(`stranger ${claim.id}`).slice(0, 8), 16) % all.length
  const turned = [...all.slice(at), ...all.slice(0, at)]
  const found = turned.find(({ sources }) => sources.length > 0 && sources.every(({ paper }) => !own.has(paper)))
  return found ? [[claim.id, found.sources]] : []
}
