import { expect, it } from 'vitest'
import { reword } from './reword.ts'

it.each([
  ['We tested our bamboo floors in six schools.', 'The authors tested their bamboo floors in six schools.'],
  ['We show the use of our floors.', 'The authors show the use of their floors.'],
  ['We asked the teachers about our floors.', 'The authors asked the teachers about the authors’ floors.'],
  ['Noise fell with our floors.', 'Noise fell with the authors’ floors.'],
])('what is the authors’ own is theirs where nobody else is named between: %s', (sentence, told) => {
  expect(reword(sentence)).toBe(told)
})

it.each([
  ['I rule out large effects of tolls on rents.', 'The authors rule out large effects of tolls on rents.'],
  [
    'Type I errors were common, and I interpret this as bias.',
    'Type I errors were common, and the authors interpret this as bias.',
  ],
  ['Phases I and II differed in my trial.', 'Phases I and II differed in the authors’ trial.'],
])('one author is told of as several are: %s', (sentence, told) => {
  expect(reword(sentence)).toBe(told)
})
