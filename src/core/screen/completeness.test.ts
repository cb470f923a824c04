import { describe, expect, it } from 'vitest'
import type { LedgerRecord } from '../../schemas/ledger.ts'
import { estimateCompleteness } from './completeness.ts'

/** Works found by each set of sources, so many of each. */
function ledger(sets: Record<string, number>, state: LedgerRecord['state'] = 'included'): LedgerRecord[] {
  return Object.entries(sets).flatMap(([set, count]) =>
    Array.from({ length: count }, (_, at) => `work_${set.replaceAll('+', '')}${at}`).flatMap((paper) =>
      set.split('+').map((source, place) => ({
        id: `${source}:${paper}`,
        source,
        title: paper,
        state: place === 0 ? state : ('duplicate' as const),
        rule: 'included',
        reason: 'on topic',
        paper,
      })),
    ),
  )
}

describe('completeness', () => {
  it('cannot be estimated from one source, nor from sources that hardly overlap', () => {
    expect(estimateCompleteness(ledger({ a: 20 }))).toMatchObject({
      estimate: null,
      why: 'only one source was searched',
    })
    expect(estimateCompleteness(ledger({ a: 20, b: 10, 'a+b': 1 }))).toMatchObject({ estimate: null })
  })

  it("follows Chapman's estimator for two sources", () => {
    const { found, sources, overlaps, estimate } = estimateCompleteness(ledger({ a: 20, b: 10, 'a+b': 30 }))
    expect({ found, sources, overlaps }).toEqual({
      found: 60,
      sources: [
        { source: 'a', works: 50, alone: 20 },
        { source: 'b', works: 40, alone: 10 },
      ],
      overlaps: [{ sources: ['a', 'b'], works: 30 }],
    })
    // (51 * 41) / 31 - 1 = 66.45, less the 60 that were found
    expect(estimate).toMatchObject({ method: 'chapman', missed: 6 })
    expect(estimate!.low).toBeLessThan(6)
    expect(estimate!.high).toBeGreaterThan(6)
  })

  it("follows Chao's lower bound for more", () => {
    const { estimate } = estimateCompleteness(ledger({ a: 6, b: 4, c: 2, 'a+b': 5, 'b+c': 3, 'a+b+c': 9 }))
    // 2/3 * 12 * 11 / (2 * (8 + 1)) = 4.9
    expect(estimate).toMatchObject({ method: 'chao', missed: 5 })
  })

  it('says that nothing was missed where every source found everything', () => {
    expect(estimateCompleteness(ledger({ 'a+b': 12 })).estimate).toEqual({
      method: 'chapman',
      missed: 0,
      low: 0,
      high: 0,
    })
  })

  it('leaves out what screening excluded', () => {
    expect(estimateCompleteness(ledger({ 'a+b': 12, a: 3 }, 'excluded')).found).toBe(0)
  })
})
