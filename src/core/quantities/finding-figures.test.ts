import { describe, expect, it } from 'vitest'
import { findingFigures } from './finding-figures.ts'
import { quantitiesOf } from './index.ts'

const claim = (paper: string, quote: string) => ({
  id: `c-${paper.padStart(16, '0')}`,
  sources: [{ paper, section: 'abstract', start: 0, end: quote.length, quote }],
  quantities: quantitiesOf(quote),
})
const reduced = (paper: string, figures: string, comparator = 'placebo') =>
  claim(paper, `Walking reduced falls compared with ${comparator} (${figures}).`)
const own = (paper: string) => paper

describe('findingFigures', () => {
  const same = [
    reduced('a', 'risk ratio 0.50; 95% CI 0.25 to 1.00'),
    reduced('b', 'risk ratio 0.80; 95% CI 0.40 to 1.60'),
    reduced('c', 'risk ratio 0.64; 95% CI 0.32 to 1.28'),
  ]

  it('pools estimates of one measure, group, comparator and outcome, and says how they differ', () => {
    const [figure, ...rest] = findingFigures(same, own)
    expect(rest).toEqual([])
    expect(figure).toMatchObject({ measure: 'RR', logarithmic: true, why: null })
    // Equal errors on the logarithmic scale: the geometric mean.
    expect(figure!.pooled!.value).toBeCloseTo((0.5 * 0.8 * 0.64) ** (1 / 3), 6)
    expect(figure!.pooled).toMatchObject({ papers: 3, i2: 0, tau2: 0 })
    expect(figure!.pooled!.low).toBeLessThan(0.4)
    expect(figure!.pooled!.method).toMatch(/maximum likelihood.*Hartung/)
  })

  it('pools reductions in percent on the ratio that they leave', () => {
    const reductions = ['50%; 95% CI 0% to 75%', '20%; 95% CI -60% to 60%', '36%; 95% CI -28% to 68%']
    const claims = reductions.map((figures, at) => reduced(`${at}`, `relative risk reduction ${figures}`))
    const [figure] = findingFigures(claims, own)
    const [ratios] = findingFigures(same, own)
    expect(figure).toMatchObject({ measure: 'RRR', why: null })
    expect(figure!.pooled!.value).toBeCloseTo(100 * (1 - ratios!.pooled!.value), 6)
    expect(figure!.pooled!.low).toBeCloseTo(100 * (1 - ratios!.pooled!.high), 6)
  })

  it.each([
    [
      'another comparator',
      [...same.slice(0, 2), reduced('c', 'risk ratio 0.64; 95% CI 0.32 to 1.28', 'usual exercise')],
      /in the same words/,
    ],
    ['two papers', same.slice(0, 2), /too few/],
    [
      'an interval that is not even',
      [...same.slice(0, 2), reduced('c', 'risk ratio 0.64; 95% CI 0.60 to 1.28')],
      /error/,
    ],
  ])('draws %s together without pooling, and says why', (_, claims, why) => {
    const [figure] = findingFigures(claims, own)
    expect(figure).toMatchObject({ pooled: null, why: expect.stringMatching(why) })
    expect(figure!.rows).toHaveLength(claims.length)
  })

  it('does not pool what comes from the same authors or data', () => {
    expect(findingFigures(same, (paper) => (paper === 'a' ? 'b' : paper))[0]).toMatchObject({
      pooled: null,
      why: expect.stringMatching(/same authors/),
    })
  })

  it('draws nothing of one estimate, nor of two measures', () => {
    expect(findingFigures(same.slice(0, 1), own)).toEqual([])
    expect(findingFigures([same[0]!, reduced('b', 'odds ratio 0.80; 95% CI 0.40 to 1.60')], own)).toEqual([])
  })
})
