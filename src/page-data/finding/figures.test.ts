import { describe, expect, it } from 'vitest'
import { quantitiesOf } from '../../core/quantities/index.ts'
import { figureWords } from './figures.ts'

describe('figureWords', () => {
  it.each([
    ['The risk ratio was 0.64 (95% CI 0.45 to 0.91) at 12 months in 400 people.', 'RR 0.64 (0.45 to 0.91)'],
    ['Frost was rarer (OR 0.60, 95% CI 0.40 to >4000).', 'OR 0.60 (0.40 to >4000)'],
    ['It was seen in 12% and 19% of the patients, and in 7% of the nurses.', ''],
    ['Frost was seen in 7 of 28 fields.', '7 of 28'],
    ['Frost was seen in 25% (7/28) of fields.', '25\u202f% (7 of 28)'],
    ['The relative risk reduction was 0.19 with a 90% confidence interval of 0.46 to -0.22.', 'RRR 0.19'],
    ['There were 400 people followed for 12 months.', ''],
  ])('of %s', (quote, words) => {
    expect(figureWords(quantitiesOf(quote))).toBe(words)
  })
})
