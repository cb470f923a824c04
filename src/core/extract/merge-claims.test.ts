import { expect, it } from 'vitest'
import { type CandidateClaim, mergeClaims } from './merge-claims.ts'

const claim = (text: string, paper: string): CandidateClaim => ({
  ...{ id: `c-${paper}`, text, facet: null, relevance: 0.5, quantities: [] },
  sources: [{ paper, section: 'Abstract', start: 0, end: text.length, quote: text }],
})

it('merges what two papers say in the same words', () => {
  const claims = ['a', 'b'].map((paper) => claim('Rabbit fences were well kept.', paper))
  expect(mergeClaims(claims).map(({ sources }) => sources.length)).toEqual([2])
})

it.each([
  'Both treatments were well tolerated.',
  'All three methods were fast.',
  'There were no significant differences between groups.',
])('leaves apart what only its own paper can tell: %s', (text) => {
  expect(mergeClaims(['a', 'b'].map((paper) => claim(text, paper)))).toHaveLength(2)
})
