import { describe, expect, it } from 'vitest'
import type { Panel } from '../../schemas/report.ts'
import { gate } from './gate.ts'

const settings = { minScore: 6.5, minSupported: 2 }
const panel = (score: number): Panel => ({ score, low: score, high: score, agreement: 1, reviews: [], ceilings: [] })
const supported = (count: number) => Array.from({ length: count }, () => ({ verdict: 'supported' as const }))

describe('gate', () => {
  it('names only what a report fails by', () => {
    expect(gate(panel(7), supported(1), settings)).toMatchObject({
      approved: false,
      reasons: ['1 finding is recognised as supported by independent papers; 2 or more are needed.'],
    })
    expect(gate(panel(5), supported(3), settings).reasons).toEqual(["The panel's score is 5; 6.5 or more is needed."])
    expect(gate(null, supported(0), settings).reasons).toHaveLength(2)
  })

  it('says by what a report passes', () => {
    expect(gate(panel(7), supported(2), settings)).toMatchObject({ approved: true })
    expect(gate(panel(7), supported(2), settings).reasons[0]).toContain('reaches')
  })
})
