import { describe, expect, it } from 'vitest'
import { nameKey, parseName, parseNames } from './names.ts'

describe('parseName', () => {
  it.each([
    ['Baird, J. K.', { family: 'Baird', given: 'J. K.' }],
    ['Baird JK', { family: 'Baird', given: 'JK' }],
    ['van der Berg JK', { family: 'van der Berg', given: 'JK' }],
    ['J. Kevin Baird', { family: 'Baird', given: 'J. Kevin' }],
    ['Ludwig van Beethoven', { family: 'van Beethoven', given: 'Ludwig' }],
    ['King, Martin Luther, Jr.', { family: 'King', given: 'Martin Luther', suffix: 'Jr.' }],
    ['King, Jr., Martin Luther', { family: 'King', given: 'Martin Luther', suffix: 'Jr.' }],
    ['{World Health Organization}', { literal: 'World Health Organization' }],
    ['World Health Organization', { literal: 'World Health Organization' }],
    ['Department of Health, London, United Kingdom', { literal: 'Department of Health, London, United Kingdom' }],
    ['Plato', { literal: 'Plato' }],
    ['Baird,', { literal: 'Baird' }],
    ["O'Neill, <b>Ann</b>", { family: "O'Neill", given: 'Ann' }],
  ])('%s', (text, name) => {
    expect(parseName(text)).toEqual(name)
  })
  it.each(['', ' , ', 'et al.', 'nan', 'Anonymous'])('is none: %j', (text) => {
    expect(parseName(text)).toBeNull()
  })
})

describe('parseNames', () => {
  it.each([
    ['Baird, J. K.; Price, R.', ['Baird', 'Price']],
    ['Baird, J.K., Price, R.', ['Baird', 'Price']],
    ['Kevin Baird, Ric Price', ['Baird', 'Price']],
    ['Baird JK, Price RN', ['Baird', 'Price']],
    ['Baird, Kevin and Price, Ric', ['Baird', 'Price']],
    ['Kevin Baird, Ric Price, and Ann Lee', ['Baird', 'Price', 'Lee']],
    ['Baird, Kevin', ['Baird']],
  ])('%s', (text, families) => {
    expect(parseNames(text).map((name) => ('family' in name ? name.family : name.literal))).toEqual(families)
  })
})

it('compares authors by family and first initial', () => {
  expect(nameKey({ family: 'Müller', given: 'Öz' })).toEqual({ family: 'muller', initial: 'o' })
})
