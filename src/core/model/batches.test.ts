import fc from 'fast-check'
import { expect, it } from 'vitest'
import { inBatches } from './batches.ts'

it('parts things into as few batches as can be, of nearly one size, losing none', () => {
  fc.assert(
    fc.property(fc.nat({ max: 500 }), fc.integer({ min: 1, max: 150 }), (count, most) => {
      const things = Array.from({ length: count }, (_, at) => at)
      const batches = inBatches(things, most)
      const sizes = batches.map(({ length }) => length)
      expect(batches.flat()).toEqual(things)
      expect(sizes).toHaveLength(Math.ceil(count / most))
      if (count > 0) expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1)
      expect(Math.max(0, ...sizes)).toBeLessThanOrEqual(most)
    }),
  )
  expect(inBatches([...Array(141).keys()], 140).map(({ length }) => length)).toEqual([71, 70])
})
