import type { Claim, Evidence } from '../../schemas/claim.ts'
import type { Paper } from '../../schemas/paper.ts'
import type { Calibration } from '../engines/calibrate.ts'
import { nearestOf, quotedClaims } from '../findings/quoted.ts'
import { withRows } from './link-claims.ts'

const reasons: Readonly<Record<'supports' | 'refutes', string>> = {
  supports: 'its own claim was found to say the same as this sentence',
  refutes: 'its own claim was found to say otherwise than this sentence',
}

/**
 * Claims with what was found of them from the other side: a sentence that another paper's claim is contrary to, or the same as, tells
 * as much of that claim as that claim tells of it, unless a row of its own says something of that paper already.
 */
export function mirrored(
  claims: readonly Claim[],
  { papers, calibration }: { papers: ReadonlyMap<string, Paper>; calibration: Calibration },
): Claim[] {
  const quotedIn = quotedClaims(claims)
  const told = new Map<string, Evidence[]>()
  for (const claim of claims)
    for (const row of claim.evidence.filter(isMutual))
      for (const { id } of nearestOf(claim, quotedIn(claim, row)))
        told.set(id, [...(told.get(id) ?? []), ...turned(claim, row)])
  return claims.map((claim) => {
    const sided = new Set(claim.evidence.filter(({ stance }) => stance !== 'neutral').map(({ paper }) => paper))
    const own = new Set(claim.sources.map(({ paper }) => paper))
    const rows = (told.get(claim.id) ?? []).filter(({ paper }) => !sided.has(paper) && !own.has(paper))
    const first = rows.filter(({ paper }, at) => rows.findIndex((row) => row.paper === paper) === at)
    return first.length > 0 ? withRows(claim, first, { papers, calibration, doubted: new Set() }) : claim
  })
}

/** A contrary is one from both sides; what says the same is, unless it holds for less or for more. */
function isMutual({ stance, fit, basis, excluded }: Evidence): boolean {
  return !excluded && basis !== 'stated' && (stance === 'refutes' || (stance === 'supports' && fit === 'same'))
}

function turned({ sources }: Claim, row: Evidence): Evidence[] {
  const { group: _group, excluded: _excluded, ...told } = row
  const stance = row.stance as keyof typeof reasons
  return sources.map(({ paper, section, start, end, quote }) => ({
    ...told,
    ...{ paper, section, start, end, quote },
    reasons: [reasons[stance]],
  }))
}
