import { describe, expect, it } from 'vitest'
import { inFigures } from './in-figures.ts'

const written = (text: string) => inFigures(text.split(' ')).join(' ')

describe('numbers that are written out', () => {
  it.each([
    ['one hundred years of', '100 years of'],
    ['two hundred and fifty six goats', '256 goats'],
    ['three thousand two hundred and one', '3201'],
    ['two hundred thousand', '200000'],
    ['5 million cows', '5000000 cows'],
    ['twenty one farms', '21 farms'],
    ['fifty one and two', '51 and 2'],
  ])('are read as one number: %s', (text, figures) => {
    expect(written(text)).toBe(figures)
  })

  it.each(['twenty first century', '21st century'])('of an order alike: %s', (text) => {
    expect(written(text)).toBe('21th century')
  })

  it.each([
    ['five years and six months', '5 years and 6 months'],
    ['one two three', '1 2 3'],
    ['two and two thousand', '2 and 2000'],
    ['one hundred and men', '100 and men'],
    ['men and women once a week in 1984', 'men and women once a week in 1984'],
  ])('stay apart where they are several: %s', (text, figures) => {
    expect(written(text)).toBe(figures)
  })

  it.each(['one hundred and five', 'twenty first', '10 thousand', '21st'])(
    'change nothing the second time: %s',
    (text) => {
      expect(written(written(text))).toBe(written(text))
    },
  )
})
