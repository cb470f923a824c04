import { expect, it } from 'vitest'
import { oneSpelling } from './spelling.ts'

it.each([
  ['oesophagitis', 'esophagitis'],
  ['haemoglobin', 'hemoglobin'],
  ['anaemia', 'anemia'],
  ['diarrhoea', 'diarrhea'],
  ['behaviour', 'behavior'],
  ['behavioural', 'behavioral'],
  ['tumours', 'tumors'],
  ['randomised', 'randomized'],
  ['generalisation', 'generalization'],
  ['analyse', 'analyze'],
  ['centre', 'center'],
  ['labelled', 'labeled'],
  ['sulphate', 'sulfate'],
  ['programme', 'program'],
  ['paediatric', 'pediatric'],
])('%s is %s', (british, american) => expect(oneSpelling(british)).toBe(oneSpelling(american)))

it.each([['four'], ['hour'], ['does'], ['tour'], ['disease'], ['rise'], ['year']])('%s stays', (word) =>
  expect(oneSpelling(word)).toBe(word),
)
