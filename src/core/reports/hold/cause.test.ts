import { expect, it } from 'vitest'
import { openLanguage } from '../../../../scripts/io/frames.ts'
import { marksOf } from '../../frames/marks.ts'
import { analyse } from '../../text/analyse.ts'
import { madeCause } from './cause.ts'

const language = openLanguage()
const found = (claim: string, source: string, whole = source) =>
  madeCause(marksOf(claim, language), analyse(source), marksOf(source, language), whole)

it.each([
  ['Street noise causes poor grades.', 'Street noise was associated with poor grades.', 'associated'],
  ['Street noise causes poor grades.', 'Street noise was a risk factor for poor grades.', 'risk factor'],
  ['Street noise leads to poor grades.', 'Street noise may lead to poor grades.', 'may'],
])('finds a cause made of a link or of what may be: %s | %s', (claim, source, word) => {
  expect(found(claim, source)?.source).toBe(word)
})

it.each([
  ['Street noise causes poor grades.', 'Street noise caused poor grades.'],
  ['Street noise is associated with poor grades.', 'Street noise was associated with poor grades.'],
  ['Street noise may cause poor grades.', 'Street noise may lead to poor grades.'],
  ['Street noise lowered all-cause absence.', 'Street noise was associated with absence.'],
  ['Walls were built to prevent noise.', 'Walls may keep the noise out.'],
])('leaves alone: %s | %s', (claim, source) => {
  expect(found(claim, source)).toBeNull()
})

it('takes a link for a cause where something was done by chance', () => {
  const trial = 'Pupils were randomised to two classrooms. Noise was associated with poor grades.'
  expect(found('Noise causes poor grades.', 'Noise was associated with poor grades.', trial)).toBeNull()
})
