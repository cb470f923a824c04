import { expect, it } from 'vitest'
import { titleGroup } from './groups.ts'

const title = 'Swimming lessons for children in two harbours'

it('tells of a group that the title excludes and nothing stated names', () => {
  expect(titleGroup('Lessons helped adults.', title, 'Lessons helped 20 of 31 learners.')).toEqual({
    sentence: 'adults',
    source: 'children',
  })
})

it.each([
  ['Lessons helped children.', 'Lessons helped 20 of 31 learners.'],
  ['Lessons helped adults.', 'Lessons helped children and adults.'],
  ['Lessons helped learners.', 'Lessons helped children.'],
])('leaves alone: %s | %s', (sentence, stated) => {
  expect(titleGroup(sentence, title, stated)).toBeNull()
})
