import { describe, expect, it } from 'vitest'
import { correlation, ranks } from './rank-correlation.ts'

describe('rank correlation', () => {
  it('shares the ranks of equal values', () => {
    expect(ranks([30, 10, 20, 10])).toEqual([4, 1.5, 3, 1.5])
  })

  it('is 1 for any rise, -1 for any fall, 0 where nothing moves', () => {
    expect(correlation(ranks([1, 2, 3]), ranks([1, 10, 11]))).toBeCloseTo(1)
    expect(correlation(ranks([1, 2, 3]), ranks([9, 4, 1]))).toBeCloseTo(-1)
    expect(correlation(ranks([1, 2, 3]), ranks([5, 5, 5]))).toBe(0)
  })
})
