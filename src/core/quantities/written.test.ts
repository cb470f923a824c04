import { expect, it } from 'vitest'
import { writtenIn } from './written.ts'

it.each([
  ['OR 0.73 (95% CI 0.60 to 0.89)', 0.6, '0.60'],
  ['a mean of 5·0 points', 5, '5.0'],
  ['fell by .5', 0.5, '0.5'],
  ['1,200 of them', 1200, '1200'],
  ['a difference of -3.10', -3.1, '−3.10'],
  ['it fell by 3.10 points', -3.1, '−3.10'],
  ['half of them', 50, '50'],
  ['RR 0,60 (IC95% 0,40-0,90)', 0.4, '0.40'],
  ['OR 12 (95% CI 3.1 to >1000)', 1000, '1000'],
])('%s: %d', (text, number, written) => {
  expect(writtenIn(text)(number)).toBe(written)
})

it('keeps a sign of more or less where bounds are asked for', () => {
  expect(writtenIn('OR 12 (95% CI 3.1 to >1000)', true)(1000)).toBe('>1000')
  expect(writtenIn('OR 12 (95% CI 3.1 to >1000)', true)(3.1)).toBe('3.1')
})
