import { expect, it } from 'vitest'
import { stagedProbabilities, standardised } from '../../src/core/engines/lexical/stages.ts'
import { seededRandom } from '../evaluate/random.ts'
import { trainStages } from './logistic.ts'

/** Rows of which the first number tells "not enough" from the rest, the second refutation from support; the third is noise. */
function rowsOf(n: number, seed: number) {
  const random = seededRandom(seed)
  const rows = Array.from({ length: n }, () => Float64Array.from([random(), random(), random(), 7]))
  return { rows, labels: rows.map(([enough = 0, against = 0]) => (enough < 0.5 ? 2 : against > 0.5 ? 1 : 0)) }
}

it('learns both stages, and leaves alone what says nothing', () => {
  const { rows, labels } = rowsOf(600, 1)
  const stages = trainStages({ rows, labels, weights: rows.map(() => 1) }, 1)
  const fresh = rowsOf(300, 2)
  const said = fresh.rows.map((row) => stagedProbabilities(stages, standardised(stages, row)))
  for (const p of said) expect(p.reduce((sum, value) => sum + value, 0)).toBeCloseTo(1, 10)
  const right = said.filter((p, at) => p.indexOf(Math.max(...p)) === fresh.labels[at]).length
  expect(right / fresh.rows.length).toBeGreaterThan(0.95)
  expect(Math.abs(stages.neutral[2]!)).toBeLessThan(0.1 * Math.abs(stages.neutral[0]!))
  expect(stages.neutral[3]).toBe(0)
})

it('does not look at rows without weight', () => {
  const { rows, labels } = rowsOf(200, 3)
  const wrong = rows.map(() => 2)
  const ones = rows.map(() => 1)
  const both = { rows: [...rows, ...rows], labels: [...labels, ...wrong], weights: [...ones, ...rows.map(() => 0)] }
  expect(trainStages(both, 5)).toEqual(trainStages({ rows, labels, weights: ones }, 5))
})
