import { describe, expect, it } from 'vitest'
import { calibration } from '../../../tests/helpers/calibration.ts'
import { sampleContent } from '../../../tests/helpers/sample-content.ts'
import type { Claim } from '../../schemas/claim.ts'
import { findsDifference, findsNoDifference } from '../findings/no-difference.ts'
import { linkClaims, type ReaderLink } from './link-claims.ts'

const content = sampleContent()
const all = content.claims.get('tea')!.claims
/** Headache, waking (confirmed by the next), waking, no adverse events. */
const [headache, waking, woken, events] = [all[3]!, all[4]!, all[5]!, all[6]!]

function linked(
  links: Partial<ReaderLink>[],
  doubted: string[] = [],
  claims: readonly Claim[] = all,
): Map<string, Claim> {
  const made = linkClaims({
    ...{ claims, papers: content.papers, calibration, engine: 'a model', doubted: new Set(doubted) },
    links: links.map((link) => ({ one: headache.id, other: waking.id, stance: 'supports', ...link })),
  })
  return new Map(made.map((claim) => [claim.id, claim]))
}

const rows = (claim: Claim) => claim.evidence.map(({ paper, stance, basis }) => [paper, stance, basis])

describe('links of a reader', () => {
  it('are none: claims stay as they are', () => {
    expect([...linked([]).values()]).toEqual(all)
  })

  it('support each of the two by the other, measured, and change nothing else', () => {
    const claims = linked([{}])
    const [one, other] = [claims.get(headache.id)!, claims.get(waking.id)!]
    expect(one).toMatchObject({ verdict: 'supported', leaveOneOut: [{ verdict: 'reported' }] })
    expect(one.evidence).toEqual([
      {
        ...waking.sources[0],
        ...{ stance: 'supports', fit: 'same', possible: false, basis: 'llm', engine: 'a model' },
        ...{ score: expect.closeTo(0.7, 1), probability: expect.closeTo(0.7, 1), group: waking.sources[0]!.paper },
        reasons: ['the model reads the same finding in both, and no rule forbids it'],
      },
    ])
    expect(rows(other)).toEqual([
      [headache.sources[0]!.paper, 'supports', 'llm'],
      [woken.sources[0]!.paper, 'supports', 'lexical'],
    ])
    expect(claims.get(events.id)).toEqual(events)
  })

  it('say which of the two shows no difference', () => {
    const claims = linked([{ stance: 'no-difference' }])
    expect(claims.get(headache.id)!.evidence[0]).toMatchObject({
      stance: 'refutes',
      reasons: [findsNoDifference],
    })
    expect(claims.get(waking.id)!.evidence[0]).toMatchObject({ stance: 'refutes', reasons: [findsDifference] })
    expect(claims.get(headache.id)!.verdict).toBe('contradicted')
    const [row] = linked([{ stance: 'refutes' }]).get(headache.id)!.evidence
    expect(row).toMatchObject({ reasons: ['the model reads the contrary finding here, and no rule forbids it'] })
    expect(row!.probability).toBeCloseTo(82 / 125, 3)
  })

  it('of one paper are none, and of two statements of a paper one counts', () => {
    const own = { ...headache, id: 'c-0000000000000001', sources: waking.sources }
    const claims = [...all, own]
    const twice = linked([{}, { other: own.id }], [], claims)
    expect(twice.get(headache.id)!.evidence).toHaveLength(1)
    expect(linked([{ one: waking.id, other: own.id }], [], claims).get(waking.id)).toEqual(waking)
  })

  it('stand in the place of what another engine said of the paper, but not of what papers state themselves', () => {
    const paper = woken.sources[0]!.paper
    const near = { ...woken.sources[0]!, score: 0.4, reasons: [] }
    const stated = { ...waking.evidence[0]!, basis: 'stated' as const }
    const claims = all.map((claim) =>
      claim.id === waking.id ? { ...claim, likewise: [near], evidence: [...claim.evidence, stated] } : claim,
    )
    const claim = linked([{ one: waking.id, other: woken.id, stance: 'refutes' }], [], claims).get(waking.id)!
    expect(rows(claim)).toEqual([
      [paper, 'refutes', 'llm'],
      [paper, 'supports', 'stated'],
    ])
    expect(claim.likewise).toEqual([])
  })

  it('that the reader does not see, asked alone, take the row out of the count', () => {
    const claim = linked([], [`${waking.id} ${woken.sources[0]!.paper}`]).get(waking.id)!
    expect(claim).toMatchObject({ verdict: 'reported', evidence: [{ stance: 'neutral', possible: false }] })
    expect(claim.evidence[0]!.reasons.at(-1)).toBe('the model, asked about these two alone, does not see it')
    expect(linked([], [`${waking.id} doi_10.1__x`]).get(waking.id)).toEqual(waking)
  })
})
