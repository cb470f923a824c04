import { expect, it } from 'vitest'
import { openLanguage } from '../../../../scripts/io/frames.ts'
import { isMisspelling } from './misspelling.ts'

const language = openLanguage()
const either = (one: string, other: string) => [
  isMisspelling(one, other, language),
  isMisspelling(other, one, language),
]

it.each([
  ['haemorrhage', 'hemorrage'],
  ['millennium', 'millenium'],
  ['ventilation', 'ventillation'],
  ['biodiversity', 'biodiverstiy'],
  ['tuberculosis', 'tubercolosis'],
  ['questionnaire', 'questionaires'],
])('%s is meant by %s', (one, other) => expect(either(one, other)).toEqual([true, true]))

it.each([
  ['prednisone', 'prednisolone'],
  ['clofazimine', 'clofazamine'],
  ['macrocytic', 'microcytic'],
  ['hypertension', 'hypotension'],
  ['intercellular', 'intracellular'],
  ['neurotrophic', 'neurotropic'],
  ['transfection', 'transection'],
  ['nociception', 'nociceptin'],
  ['polymerase', 'polymerose'],
  ['dysphagia', 'dysphasia'],
  ['marital', 'martial'],
  ['symmetric', 'asymmetric'],
])('%s and %s are two things', (one, other) => expect(either(one, other)).toEqual([false, false]))
