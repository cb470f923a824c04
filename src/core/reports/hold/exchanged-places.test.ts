import { expect, it } from 'vitest'
import { analyse } from '../../text/analyse.ts'
import { exchangedPlaces } from './exchanged-places.ts'

const found = (claim: string, source: string) => exchangedPlaces(analyse(claim), analyse(source))

const leaks = 'Leaks were found in 19 (23.8%) and 34 (42.5%) houses with copper and plastic pipes, respectively.'

it.each([
  [
    'Leaks were found in 19 (42.5%) and 34 (23.8%) houses with copper and plastic pipes, respectively.',
    leaks,
    { claim: '42.5%', source: '23.8%' },
  ],
  [
    'Leaks were found in 34 (42.5%) and 19 (23.8%) houses with copper and plastic pipes, respectively.',
    leaks,
    { claim: '34', source: '19' },
  ],
  [
    'Mean flow was 8.1 L and 6.4 L in old and new houses.',
    'The mean flow was 6.4 L and 8.1 L in old and new houses (p = 0.03).',
    { claim: '8.1 L', source: '6.4 L' },
  ],
])('finds figures in each other’s place: %s', (claim, source, difference) => {
  expect(found(claim, source)).toEqual(difference)
})

it.each([
  [leaks, leaks],
  ['Leaks were found in 34 (42.5%) and 19 (23.8%) houses with plastic and copper pipes, respectively.', leaks],
  ['Leaks were found in 19 houses with copper pipes (23.8%) and in 34 with plastic ones (42.5%).', leaks],
  ['Mean flow was 6 L and 8 L in old and new houses.', 'Mean flow was 6.4 L and 8.1 L in old and new houses.'],
  ['Flow rose to 8.1 L from 6.4 L in old houses.', 'Flow rose from 6.4 L to 8.1 L in old houses.'],
])('leaves figures alone that went with their words: %s', (claim, source) => {
  expect(found(claim, source)).toBeNull()
})
