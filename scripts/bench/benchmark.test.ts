import { describe, expect, it } from 'vitest'
import { growthExponent, keeps } from './benchmark.ts'

describe('a check', () => {
  it('keeps to an upper limit, to a lower one, and never with a figure that is none', () => {
    expect(keeps({ what: 'ratio', value: 2, atMost: 2 })).toBe(true)
    expect(keeps({ what: 'ratio', value: 2.01, atMost: 2 })).toBe(false)
    expect(keeps({ what: 'recall', value: 0.98, atLeast: 0.99 })).toBe(false)
    expect(keeps({ what: 'ratio', value: Number.NaN, atMost: 2 })).toBe(false)
  })
})

describe('the growth exponent', () => {
  it('is 1 for linear and 2 for quadratic cost', () => {
    const of = (power: number) => growthExponent([200, 600, 2000].map((size) => ({ size, cost: 3 * size ** power })))
    expect(of(1)).toBeCloseTo(1, 9)
    expect(of(2)).toBeCloseTo(2, 9)
  })
})
