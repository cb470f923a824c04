import { describe, expect, it } from 'vitest'
import { openLanguage } from '../../../../scripts/io/frames.ts'
import { analyse } from '../../text/analyse.ts'
import { exchangedFigures } from './exchanged-figures.ts'
import { borrowedFigure, figuresElsewhere } from './figure-places.ts'
import { readHolding } from './reading.ts'

const language = openLanguage()
const sentences = [
  'We followed 140 ponds in Kent and Fife for two springs.',
  'Newts were seen in 61% and 44% of ponds with and without fish, respectively.',
  'Mean depth was 1.1 m in Kent and 3.7 m in Fife.',
  'After rain, 212 toads crossed the road at the tunnel and 90 toads crossed it elsewhere.',
]
const read = sentences.map((text) => analyse(text))
const exchanged = (claim: string) => read.some((text) => exchangedFigures(analyse(claim), text, language) !== null)

describe('two figures of a sentence', () => {
  it.each([
    ['Ponds were 3.7 m deep in Kent and 1.1 m in Fife.'],
    ['In Fife ponds were 1.1 m deep, in Kent 3.7 m.'],
    ['Depth rose from 3.7 m in Kent to 1.1 m in Fife.'],
  ])('in each other’s place are found: %s', (claim) => {
    expect(exchanged(claim)).toBe(true)
  })

  it.each([
    ['Ponds were 1.1 m deep in Kent and 3.7 m in Fife.'],
    ['In Fife ponds were 3.7 m deep, in Kent 1.1 m.'],
    ['Newts lived in 61% of ponds with fish and in 44% of those without fish.'],
    ['Toads crossed at the tunnel (212) and elsewhere (90).'],
  ])('in their own place are not: %s', (claim) => {
    expect(exchanged(claim)).toBe(false)
  })
})

it('finds a figure around whose words another sentence has another one', () => {
  const towns = ['In the old town 35 bats were counted.', 'In the new town 60 owls hunted by the river all night.'].map(
    (text) => analyse(text),
  )
  expect(borrowedFigure(analyse('In the new town 35 owls hunted by the river.'), towns)).toMatchObject({ source: '60' })
  expect(borrowedFigure(analyse('In the new town 60 owls hunted by the river.'), towns)).toBeNull()
})

describe('a figure that stands elsewhere', () => {
  const elsewhere = (claim: string, shown: number[]) =>
    figuresElsewhere(readHolding(claim, { title: 'Ponds', sentences })!, shown)

  it('is told where a sentence shown has not got it', () => {
    expect(elsewhere('Mean depth was 3.7 m in Fife where 44% had newts.', [2])).toEqual(['44%'])
  })

  it('is none where it comes with the thing that it counts', () => {
    expect(elsewhere('A study of 140 ponds found newts in 61%.', [1])).toEqual([])
    expect(elsewhere('Mean depth was 1.1 m, of 90 toads.', [2])).toEqual([])
  })
})
