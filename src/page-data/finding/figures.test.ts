import { describe, expect, it } from 'vitest'
import { quantitiesOf } from '../../core/quantities/index.ts'
import { figureWords } from './figures.ts'

describe('figureWords', () => {
  it.each([
    ['The risk ratio was 0.64 (95% CI 0.45 to 0.91) at 12 months in 400 people.', 'RR 0.64 (0.45 to 0.91)'],
    ['Frost was rarer (OR 0.60, 95% CI 0.40 to >4000).', 'OR 0.60 (0.40 to >4000)'],
    ['It was seen in 12% and 19% of the patients, and in 7% of the nurses.', '12\u202f%; 19\u202f%'],
    ['There were 400 people followed for 12 months.', ''],
  ])('of %s', (quote, words) => {
    expect(figureWords(quantitiesOf(quote))).toBe(words)
  })
})
