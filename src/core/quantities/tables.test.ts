import { describe, expect, it } from 'vitest'
import { forestGroups } from './forest.ts'
import { quantitiesOf } from './index.ts'
import { resultsTable } from './results-table.ts'

const claim = (id: string, paper: string, quote: string) => ({
  id: `c-${id.padStart(16, '0')}`,
  sources: [{ paper, section: 'abstract', start: 0, end: quote.length, quote }],
  quantities: quantitiesOf(quote),
})

const trials = [
  claim('1', 'work_a', 'Tafenoquine reduced relapse compared with placebo (risk ratio 0.32; 95% CI 0.12 to 0.88).'),
  claim(
    '2',
    'work_b',
    'Tafenoquine did not significantly reduce relapse compared with placebo (RR 0.17; 95% CI 0.03 to 1.11).',
  ),
  claim('3', 'work_c', 'Tafenoquine reduced relapse compared with primaquine (risk ratio 1.04; 95% CI 0.80 to 1.34).'),
  claim('4', 'work_d', 'Mefloquine reduced relapse compared with placebo (risk ratio 0.50; 95% CI 0.20 to 0.90).'),
  claim(
    '5',
    'work_b',
    'Tafenoquine did not reduce relapse compared with placebo (risk ratio 0.17; 95% CI 0.03 to 1.11).',
  ),
  claim('6', 'work_e', 'Tafenoquine reduced relapse compared with placebo (risk ratio 0.90; 95% CI 0.12 to 0.88).'),
]

describe('forestGroups', () => {
  it('puts together only the same measure, group, outcome and comparator; a twice-told and an impossible estimate stay out', () => {
    const groups = forestGroups(trials)
    expect(groups).toHaveLength(1)
    expect(groups[0]).toMatchObject({
      measure: 'RR',
      label: 'risk ratio',
      none: 1,
      logarithmic: true,
      comparator: 'placebo',
    })
    expect(groups[0]?.rows.map(({ paper, value }) => [paper, value])).toEqual([
      ['work_a', 0.32],
      ['work_b', 0.17],
    ])
  })

  it('gives single estimates where asked', () => {
    expect(forestGroups(trials, 1).map(({ rows }) => rows.length)).toEqual([2, 1, 1])
    expect(new Set(forestGroups(trials, 1).map(({ id }) => id)).size).toBe(3)
  })
})

describe('resultsTable', () => {
  it('parts benchmarks from outcomes', () => {
    const table = resultsTable([
      ...trials.slice(0, 1),
      claim('7', 'work_f', 'MSIVD fell from F1 0.92 on BigVul to F1 0.48 on PreciseBugs.'),
    ])
    expect(table.outcomes).toEqual([
      expect.objectContaining({
        paper: 'work_a',
        outcome: 'relapse',
        measure: 'risk ratio',
        value: 0.32,
        low: 0.12,
        high: 0.88,
      }),
    ])
    expect(table.benchmarks.map(({ method, dataset, metric, value }) => [method, dataset, metric, value])).toEqual([
      ['MSIVD', 'BigVul', 'F1', 0.92],
      ['MSIVD', 'PreciseBugs', 'F1', 0.48],
    ])
  })
})
