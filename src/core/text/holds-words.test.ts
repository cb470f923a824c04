import { expect, it } from 'vitest'
import { holdsWords } from './holds-words.ts'

it.each([
  ['Mulch lowered the Z scores of weeds.', 'zzqq', false],
  ['Mulch lowered the Z scores of weeds.', 'mulch zzqq', false],
  ['Mulch lowered the Z scores of weeds.', 'score weed', true],
  ['Happy hens lay more', 'happiness of hen', false],
  ['The happiness of hens', 'happy hen', true],
  ['Señor Muñoz counted moles', 'munoz', true],
  ['Moles were counted', 'mol', true],
])('holdsWords(%j, %j) is %j', (text, asked, holds) => {
  expect(holdsWords(text, asked)).toBe(holds)
})
