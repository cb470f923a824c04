import { expect, it } from 'vitest'
import type { Claim } from '../../schemas/claim.ts'
import { nearestBeside } from './likeness.ts'

const place = { section: 'Abstract', start: 0, end: 9, quote: 'Something' }
const claim = (paper: string, ...beside: [paper: string, score: number][]): Pick<Claim, 'sources' | 'likewise'> => ({
  sources: [{ paper, ...place }],
  likewise: beside.map(([other, score]) => ({ paper: other, ...place, score, reasons: [] })),
})

it('keeps of what says likewise the nearest of each two papers, from either side', () => {
  const kept = nearestBeside([
    claim('a', ['b', 0.5], ['c', 0.2]),
    claim('a', ['b', 0.3]),
    claim('b', ['a', 0.5], ['c', 0.4]),
  ])
  expect(kept.map(({ likewise }) => likewise.map(({ paper }) => paper))).toEqual([['b', 'c'], [], ['a', 'c']])
})
