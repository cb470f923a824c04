import { type Change, claims, describeSteps, faults } from '../../../../tests/helpers/panel.ts'
import type { Claim } from '../../../schemas/claim.ts'

const quantity = (compared: boolean) =>
  [
    { kind: 'percentage', value: 12, unit: '%', start: 0, end: 7, ...(compared ? { comparator: 'water' } : {}) },
  ] as never

/** Claims, of the first of which so many measure, name a comparator, rest on two papers, and are disputed. */
const results =
  (count: number, measured: number, placed: number, crossed: number, disputed = 0): Change =>
  () => ({
    claims: claims(crossed, count - crossed, (_, at) => ({
      quantities: at < measured ? quantity(at < placed) : [],
      ...(at < disputed ? { verdict: 'disputed' } : {}),
    })),
  })
const texts =
  (...said: string[]): Change =>
  () => ({ claims: claims(0, said.length, (_, at) => ({ text: said[at]! })) })
const worded =
  (text: (claim: Claim) => string): Change =>
  () => ({
    claims: claims(5, 0, (claim) => ({ quantities: quantity(false), text: text(claim) })),
  })
const faulty =
  (weight: number): Change =>
  () => ({ claims: claims(0, 4), faults: faults('benchmarks', weight) })

describeSteps('benchmarks', [
  [10, 'four in five results are compared, half are crossed and one is disputed', results(10, 5, 4, 5, 1)],
  [9, 'nothing is disputed', results(10, 5, 4, 5)],
  [9, 'three in five results are compared', results(10, 5, 3, 5, 1)],
  [9, 'two in five claims are crossed', results(10, 5, 4, 4, 1)],
  [8, 'there are four results', results(10, 4, 4, 5, 1)],
  [9, 'a third of the claims are crossed', results(100, 5, 3, 33)],
  [8, 'less than a third of the claims are crossed', results(100, 5, 3, 32)],
  [8, 'two in five results are compared', results(8, 5, 2, 4)],
  [7, 'one in five results is compared', results(8, 5, 1, 4)],
  [8, 'a quarter of the claims are crossed', results(8, 3, 3, 2)],
  [7, 'less than a quarter of the claims are crossed', results(9, 3, 3, 2)],
  [7, 'there are two results', results(8, 2, 2, 2)],
  [9, 'the words of the claims compare', worded(({ id }) => `Waking rose by 12% in ${id} compared with water.`)],
  [9, 'they do so otherwise', worded(({ id }) => `Waking rose by 12% in ${id} comparing with water.`)],
  [9, 'they name controls', worded(({ id }) => `Waking rose by 12% in ${id}, by 2% in the controls.`)],
  [7, 'the words of the claims compare nothing', worded(({ id }) => `Waking rose by 12% in ${id}.`)],
  [7, 'there is a result, and four claims in 25 are crossed', results(25, 1, 0, 4)],
  [6, 'four claims in 26 are crossed', results(26, 1, 0, 4)],
  [6, 'nothing is measured', results(8, 0, 0, 4)],
  [6, 'three of many claims are crossed', results(40, 0, 0, 3)],
  [5, 'two of many claims are crossed', results(40, 0, 0, 2)],
  [5, 'two claims differ in a figure', texts('Waking rose by 12%.', 'Waking rose by 11%.')],
  [4, 'two claims differ in their marks only', texts('Waking rose by 12%.', 'Waking rose, by 12%.')],
  [3, 'a result is doubtful', faulty(0.5)],
  [2, 'a result is none', faulty(1)],
  [2, 'two results are none', faulty(2)],
  [1, 'more than two results are none', faulty(2.5)],
  [1, 'there are no claims', () => ({ claims: [] })],
])
