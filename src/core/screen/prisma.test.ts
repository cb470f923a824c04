import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { states } from '../../schemas/ledger.ts'
import { countLedger, countStates } from './prisma.ts'

describe('countLedger', () => {
  it('counts rows by state', () => {
    const counts = countLedger([
      { state: 'included' },
      { state: 'duplicate' },
      { state: 'no-text' },
      { state: 'included' },
    ])
    expect(counts.identified?.value).toBe(4)
    expect(counts.duplicates?.value).toBe(1)
    expect(counts.screened?.value).toBe(3)
    expect(counts.included).toEqual({ value: 2, states: ['included'] })
  })

  it('gives every count for an empty ledger', () => {
    expect(Object.keys(countLedger([]))).toEqual(Object.keys(countStates))
  })

  it('keeps the sums of the flow for any ledger', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ state: fc.constantFrom(...states) })), (records) => {
        const value = (name: string) => countLedger(records)[name]?.value ?? -1
        expect(value('identified')).toBe(records.length)
        expect(value('identified')).toBe(value('duplicates') + value('screened'))
        expect(value('screened')).toBe(value('excluded') + value('assessed'))
        expect(value('assessed')).toBe(value('withoutText') + value('withoutClaim') + value('included'))
      }),
    )
  })
})
