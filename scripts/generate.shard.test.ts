import fc from 'fast-check'
import { expect, it } from 'vitest'
import { ofShard } from './generate.ts'

it('parts questions so that each is in exactly one part and no part is much larger', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.stringMatching(/^[a-z]{1,6}$/)), fc.integer({ min: 1, max: 7 }), (slugs, of) => {
      const parts = Array.from({ length: of }, (_, at) => ofShard(slugs, { part: at + 1, of }))
      expect(parts.flat().sort()).toEqual([...slugs].sort())
      const sizes = parts.map((part) => part.length)
      expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1)
    }),
  )
})
