import { expect, it } from 'vitest'
import { openLanguage } from '../../../../scripts/io/frames.ts'
import { evenArms } from './even-arms.ts'
import { exceptedIn } from './excepted.ts'
import { otherSide } from './other-side.ts'

const language = openLanguage()

it.each([
  [
    'Felt was better than straw at keeping hives warm.',
    'Felt and straw were equally good at keeping hives warm.',
    'equally',
  ],
  [
    'Felt lowered the loss of honey more than straw.',
    'There was no difference between the groups in the loss of honey with felt.',
    'no',
  ],
  ['Felt raised the weight of combs more than straw.', 'Felt raised the weight of combs by 4 kg.', undefined],
  ['Felt was better than straw at keeping hives warm.', 'Felt was better than straw.', undefined],
  ['Felt and straw were alike.', 'Felt and straw were equally good.', undefined],
])('tells that a source puts two on a level: %s | %s', (claim, source, word) => {
  expect(evenArms(claim, [source], language) ?? undefined).toBe(word)
})

it('tells whom a source puts ahead of the other', () => {
  const source = 'Felt and straw kept hives dry, but straw was more effective in keeping out mice.'
  expect(otherSide('Felt was more effective than straw in keeping out mice.', [source], language)).toBe('straw')
  expect(otherSide('Straw was more effective than felt in keeping out mice.', [source], language)).toBeNull()
  expect(otherSide('Felt was more effective than straw in keeping out mice.', ['Straw is cheap.'], language)).toBeNull()
})

it('tells whom a sentence excepts that its source names', () => {
  const sentences = ['Milk yield fell with rye.', 'Milk yield was the same with oats.']
  expect(exceptedIn('Milk yield fell with oats but not with rye.', sentences, language)).toBe('rye')
  expect(exceptedIn('Milk yield fell with rye but not with oats.', sentences, language)).toBeNull()
  expect(exceptedIn('Milk yield fell with rye.', sentences, language)).toBeNull()
})
