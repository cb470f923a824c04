import { describe, expect, it } from 'vitest'
import { fitSparse, type SparseRow } from './sparse-logistic.ts'

const row = (truth: boolean, ...names: string[]): SparseRow => ({
  features: new Map(['bias', ...names].map((name) => [name, 1])),
  truth,
  weight: 1,
})
const rows = [
  ...Array.from({ length: 20 }, () => row(true, 'telling')),
  ...Array.from({ length: 20 }, () => row(false, 'other')),
  row(false, 'telling'),
  row(true, 'other'),
]
const free = (name: string) => (name === 'bias' ? 0 : 0.1)

describe('fitSparse', () => {
  it('learns the odds that the rows have', () => {
    const { bias, telling } = fitSparse(rows, ['bias', 'telling', 'other'], free)
    const chance = 1 / (1 + Math.exp(-(bias! + telling!)))
    expect(chance).toBeGreaterThan(0.92)
    expect(chance).toBeLessThan(0.96)
  })

  it('holds back what is penalised, and leaves out names that it is not given', () => {
    const names = ['bias', 'telling', 'other']
    const held = fitSparse(rows, names, (name) => (name === 'bias' ? 0 : 50))
    expect(Math.abs(held.telling!)).toBeLessThan(0.5)
    expect(Object.keys(fitSparse(rows, ['bias', 'telling'], free))).toEqual(['bias', 'telling'])
  })

  it('gives the same weights twice', () => {
    const names = ['bias', 'telling', 'other']
    expect(fitSparse(rows, names, free)).toEqual(fitSparse(rows, names, free))
  })
})
