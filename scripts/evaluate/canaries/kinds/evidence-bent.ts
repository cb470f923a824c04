import { standingOf } from '../../../../src/core/verify/evidence.ts'
import { decideVerdict } from '../../../../src/core/verify/verdict.ts'
import type { Claim } from '../../../../src/schemas/claim.ts'
import type { Canary, Ground, Planted } from '../canary.ts'

/** The claim's verdict as its rows now give it, so that the lie is told all the way through. */
function settled({ content, claim, slug }: Ground, what: string): Planted {
  claim.verdict = decideVerdict(standingOf(claim.evidence, claim.sources.length > 0))
  claim.leaveOneOut = [...new Set(claim.evidence.map((row) => row.paper))]
    .sort()
    .map((paper) => ({ paper, verdict: decideVerdict(standingOf(claim.evidence, claim.sources.length > 0, paper)) }))
    .filter((row) => row.verdict !== claim.verdict)
  if (claim.hunt) claim.hunt.found = claim.evidence.filter((row) => row.stance === 'refutes' && !row.excluded).length
  return { content, claim: claim.id, files: [`claims/${slug}.json`], touched: [], what }
}

/** The verdict is better than the evidence. */
export const verdictRaised: Canary = {
  id: 'verdict-raised',
  label: 'A verdict better than its evidence',
  plant: ({ content, claim, slug }) => {
    if (claim.verdict === 'supported') return null
    claim.verdict = 'supported'
    return { content, claim: claim.id, files: [`claims/${slug}.json`], touched: [], what: 'it was called supported' }
  },
}

/** A sentence that says nothing of the kind is entered as support. */
export const supportInvented: Canary = {
  id: 'support-invented',
  label: 'Support invented',
  plant: (ground) => {
    const { content, claim, slug, draw } = ground
    const own = new Set([...claim.sources, ...claim.evidence].map((span) => span.paper))
    const others = content.claims.get(slug)!.claims.flatMap((one) => one.sources.filter(({ paper }) => !own.has(paper)))
    const span = others[Math.floor(draw('support') * others.length)]
    if (!span || claim.verdict === 'supported') return null
    const row: Claim['evidence'][number] = {
      ...structuredClone(span),
      stance: 'supports',
      fit: 'same',
      possible: false,
      basis: 'lexical',
      score: 0.9,
      engine: claim.evidence[0]?.engine ?? 'lexical 1',
      reasons: ['the same words in the same direction'],
      group: span.paper,
    }
    claim.evidence.unshift(row)
    return settled(ground, `a sentence of ${span.paper} was entered as support`)
  },
}

/** What speaks against the claim is left out. */
export const refutationHidden: Canary = {
  id: 'refutation-hidden',
  label: 'A refutation left out',
  plant: (ground) => {
    const { claim } = ground
    const kept = claim.evidence.filter((row) => row.stance !== 'refutes')
    if (kept.length === claim.evidence.length) return null
    claim.evidence = kept
    return settled(ground, 'the rows that refute it were left out')
  },
}
