import { describe, expect, it } from 'vitest'
import { loadDictionaries } from '../../../../scripts/io/language.ts'
import { besideInTitles } from './beside.ts'
import { deriveFacets } from './facets.ts'

const dictionaries = loadDictionaries()
const question = 'Do copper surfaces reduce infections in hospitals?'
const titles = [
  'Copper surfaces and enterococci in a trial',
  'Enterococci on copper rails: a study of patients',
  'A study of copper and enterococci in patients',
  'A study of steel in patients',
  'Legionella in water: a study',
  'Legionella and copper pipes',
  'Legionella again',
]

describe('besideInTitles', () => {
  const facets = deriveFacets(question, dictionaries)
  const besideOf = (given: readonly string[]) => besideInTitles(facets, given, dictionaries)[0]!.beside

  it('shows rare words that mostly stand with a facet, with the number of titles, and adds no name', () => {
    expect(besideOf(titles)).toEqual([
      { term: 'enterococci', source: expect.stringContaining('in 3 titles of the library') },
    ])
    expect(besideInTitles(facets, titles, dictionaries).map(({ terms }) => terms)).toEqual(
      facets.map(({ terms }) => terms),
    )
  })

  it('shows no generic word however often it stands there, and nothing of a few titles', () => {
    expect(besideOf(Array.from({ length: 9 }, (_, n) => `Copper study of patients, results ${n}`))).toBeUndefined()
    expect(besideOf(Array.from({ length: 9 }, (_, n) => `Beds with copper, part ${n}`))).toBeUndefined()
    expect(besideOf(titles.slice(0, 2))).toBeUndefined()
  })
})
