import { describe, expect, it } from 'vitest'
import { inYear, printOf } from '../../../tests/helpers/works.ts'
import { candidatePairs } from './blocks.ts'

const pairs = (...given: Parameters<typeof printOf>[0][]) => [...candidatePairs(given.map((csl) => printOf(csl)))]
const bare = { author: [], volume: '', page: '' }

describe('candidatePairs', () => {
  it('names each pair once, the earlier place first', () => {
    expect(pairs({}, {}, {})).toEqual([
      [0, 1],
      [0, 2],
      [1, 2],
    ])
  })

  it.each<[string, Parameters<typeof printOf>[0], Parameters<typeof printOf>[0]]>([
    ['two rare words', { ...bare, title: 'Vetch and voles' }, { ...bare, title: 'Voles in fields of vetch' }],
    ['volume, page and author', { title: 'Couverts végétaux', ...inYear(2016) }, { title: 'Cover crops' }],
    ['author, year and page', { title: 'Couverts végétaux', volume: '' }, { title: 'Cover crops', volume: '' }],
    [
      'the title before its subtitle',
      { ...bare, title: 'Soils of the far northland: two hundred lonely excavations' },
      { ...bare, title: 'Soils of the far northland' },
    ],
  ])('brings together by %s', (_, one, two) => {
    expect(pairs(one, two)).toEqual([[0, 1]])
  })

  it('leaves apart what has one word in common, and what has no title', () => {
    expect(pairs({ ...bare, title: 'Voles eat roots' }, { ...bare, title: 'Voles in pastures' })).toEqual([])
    expect(pairs({ ...bare, title: '' }, { ...bare, title: '' })).toEqual([])
  })

  it('compares neighbours only in a large block, and equal titles are neighbours', () => {
    const count = 200
    const given = Array.from({ length: count }, (_, at) => ({ ...bare, title: `Soil carbon ${100 + (at % 100)}` }))
    const found = pairs(...given)
    expect(found.length).toBeLessThan(count * 15)
    for (let at = 0; at < 100; at++) expect(found).toContainEqual([at, at + 100])
  })
})
