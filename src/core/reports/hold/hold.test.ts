import { describe, expect, it } from 'vitest'
import { openLanguage } from '../../../../scripts/io/frames.ts'
import { frameReader } from '../../frames/reader.ts'
import { readCitations } from '../citations/index.ts'
import { holdSentence } from './index.ts'
import { titleLikeness } from './reference-check.ts'
import { holdReport } from './report.ts'

const reader = frameReader(openLanguage())

const source = {
  title: 'Buttermilk and sleep in shift workers: a randomised trial',
  sentences: [
    'We enrolled 84 adults who worked at night.',
    'After 6 weeks buttermilk increased sleep by 31.4 minutes compared with water (p = 0.004).',
    'Headache was reported by 12% of those who drank buttermilk and by 13% of those who drank water.',
    'Buttermilk did not change body weight.',
  ],
}

const lawns = {
  title: 'Mowing less often in city parks',
  sentences: [
    'We counted butterflies and bees in 40 parks.',
    'Unmown strips increased butterfly abundance by 38% (95% CI 21 to 57).',
    'Bee abundance was highest in parks that were mowed every two weeks.',
    'Visitors complained in 12 of 40 parks.',
    'No tick was found in 22 parks.',
  ],
}

describe('a sound sentence with figures of its own', () => {
  it.each([
    ['In 12 of 40 parks (30 %) visitors complained.'],
    ['Visitors complained in nearly a third of parks (30%).'],
    ['Of 40 parks, 28 (70 %) had no complaints.'],
    ['No tick was found in 55% of parks.'],
    ['Ticks were found in 18 of 40 parks.'],
  ])('is not accused: %s', (sentence) => {
    expect(holdSentence(sentence, lawns, reader).outcome).not.toBe('says-otherwise')
  })

  it.each([
    ['Bee abundance was lowest in parks that were mowed every two weeks.'],
    ['Unmown strips increased butterfly abundance by 58%.'],
    ['Visitors complained in 32 of 40 parks.'],
  ])('is where it is altered: %s', (sentence) => {
    expect(holdSentence(sentence, lawns, reader).outcome).toBe('says-otherwise')
  })
})

const organ = {
  title: 'Lessons for organ players',
  sentences: [
    'Short lessons had no significant effect on wrong notes following a holiday.',
    'Slow pedals prolonged the time to the first mistake compared with fast pedals.',
    'Wrong notes were more frequent in seal-negative pipes than in seal-positive pipes.',
  ],
}

describe('what is said in other words', () => {
  it.each([
    ['Short lessons did not reduce wrong notes after a holiday.'],
    ['Slow pedals delayed the first mistake compared with fast pedals.'],
    ['Wrong notes were more frequent in pipes without a seal than in those with one.'],
  ])('is not accused: %s', (sentence) => {
    expect(holdSentence(sentence, organ, reader).outcome).not.toBe('says-otherwise')
  })
})

describe('a sentence held against its source', () => {
  it.each([
    ['Buttermilk increased sleep by 31.4 minutes against water after 6 weeks.', 'says-so'],
    ['Buttermilk increased the sleep of night workers by about 31 minutes compared with water.', 'says-so'],
    ['After 6 weeks buttermilk increased sleep by 44.1 minutes compared with water.', 'says-otherwise'],
    ['After 6 weeks buttermilk reduced sleep by 31.4 minutes compared with water.', 'says-otherwise'],
    ['Buttermilk changed body weight.', 'says-otherwise'],
    ['We enrolled 84 children who worked at night.', 'says-otherwise'],
    ['Yoghurt makers in the mountains pay lower taxes since the reform.', 'not-in-abstract'],
    ['Buttermilk contains 3.2 g of protein in each glass.', 'not-in-abstract'],
  ])('%s: %s', (sentence, outcome) => {
    expect(holdSentence(sentence, source, reader).outcome).toBe(outcome)
  })

  it('cannot be read without a text', () => {
    expect(holdSentence('Buttermilk increased sleep.', { title: source.title, sentences: [] }, reader).outcome).toBe(
      'cannot-be-read',
    )
  })

  it('shows the sentence that says otherwise, and what differs', () => {
    const held = holdSentence(
      'After 6 weeks buttermilk increased sleep by 44.1 minutes compared with water.',
      source,
      reader,
    )
    expect(held).toMatchObject({ at: 1, quote: source.sentences[1] })
    expect(held.why).toMatch(/31\.4.*44\.1/)
  })
})

it('tells the figure of the sentence that has the other figures', () => {
  const sentences = [
    'Time to first bloom (44.4 ± 4.5 days vs 61.0 ± 5.1 days) was shorter in mulched than in bare beds.',
    'Furthermore, the time to ripe fruit of the mulched beds was shorter than that of the bare beds (76.1 ± 4.1 days vs 91.5 ± 5.7 days).',
  ]
  const sentence = 'The time to ripe fruit was 67.1 days in mulched beds and 91.5 days in bare beds.'
  const held = holdSentence(sentence, { title: 'Mulch', sentences }, reader)
  expect(held).toMatchObject({ outcome: 'says-otherwise', at: 1 })
  expect(held.why).toMatch(/76\.1/)
})

it('accuses no sentence that only names the other of two first', () => {
  const sentences = [
    'Nectar flow in the clover group was significantly greater than in the control group (2.3 vs 1.1 mg).',
  ]
  const held = holdSentence(
    'Nectar flow was lower in the control group than in the clover group.',
    { title: 'Lime', sentences },
    reader,
  )
  expect(held.outcome).not.toBe('says-otherwise')
})

it('finds another of its kind at the end of what a longer sentence says', () => {
  const sentences = [
    'Warm lighting significantly improved sleep in patients after open gastrectomy without more falls at night, which staff welcomed.',
  ]
  const held = holdSentence(
    'Warm lighting improved sleep in patients after open cholecystectomy.',
    { title: 'Light', sentences },
    reader,
  )
  expect(held).toMatchObject({ outcome: 'says-otherwise', at: 0 })
})

it('accuses no sentence whose other source cannot be read here', () => {
  const text =
    'Buttermilk increased sleep by 44.1 minutes compared with water after 6 weeks [1][2].\n\n## References\n\n1. Able A. Buttermilk. 2001. doi:10.1000/a.1\n2. Baker B. Whey. 2002. doi:10.1000/b.2\n'
  const cited = readCitations(text)
  expect(holdReport(cited, new Map([[1, source]]), reader).map(({ outcome }) => outcome)).toEqual(['not-in-abstract'])
  const both = new Map([
    [1, source],
    [2, { title: 'Whey', sentences: ['Whey was not tried.'] }],
  ])
  expect(holdReport(cited, both, reader).map(({ outcome }) => outcome)).toEqual(['says-otherwise'])
})

it('takes a cut or shortened title for the same', () => {
  expect(titleLikeness('Buttermilk and sleep in shift workers', source.title)).toBe(1)
  expect(titleLikeness('Buttermilk and sleep in ...', source.title)).toBe(1)
  expect(titleLikeness('Migration of cranes in spring over the marshes', source.title)).toBe(0)
})
