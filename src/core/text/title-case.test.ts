import { expect, it } from 'vitest'
import { isTitleCase } from './title-case.ts'

it.each([
  ['Effects of Night Shifts on the Sleep of Nurses: A Cohort Study', true],
  ['Effects of night shifts on the sleep of nurses', false],
  ['Nurses in Norway and Sweden slept worse after night shifts', false],
  ['Sleep Study', false],
])('%s', (text, wanted) => {
  expect(isTitleCase(text)).toBe(wanted)
})
