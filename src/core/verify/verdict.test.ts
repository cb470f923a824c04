import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decideVerdict } from './verdict.ts'

describe('decideVerdict', () => {
  it.each([
    [1, 0, 0, true, 'supported'],
    [3, 0, 0, false, 'supported'],
    [1, 1, 0, true, 'disputed'],
    [1, 0, 1, true, 'disputed'],
    [0, 1, 0, true, 'contradicted'],
    [0, 2, 1, false, 'contradicted'],
    [0, 0, 1, true, 'disputed'],
    [0, 0, 1, false, 'disputed'],
    [0, 0, 0, true, 'reported'],
    [0, 0, 0, false, 'unverified'],
  ] as const)(
    'support %i, refutation %i, possible %i, sourced %s: %s',
    (support, refutation, possible, sourced, verdict) => {
      expect(decideVerdict({ support, refutation, possible, sourced })).toBe(verdict)
    },
  )

  it('is never settled by words alone, and never loses a conflict', () => {
    const count = fc.nat(5)
    fc.assert(
      fc.property(count, count, count, fc.boolean(), (support, refutation, possible, sourced) => {
        const verdict = decideVerdict({ support, refutation, possible, sourced })
        expect(verdict === 'contradicted').toBe(support === 0 && refutation > 0)
        expect(verdict === 'supported').toBe(support > 0 && refutation + possible === 0)
        expect(verdict === 'reported' || verdict === 'unverified').toBe(support + refutation + possible === 0)
      }),
    )
  })
})
