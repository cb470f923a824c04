import { expect, it } from 'vitest'
import { figuresOf } from './figures.ts'

const figures = (sentence: string) =>
  figuresOf(sentence).map(({ kind, value, unit, of }) =>
    [kind, Math.round(10 * value) / 10, unit, of.join('+')].filter((part) => part !== '').join(' '),
  )

it.each([
  ['Queues shortened by one third.', ['share 33.3 %']],
  ['Queues shortened by a quarter after noon.', ['share 25 %']],
  ['Moss cover was one fifth lower.', ['share 20 %']],
  ['A third party paid.', []],
  ['Output rose by a factor of 2.5.', ['fold 2.5']],
  ['Dough rested for 3 d.', ['measure 3 day']],
  ['Seven glazed bowls cracked.', ['count 7 glaze+bowl']],
  ['Ewes were milked every other day.', ['measure 0.5 a day']],
  ['Sledges made half as many stops as carts.', ['fold 0.5 fold']],
  ['Leaks were rarer over 6.2 years (hazard ratio 0.61, 95% CI 0.44-0.85).', ['measure 6.2 year', 'ratio 0.6']],
  ['The odds ratio of leaks for pipes that had been laid in clay was 1.1 (95% CI 0.8-1.5).', ['ratio 1.1']],
  ['At week 12 in many bowls, cracks were seen.', ['measure 12']],
])('%s', (sentence, expected) => {
  expect(figures(sentence)).toEqual(expected)
})

it.each(['A 3D printer made it.', 'It made a 3 D view.'])('%s tells no days', (sentence) => {
  expect(figures(sentence).filter((one) => one.includes('day'))).toEqual([])
})
