import { expect, it } from 'vitest'
import { namedAgain } from './repeated-noun.ts'

it.each([
  [
    'These effects persisted for ten years.',
    'Fencing had strong positive effects on seedling density.',
    'The strong positive effects on seedling density persisted for ten years.',
  ],
  [
    'We saw no sign that this advantage grows with age.',
    'Bilingual children showed an advantage in task switching.',
    'We saw no sign that the advantage in task switching grows with age.',
  ],
  ['This reduction in shrub cover was small.', 'Grazing helps.', 'The reduction in shrub cover was small.'],
])('a noun that points says which, as the sentence before does: %s', (sentence, before, told) => {
  expect(namedAgain(sentence, before)).toBe(told)
})

it.each([
  ['This effect was small.', 'Rye kept nitrogen.'],
  ['This effect was small.', 'Rye had an effect on carbon and another effect on nitrogen.'],
  ['This effect was small.', undefined],
  ['The soil was dry.', 'Rye had an effect on carbon.'],
])('where that one names none or several it stays: %s, %s', (sentence, before) => {
  expect(namedAgain(sentence, before)).toBe(sentence)
})
