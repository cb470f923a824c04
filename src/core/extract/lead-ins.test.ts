import { expect, it } from 'vitest'
import { withoutLeadIn } from './lead-ins.ts'

it.each([
  ['We found that shade lowers yields, but that it raises quality.', 'shade lowers yields, but it raises quality.'],
  [
    'Our analysis reveals that voters punish scandals, that they forget them, and that parties know this.',
    'voters punish scandals, they forget them, and parties know this.',
  ],
  ['I find that rent control lowers mobility.', 'rent control lowers mobility.'],
  ['It also shows that wetlands remove nitrate.', 'wetlands remove nitrate.'],
  ['Both show that longer leases raise investment.', 'longer leases raise investment.'],
])('what tells that something was found goes, from every statement: %s', (sentence, told) => {
  expect(withoutLeadIn(sentence)).toBe(told)
})

it.each([
  'Although the findings indicate that fences keep elephants out, they also indicate that fences hinder migration.',
  'If these results show that sleep matters, they do not show that naps help.',
  'We show that fertilisers that release nitrogen slowly cut runoff and that farmers prefer them.',
])('a sentence that would break stays whole: %s', (sentence) => {
  expect(withoutLeadIn(sentence)).toBe(sentence)
})
