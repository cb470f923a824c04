import type { Claim, Evidence } from '../../schemas/claim.ts'
import type { Paper } from '../../schemas/paper.ts'
import type { Calibration } from '../engines/calibrate.ts'
import { findsDifference, findsNoDifference } from '../findings/no-difference.ts'
import measured from './link-precision.json' with { type: 'json' }
import { settled } from './settled.ts'

/** Two claims of different papers that a reader, a model, sees as one finding or as contrary ones; or the other finds no difference where the one finds an effect. */
export interface ReaderLink {
  one: string
  other: string
  stance: 'supports' | 'refutes' | 'no-difference'
}

/** Probability that such a link is right: measured, each count one larger and one right more, so that few say less than many. */
const sureOf = ({ right, links }: { right: number; links: number }) =>
  Math.round(((right + 1) / (links + 2)) * 1000) / 1000
const sure = { supports: sureOf(measured.supports), refutes: sureOf(measured.refutes) }

export interface LinkInput {
  claims: readonly Claim[]
  links: readonly ReaderLink[]
  papers: ReadonlyMap<string, Paper>
  calibration: Calibration
  /** Name of the reader. */
  engine: string
  /** Claim and paper, `id paper`, of rows of other engines that the reader, asked alone, does not see. */
  doubted: ReadonlySet<string>
}

/** The claims with the evidence of their links, verdict and confidence by the same rules as any other evidence. */
export function linkClaims({ claims, links, papers, calibration, engine, doubted }: LinkInput): Claim[] {
  const byId = new Map(claims.map((claim) => [claim.id, claim]))
  const rows = new Map<string, Evidence[]>()
  for (const { one, other, ...said } of links)
    for (const [claim, source, reason] of [
      [one, other, reasonOf[said.stance]],
      [other, one, said.stance === 'no-difference' ? findsDifference : reasonOf[said.stance]],
    ] as const)
      rows.set(claim, [
        ...(rows.get(claim) ?? []),
        ...rowsOf(byId.get(claim)!, byId.get(source)!, { ...said, reason }, engine),
      ])
  return claims.map((claim) => {
    const own = firstOfEach(rows.get(claim.id) ?? [])
    const touched = own.length > 0 || claim.evidence.some(({ paper }) => doubted.has(`${claim.id} ${paper}`))
    return touched ? withRows(claim, own, { papers, calibration, doubted }) : claim
  })
}

function rowsOf(
  claim: Claim,
  { sources }: Claim,
  { stance, reason }: Pick<ReaderLink, 'stance'> & { reason: string },
  engine: string,
): Evidence[] {
  const own = new Set(claim.sources.map(({ paper }) => paper))
  const side = stance === 'supports' ? 'supports' : 'refutes'
  const first = sources.filter(({ paper }, at) => sources.findIndex((one) => one.paper === paper) === at)
  return first
    .filter(({ paper }) => !own.has(paper))
    .map((source) => ({
      ...source,
      stance: side,
      fit: 'same',
      possible: false,
      basis: 'llm',
      score: sure[side],
      probability: sure[side],
      engine,
      reasons: [reason],
    }))
}

const reasonOf: Readonly<Record<ReaderLink['stance'], string>> = {
  supports: 'the model reads the same finding in both, and no rule forbids it',
  refutes: 'the model reads the contrary finding here, and no rule forbids it',
  'no-difference': findsNoDifference,
}

/** One row a paper and stance: that of the statement first linked. */
function firstOfEach(rows: readonly Evidence[]): Evidence[] {
  const sides = Map.groupBy(rows, ({ paper, stance }) => `${paper} ${stance}`)
  return [...sides.values()].map(([first]) => first!)
}

/** A claim with rows of evidence in place of what it had of their papers, and what follows. */
export function withRows(
  claim: Claim,
  own: readonly Evidence[],
  { papers, calibration, doubted }: Pick<LinkInput, 'papers' | 'calibration' | 'doubted'>,
): Claim {
  const told = new Set(own.map(({ paper }) => paper))
  const kept = claim.evidence
    .filter(({ paper, basis }) => basis === 'stated' || !told.has(paper))
    .map((row) => (doubted.has(`${claim.id} ${row.paper}`) && row.basis !== 'stated' ? neutral(row) : row))
  const rows = [...own, ...kept].map(({ excluded: _excluded, group: _group, ...row }) => row)
  const { confidenceNote: _note, ...bare } = claim
  return {
    ...bare,
    ...settled(claim, rows, papers, calibration, claim.verdict === 'reported' ? claim.confidence : null),
    likewise: claim.likewise.filter(({ paper }) => !told.has(paper)),
  }
}

function neutral(row: Evidence): Evidence {
  return {
    ...row,
    stance: 'neutral',
    possible: false,
    reasons: [...row.reasons, 'the model, asked about these two alone, does not see it'],
  }
}
