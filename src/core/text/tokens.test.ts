import { expect, it } from 'vitest'
import { analyse } from './analyse.ts'

const valuesOf = (text: string) => analyse(text).numbers.map(({ value, unit }) => (unit ? `${value} ${unit}` : value))

it.each([
  ['Thirty four hives were moved.', [34]],
  ['Sixty-one of one hundred and twelve hives swarmed.', [61, 112]],
  ['Two hundred seventy-two queens and five drones were marked.', [272, 5]],
  ['Seventy five thousand bees came back.', [75_000]],
  ['One keeper watched two and then three hives.', [2, 3]],
  ['Forty-two per cent stayed.', ['42 %']],
])('reads a number of several words as one: %s', (text, values) => {
  expect(valuesOf(text)).toEqual(values)
})

it('takes an ordinal of several words for no number', () => {
  expect(valuesOf('Hives of the twenty-first century came in the fifty second week.')).toEqual([])
})

it('gives a mean the unit that stands behind its spread', () => {
  expect(valuesOf('Keepers were 48.2 ± 9.1 years old and had kept bees for 12.5 +/- 3.1 years.')).toEqual([
    '48.2 year',
    '9.1 year',
    '12.5 year',
    '3.1 year',
  ])
})
