import { describe, expect, it } from 'vitest'
import { isForeign } from './english.ts'

describe('isForeign', () => {
  it.each([
    'Ziel: Wir prüften, ob Yoga bei Rückenschmerzen hilft. Die Schmerzen nahmen in der Gruppe mit Yoga stärker ab.',
    'Objectif : évaluer si la marche nordique améliore le sommeil des adultes. Le sommeil des marcheurs était meilleur.',
    'Se estudió si el riego por goteo aumenta la cosecha de tomate. La cosecha fue mayor con el riego por goteo.',
    '本研究评价针灸对偏头痛的疗效。治疗组头痛天数明显减少。',
    'Изучали влияние йоги на боль в спине. Боль уменьшилась.',
  ])('knows what is not English: %s', (text) => {
    expect(isForeign(text)).toBe(true)
  })

  it.each([
    'Yoga reduced back pain more than usual care did, and patients slept better.',
    'RESULTS: Drip irrigation increased tomato yield by 12% (p < 0.01) compared with furrow irrigation.',
    'Methods: mean age 54 years; n = 120; yoga 60, waiting list 60.',
    'Yoga und Schmerz',
    '',
  ])('takes for foreign neither English nor what is too short to tell: %s', (text) => {
    expect(isForeign(text)).toBe(false)
  })
})
