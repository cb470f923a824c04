import { describe, expect, it } from 'vitest'
import { hasFiniteVerb } from './finite-verb.ts'

describe('a finite verb', () => {
  it.each([
    'Daily walking exerts a beneficial effect on sleep.',
    'Cells without the gene accumulate starch in their leaves.',
    'Groups of neighbours cooperate on repairs.',
    'Loss of the hedge normalizes soil temperature and diminishes yield.',
    'The stream fell silent.',
    'The enzyme of the larva methylates several waxes.',
    'These roots course in the upper peat.',
    'Trials with young trees display the strengths of the fungus.',
    'Leaf colour, particularly its redness, changes in answer to drought.',
    'This facilitates rapid drainage.',
  ])('is found in: %s', (text) => expect(hasFiniteVerb(text)).toBe(true))

  it.each([
    'To define the diseases underlying poor harvests of oats.',
    'Main outcome measure: risk of frost.',
    'PARTICIPANTS Nine villages with a school.',
    'Reading Ability of Young Children with a Library Card',
    'Growth rates, soil moisture, changes in shade and wind.',
    'Estimates of the loss and rates of growth in nine villages.',
    'Sports medicine for the young, with a review of the literature.',
  ])('is missing in: %s', (text) => expect(hasFiniteVerb(text)).toBe(false))
})
