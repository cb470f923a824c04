import { expect, it } from 'vitest'
import { analyse } from '../text/analyse.ts'
import { align } from './align.ts'
import { negationDifferences } from './negation.ts'

const differences = (claim: string, other: string) => {
  const [one, two] = [analyse(claim), analyse(other)]
  return negationDifferences(one, two, align(one, two))
}

it.each([
  ['Stricter rules did not reduce litter in the park.', 'Litter in the park was not reduced by stricter rules.'],
  ['Frost-free storage kept tubers firm.', 'Tubers stayed firm with storage without frost.'],
  ['After a year, 60% of riders were free of pain.', 'After a year, 60% of riders were without pain.'],
])('the same denied in another order or with another word: %s', (claim, other) => {
  expect(differences(claim, other)).toEqual([])
})

it.each([
  ['Stricter rules did not reduce litter.', 'Stricter rules reduced litter.'],
  ['All the cellars stayed frost-free.', 'All the cellars stayed in frost.'],
  ['Rosin was not linked to strain.', 'There was no link to coughs, but rosin was linked to strain.'],
])('what only one denies: %s', (claim, other) => {
  expect(differences(claim, other).length).toBeGreaterThan(0)
})
