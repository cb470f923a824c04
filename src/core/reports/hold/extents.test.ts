import { expect, it } from 'vitest'
import { openLanguage } from '../../../../scripts/io/frames.ts'
import { marksOf } from '../../frames/marks.ts'
import { analyse } from '../../text/analyse.ts'
import { otherGrade, unborneDegree } from './extents.ts'

const language = openLanguage()
const unborne = (claim: string, source: string) =>
  unborneDegree(marksOf(claim, language), marksOf(source, language), [analyse(source).numbers])
const grade = (claim: string, source: string) =>
  otherGrade(marksOf(claim, language), marksOf(source, language), language)

it.each([
  ['Hoods eliminated the noise of the looms.', 'Hoods reduced the noise of the looms by 38%.', 'eliminated'],
  ['Hoods halved the noise of the looms.', 'Hoods reduced the noise of the looms (ratio 0.81).', 'halved'],
  ['All weavers wore the hoods.', 'Of 41 weavers, 30 wore the hoods.', 'all'],
  ['Most weavers wore the hoods.', 'A quarter of the weavers wore the hoods.', 'most'],
  ['The number of broken threads doubled.', 'The number of broken threads rose from 12 to 15.', 'doubled'],
  ['Cotton gave the strongest threads.', 'Cotton gave strong threads.', 'strongest'],
])('finds a degree that its source does not bear out: %s', (claim, source, word) => {
  expect(unborne(claim, source)).toBe(word)
})

it.each([
  ['Hoods eliminated the noise of the looms.', 'With hoods no noise of the looms was heard.'],
  ['Hoods halved the noise of the looms.', 'Hoods reduced the noise of the looms (ratio 0.52).'],
  ['Hoods halved the noise of the looms.', 'The noise of the looms fell from 62 to 30 units.'],
  ['All weavers wore the hoods.', 'The hoods were worn by 41 of 41 weavers.'],
  ['All three mills used hoods.', 'Hoods were used in mills A, B and C.'],
  ['Most weavers wore the hoods.', 'Hoods were worn by 72% of the weavers.'],
  ['The most common fault was a broken thread.', 'Broken threads were seen more often than other faults.'],
  ['Threads were checked twice a day.', 'Threads were checked at 7 and at 15 h.'],
  ['The number of broken threads doubled.', 'The number of broken threads rose from 12 to 25.'],
])('leaves alone what figures and words bear out: %s', (claim, source) => {
  expect(unborne(claim, source)).toBeNull()
})

it('finds another strength of the same thing only', () => {
  const source = 'Humidity had a weak effect on the threads, and dust was a strong predictor of faults.'
  expect(grade('Humidity had a strong effect on the threads.', source)).toEqual({ claim: 'strong', source: 'weak' })
  expect(grade('Humidity had a slight effect on the threads.', source)).toBeNull()
  expect(grade('Dust was a strong predictor of faults.', source)).toBeNull()
})
