import { describe, expect, it } from 'vitest'
import { quantitiesOf } from '../../core/quantities/index.ts'
import type { Claim } from '../../schemas/claim.ts'
import type { Paper } from '../../schemas/paper.ts'
import { forestViews } from './forest.ts'

const outcome = { outcome: 'relapse' }
const ratio = (at: number, value: number, low: number, high: number, text: string) =>
  ({
    id: `c-${at}`,
    sources: [{ paper: `p${at}` }],
    quantities: [{ kind: 'ratio', measure: 'OR', value, low, high, text, start: 0, end: text.length, ...outcome }],
  }) as unknown as Claim
const paperOf = (id: string) =>
  ({ id, csl: { title: id, author: [{ family: id }] }, standing: { state: 'unchecked' } }) as unknown as Paper

describe('a forest plot', () => {
  const usual = [ratio(1, 0.6, 0.4, 0.9, 'OR 0.60 (0.40 to 0.90)'), ratio(2, 0.8, 0.5, 1.2, 'OR 0.80 (0.50 to 1.20)')]

  it.each([
    ['zero', ratio(3, 0.45, 0, 1.2, 'OR 0.45 (0.00 to 1.20)'), 'low'],
    ['a negative end', ratio(3, 0.45, -0.2, 1.2, 'OR 0.45 (−0.20 to 1.20)'), 'low'],
    ['a giant interval', ratio(3, 2, 0.3, 4000, 'OR 2.00 (0.30 to 4000)'), 'high'],
  ] as const)('stays logarithmic and clips %s with an arrow', (_, odd, end) => {
    const [view] = forestViews([...usual, odd], paperOf)
    const row = view!.rows.find(({ name }) => name.startsWith('p3'))!
    expect(row.beyond[end]).toBe(true)
    expect(view!.rows.filter(({ beyond }) => beyond.low || beyond.high)).toHaveLength(1)
    const [first] = view!.rows.filter(({ name }) => name.startsWith('p1'))
    expect(Number.parseFloat(first!.to) - Number.parseFloat(first!.from)).toBeGreaterThan(10)
    const ticks = view!.ticks.map(({ words }) => Number(words))
    expect(ticks.every((tick) => tick > 0)).toBe(true)
  })

  it('prints numbers as the paper does', () => {
    const [view] = forestViews(usual, paperOf)
    expect(view!.rows.map(({ estimate }) => estimate)).toEqual(['0.60 (0.40 to 0.90)', '0.80 (0.50 to 1.20)'])
  })
})

describe('an estimate keeps its interval and its name', () => {
  it.each([
    'Copper lowered infection (OR 0.66 [0.45, 0.98]).',
    'The odds ratio of hospital infection with copper surfaces in long-term care units was 0.66 (95% CI 0.45 to 0.98).',
    'Infection was rarer (odds ratio 0.66; 0.45–0.98).',
  ])('%s', (text) => {
    expect(quantitiesOf(text)[0]).toMatchObject({ measure: 'OR', value: 0.66, low: 0.45, high: 0.98 })
  })
})
