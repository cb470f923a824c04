import { describe, expect, it } from 'vitest'
import { pool } from './pool.ts'
import { normalPoint, t975 } from './t-quantile.ts'

/** The thirteen trials of BCG vaccine of Colditz and others (1994): cases and others, vaccinated and not. */
const trials: readonly (readonly [number, number, number, number])[] = [
  [4, 119, 11, 128],
  [6, 300, 29, 274],
  [3, 228, 11, 209],
  [62, 13_536, 248, 12_619],
  [33, 5036, 47, 5761],
  [180, 1361, 372, 1079],
  [8, 2537, 10, 619],
  [505, 87_886, 499, 87_892],
  [29, 7470, 45, 7232],
  [17, 1699, 65, 1600],
  [186, 50_448, 141, 27_197],
  [5, 2493, 3, 2338],
  [27, 16_886, 29, 17_825],
]
const riskRatios = trials.map(([a, b, c, d]) => ({
  value: Math.log(a / (a + b) / (c / (c + d))),
  error: Math.sqrt(1 / a - 1 / (a + b) + 1 / c - 1 / (c + d)),
}))

describe('pool', () => {
  it('gives what is published for the trials of BCG vaccine', () => {
    // Viechtbauer (2010), doi:10.18637/jss.v036.i03: estimate -0.7145, tau² 0.3132, I² 92.22 %, Q 152.2330 by restricted maximum likelihood.
    const pooled = pool(riskRatios)!
    expect(pooled.value).toBeCloseTo(-0.7145, 4)
    expect(pooled.tau2).toBeCloseTo(0.3132, 4)
    expect(pooled.i2).toBeCloseTo(92.22, 2)
    expect(pooled.q).toBeCloseTo(152.233, 3)
  })

  it('takes the interval from the spread of the studies and Student’s t', () => {
    // Equal errors: the mean of the values, their standard deviation over the root of their number, times t with 3 degrees of freedom.
    const values = [1, 2, 3, 6]
    const pooled = pool(values.map((value) => ({ value, error: 0.5 })))!
    const deviation = Math.sqrt(values.reduce((sum, value) => sum + (value - 3) ** 2, 0) / 3)
    expect(pooled.value).toBeCloseTo(3, 10)
    expect(pooled.high - 3).toBeCloseTo((3.18244631 * deviation) / 2, 6)
    expect(pooled.tau2).toBeCloseTo(deviation ** 2 - 0.25, 8)
  })

  it('is never surer than without the adjustment where studies agree by chance', () => {
    const pooled = pool([0.5, 0.5, 0.5].map((value) => ({ value, error: 0.3 })))!
    expect(pooled).toMatchObject({ tau2: 0, i2: 0 })
    expect(pooled.high - pooled.value).toBeCloseTo(t975(2) * (0.3 / Math.sqrt(3)), 8)
  })

  it('pools nothing of one study, and none without an error', () => {
    expect(pool(riskRatios.slice(0, 1))).toBeNull()
    expect(pool([{ value: 1, error: 0 }, ...riskRatios])).toBeNull()
    expect(pool([{ value: Number.NaN, error: 1 }, ...riskRatios])).toBeNull()
  })
})

describe('t975', () => {
  it.each([
    [1, 12.706],
    [9, 2.262],
    [10, 2.2281],
    [12, 2.1788],
    [30, 2.0423],
    [1000, 1.9623],
  ])('of %i degrees of freedom is %f, as printed', (freedom, value) => {
    expect(t975(freedom)).toBeCloseTo(value, 3)
  })
})

describe('normalPoint', () => {
  it('knows the usual levels only', () => {
    expect(normalPoint(null)).toBeCloseTo(1.96, 3)
    expect(normalPoint(99)).toBeCloseTo(2.576, 3)
    expect(normalPoint(80)).toBeUndefined()
  })
})
