import type { Claim, Finding } from '../../../schemas/claim.ts'
import { isQuoted } from '../../findings/quoted.ts'
import type { Tellable } from './request.ts'

/** Findings and single claims that a model is shown, at most; statements of one finding, at most. */
const [mostFindings, mostSingles, mostStatements] = [24, 16, 5]

/**
 * What an answer may tell, the weightiest first: findings of several papers, then what single papers say that is nearest
 * to the question. Names are short, so that a model copies them without a slip.
 */
export function tellables(claims: readonly Claim[], findings: readonly Finding[]): Tellable[] {
  const byId = new Map(claims.map((claim) => [claim.id, claim]))
  const told = findings.map((finding) => ofFinding(finding, byId)).sort((a, b) => b.papers - a.papers || order(a, b))
  const inFinding = new Set(findings.flatMap(({ members }) => members.map(({ claim }) => claim)))
  const singles = claims
    .filter(({ id }) => !inFinding.has(id))
    .sort((a, b) => b.relevance - a.relevance || order(a, b))
    .map((claim) => ofClaim(claim, claims))
  return [...told.slice(0, mostFindings), ...singles.slice(0, mostSingles)].map((one, at) => ({
    ...one,
    name: `f${at + 1}`,
  }))
}

const order = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)

type Unnamed = Omit<Tellable, 'name'>

function ofFinding({ id, members, verdict, confidence }: Finding, byId: ReadonlyMap<string, Claim>): Unnamed {
  const statements = members.flatMap(({ claim, stance }) => {
    const text = byId.get(claim)?.text
    return text === undefined ? [] : [{ claim, text, against: stance !== 'supports' }]
  })
  const papers = new Set(members.flatMap(({ claim }) => byId.get(claim)?.sources.map(({ paper }) => paper) ?? []))
  const sides = [false, true].flatMap((side) =>
    statements.filter(({ against }) => against === side).slice(0, mostStatements),
  )
  return { id, kind: 'finding', verdict, confidence, statements: sides, papers: papers.size }
}

/** A claim that stands in no finding, beside the claims that its evidence quotes. */
function ofClaim(claim: Claim, claims: readonly Claim[]): Unnamed {
  const { id, text, verdict, confidence, sources } = claim
  const rows = claim.evidence.filter(({ stance, excluded }) => stance !== 'neutral' && !excluded)
  const others = rows.flatMap((row) => {
    const quoted = claims.find((other) => other.id !== id && other.sources.some((source) => isQuoted(source, row)))
    return quoted ? [{ claim: quoted.id, text: quoted.text, against: row.stance === 'refutes' }] : []
  })
  const sides = [false, true].flatMap((side) =>
    others.filter(({ against }) => against === side).slice(0, mostStatements),
  )
  const papers = new Set([...sources, ...rows].map(({ paper }) => paper)).size
  return {
    id,
    kind: 'single',
    verdict,
    confidence,
    statements: [{ claim: id, text, against: false }, ...sides],
    papers,
  }
}
