import { describe, expect, it } from 'vitest'
import { printOf } from '../../../tests/helpers/works.ts'
import { isTelling, tellsApart, titleDifference } from './telling.ts'

const between = (one: string, two: string) => titleDifference(printOf({ title: one }), printOf({ title: two }))

describe('titleDifference', () => {
  it.each([
    ['Postoperative pain after hip surgery', 'Post-operative pain after hip surgery'],
    ['Tumour behaviour in aged mice', 'Tumor behavior in aged mice'],
    ['Centre-based day care', 'Center based daycare'],
    ['Two trials of raised beds', '2 trials of raised beds'],
    ['Effects of the raised bed', 'An effect of raised beds'],
    ['Nitrogen leaching under rye', 'Nitrogen laeching under rye'],
    ['Sulphate in groundwater', 'Sulfate in groundwater'],
  ])('is none between spellings: %s / %s', (one, two) => {
    expect(between(one, two)).toEqual({ left: [], right: [] })
  })

  it.each<[string, string, string[], string[]]>([
    ['Yields under acute drought', 'Yields under chronic drought', ['acute'], ['chronic']],
    ['Bees in wheat', 'Bees in maize', ['wheat'], ['maize']],
    ['Yields after 3 years', 'Yields after 5 years', ['3'], ['5']],
    ['Sleep in men', 'Sleep in women', ['men'], ['women']],
    ['Prices of increased supply', 'Prices of decreased supply', ['increased'], ['decreased']],
    ['Bees in wheat', 'Bees in wheat: an update', [], ['update']],
  ])('is what each says alone: %s / %s', (one, two, left, right) => {
    expect(between(one, two)).toEqual({ left, right })
  })
})

describe('tellsApart', () => {
  it.each<[string, string, boolean]>([
    ['Bees in wheat', 'Bees in maize', true],
    ['Bees in wheat', 'Bees in wheat: an update', true],
    ['Bees in wheat', 'Bees in wheat, part 2', true],
    ['Bees in wheat', 'Bees in wheat: third report', true],
    ['Bees in wheat', 'Bees in wheat of mountain farms', false],
    ['Bees in wheat', 'The bees in wheat', false],
  ])('%s / %s', (one, two, apart) => {
    expect(tellsApart(between(one, two))).toBe(apart)
    expect(tellsApart(between(two, one))).toBe(apart)
  })
})

describe('isTelling', () => {
  it.each([
    ['protocol', true],
    ['twelfth', true],
    ['1998', true],
    ['wheat', false],
  ])('%s', (word, telling) => {
    expect(isTelling(word)).toBe(telling)
  })
})
