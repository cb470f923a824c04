import { expect, it } from 'vitest'
import { openLanguage } from '../../../../scripts/io/frames.ts'
import { noDifferenceAt } from './no-difference.ts'

const language = openLanguage()
const same = 'The number of oil changes and spare filters was not significantly different between the two fleets.'

it('finds the sentence that finds no difference in what is told to have gone a way', () => {
  expect(
    noDifferenceAt('Training eliminated the need for spare filters.', ['Drivers were glad.', same], language),
  ).toBe(1)
})

it.each([
  ['Training did not change the need for spare filters.', [same]],
  ['Training reduced tyre wear.', [same]],
  ['Training reduced the need for spare filters.', [same, 'In winter training reduced spare filters.']],
])('leaves alone: %s', (claim, sentences) => {
  expect(noDifferenceAt(claim, sentences, language)).toBeNull()
})
