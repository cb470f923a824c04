import { expect, it } from 'vitest'
import { otherDesign } from './design.ts'

const survey = 'Owners of 312 boats answered a questionnaire on paints and were asked about barnacles.'

it('finds a design that nothing in the source speaks of', () => {
  expect(otherDesign('A randomised trial found fewer barnacles with copper paint.', survey)).toBe('randomised')
  expect(otherDesign('In a meta-analysis, copper paint kept barnacles off.', survey)).toBe('meta-analysis')
})

it.each([
  ['In a cross-sectional study, owners had fewer barnacles with copper paint.', survey],
  ['A randomised trial found fewer barnacles.', 'Hulls were assigned to paints by drawing lots.'],
  ['In a cohort, barnacles came back.', 'Boats were followed for three years.'],
  ['Owners reported fewer barnacles.', survey],
])('leaves alone: %s', (sentence, text) => {
  expect(otherDesign(sentence, text)).toBeNull()
})
