import { expect, it } from 'vitest'
import { analyse } from './analyse.ts'
import { differenceDoubt } from './difference.ts'

const claim = analyse('Adverse events did not differ between tafenoquine and placebo.')

it.each([
  [
    'Psychiatric adverse events occurred in 3.8% of 317 patients given tafenoquine and in 2.7% of 187 given placebo.',
    'it gives figures and does not say that they differ',
  ],
  [
    'Adverse events were as frequent with weekly tafenoquine prophylaxis (67.6% of residents) as with placebo (64.1%).',
    'it finds no difference either',
  ],
  ['Adverse events became rarer as the dose of tafenoquine fell.', 'it does not compare the same two'],
  ['Adverse events were more frequent with tafenoquine than with placebo.', null],
  ['Adverse events were not as frequent with tafenoquine as with placebo.', null],
  ['Adverse events differed between tafenoquine and placebo.', null],
])('says why "%s" is nothing against a claim of no difference: %s', (quote, why) => {
  expect(differenceDoubt(claim, analyse(quote), true)).toBe(why)
})

it('takes no support from a comparison with another thing', () => {
  const other = analyse('Adverse events did not differ between tafenoquine and primaquine.')
  expect(differenceDoubt(claim, other, false)).toBe('it does not compare the same two')
})

it('leaves other claims alone', () => {
  expect(differenceDoubt(analyse('Copper does not kill spores.'), analyse('Copper kills spores.'), true)).toBeNull()
})
