import { expect, it } from 'vitest'
import { openLanguage } from '../../../../scripts/io/frames.ts'
import { noDifferenceAt } from './no-difference.ts'
import { readHolding } from './reading.ts'

const language = openLanguage()
const same = 'The number of oil changes and spare filters was not significantly different between the two fleets.'
const found = (claim: string, ...sentences: string[]) =>
  noDifferenceAt(readHolding(claim, { title: 'Training of drivers', sentences })!, language)

it.each([
  ['Training eliminated the need for spare filters.', same],
  [
    'Training lowered the mean price of tyres.',
    'Drivers braked later after training, and the mean price of tyres was similar between the fleets.',
  ],
])('finds the sentence that finds no difference in what is told to have gone a way: %s', (claim, sentence) => {
  expect(found(claim, 'Drivers were glad.', sentence)).toBe(1)
})

it.each([
  ['Training did not change the need for spare filters.', [same]],
  ['Training reduced tyre wear.', [same]],
  ['Training reduced the need for spare filters.', [same, 'In winter training reduced spare filters.']],
  ['Training lowered the mean price of tyres.', ['A similar mean price of tyres was paid by both fleets.']],
])('leaves alone: %s', (claim, sentences) => {
  expect(found(claim, ...sentences)).toBeNull()
})
