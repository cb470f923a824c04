import { describe, expect, it } from 'vitest'
import { openLanguage } from '../../../scripts/io/frames.ts'
import type { Frame } from './frame.ts'
import { frameOf } from './frame-of.ts'

const language = openLanguage()
const read = (sentence: string) => frameOf(sentence, language)
const said = (frame: Frame, slot: keyof Frame['slots']) => frame.slots[slot].map(({ text }) => text)

describe('slots of a sentence', () => {
  it.each([
    ['Mowing reduced moss in shaded lawns.', ['Mowing'], ['moss'], [], ['shaded lawns'], 'down'],
    ['Moss was reduced by mowing.', ['mowing'], ['Moss'], [], [], 'down'],
    [
      'Stroke rates were lower with apixaban than with warfarin.',
      ['apixaban'],
      ['Stroke rates'],
      ['warfarin'],
      [],
      'down',
    ],
    [
      'Compared with lectures, simulations increased skill retention.',
      ['simulations'],
      ['skill retention'],
      ['lectures'],
      [],
      'up',
    ],
    ['Iron deficiency was associated with restless legs.', ['Iron deficiency'], ['restless legs'], [], [], 'linked'],
    [
      'No difference in mortality was found between saline and crystalloids.',
      ['saline'],
      ['mortality'],
      ['crystalloids'],
      [],
      'none',
    ],
    ['Private schools benefited from the voucher.', ['voucher'], ['Private schools'], [], [], 'better'],
    ['We found that yoga eased back pain.', ['yoga'], ['back pain'], [], [], 'down'],
  ] as const)('%s', (sentence, exposure, outcome, comparator, population, direction) => {
    const frame = read(sentence)
    expect(said(frame, 'exposure')).toEqual(exposure)
    expect(said(frame, 'outcome').join(' ')).toContain(outcome.join(' '))
    expect(said(frame, 'comparator').join(' ')).toContain(comparator.join(' '))
    expect(said(frame, 'population').join(' ')).toContain(population.join(' '))
    expect(frame.direction?.value).toBe(direction)
  })

  it('are exact slices of the sentence', () => {
    const sentence =
      'In older men, bone strength increased with testosterone (mean difference 0.4, 95% CI 0.1 to 0.7) after two years.'
    const frame = read(sentence)
    for (const span of Object.values(frame.slots).flat())
      if (span.inherited === undefined) expect(sentence.slice(span.start, span.end)).toBe(span.text)
    expect(frame.figures[0]).toMatchObject({ kind: 'difference', value: 0.4, low: 0.1, high: 0.7 })
    expect(frame.significant).toBe(true)
  })

  it('tells a name that holds a word of direction from a direction', () => {
    expect(read('Weight loss improved fertility.').direction).toMatchObject({ value: 'better', text: 'improved' })
    expect(read('High-dose iron was given.').direction?.value).not.toBe('up')
  })
})

it.each([
  ['We investigated whether yoga reduces pain.', true],
  ['The effect of grazing on soil carbon remains unclear.', true],
  ['Lower speed limits are expected to reduce injuries.', true],
  ['We found that yoga reduces pain.', false],
  ['Yoga reduced pain.', false],
])('what was to be found out: %s', (sentence, aim) => {
  expect(read(sentence).aim).toBe(aim)
})

it.each([
  ['Half of the patients had pain.', 'share', 50],
  ['It occurs in 1 in 2,000 operations.', 'share', 0.05],
  ['Three of the twelve lakes held mussels.', 'share', 25],
  ['Yields doubled.', 'fold', 2],
  ['The odds ratio was 0.35 (0.20 to 0.61).', 'ratio', 0.35],
  ['Pain fell (P = 0.002).', 'p', 0.002],
  ['Pain fell (2p = 0.03).', 'p', 0.03],
  ['Leaves weighed 45 ± 1 mg.', 'measure', 45],
] as const)('figures: %s', (sentence, kind, value) => {
  expect(read(sentence).figures.map((figure) => [figure.kind, figure.value])).toContainEqual([kind, value])
})

describe('a comparison', () => {
  it.each([
    [
      'Drip irrigation was superior to furrow irrigation in saving water.',
      'Drip irrigation',
      'furrow irrigation',
      'saving water',
      'better',
    ],
    [
      'Peer tutoring is as effective as small-group instruction in raising scores.',
      'Peer tutoring',
      'small-group instruction',
      'scores',
      'as-good',
    ],
    [
      'Recycled asphalt was comparable to virgin asphalt in fatigue resistance.',
      'Recycled asphalt',
      'virgin asphalt',
      '',
      'as-good',
    ],
    [
      'Yields with compost were similar to those with mineral fertiliser.',
      'compost',
      'mineral fertiliser',
      'Yields',
      'as-good',
    ],
    [
      'Maize grown with biochar yielded more than that treated with lime.',
      'biochar',
      'treated with lime',
      'Maize',
      'up',
    ],
    [
      'Germination was 84% in the primed group and 61% in the control group.',
      'primed group',
      'control group',
      'Germination',
      'rate',
    ],
    [
      'Mean accuracy was 91% and 88% in the transformer and recurrent groups, respectively.',
      'transformer',
      'recurrent groups',
      'accuracy',
      'rate',
    ],
    ['Wear was 3 mm with dry bearings and 1 mm with no bearings at all.', 'dry bearings', 'bearings', 'Wear', 'rate'],
    [
      'Survival was 14% in the control group and 22% in the limed group.',
      'limed group',
      'control group',
      'Survival',
      'rate',
    ],
  ] as const)('%s', (sentence, exposure, comparator, outcome, direction) => {
    const frame = read(sentence)
    expect(said(frame, 'exposure').join(' ')).toContain(exposure)
    expect(said(frame, 'comparator').join(' ')).toContain(comparator)
    expect(said(frame, 'outcome').join(' ')).toContain(outcome)
    expect(frame.direction?.value).toBe(direction)
  })

  it.each([
    'The relative risk of collapse was 0.60 in braced frames.',
    'A comparison of two trawls showed a smaller bycatch with the grid.',
  ])('is not opened by a word of measure: %s', (sentence) => {
    expect(said(read(sentence), 'comparator')).toEqual([])
  })
})

it.each([
  ['In lakes with low oxygen, aeration raised trout survival.', 'aeration', 'up'],
  [
    'In patients with severely reduced hearing, cochlear implants increased speech recognition.',
    'cochlear implants',
    'up',
  ],
  [
    'Although costs could not be measured, contour ploughing appears highly effective against erosion.',
    'contour ploughing',
    'better',
  ],
  ['Retraining in workers with reduced left hand grip after injury increased output.', 'Retraining', 'up'],
  ['Gypsum appears to be a promising amendment for sodic soils.', 'Gypsum', undefined],
  ['Biochar was found to improve germination.', 'Biochar', 'better'],
  ['Heat pump dryers are more efficient than vented dryers.', 'Heat pump dryers', 'better'],
  ['Patrol boats reduced poaching.', 'Patrol boats', 'down'],
] as const)('what was done: %s', (sentence, exposure, direction) => {
  const frame = read(sentence)
  expect(said(frame, 'exposure')).toEqual([exposure])
  expect(frame.direction?.value).toBe(direction)
})

it.each([
  ['Netting is safe and effective in preventing bird strikes.', 'better'],
  ['Chatbots were less effective than tutors in lowering dropout.', 'up'],
  ['Guard dogs were ineffective in preventing wolf attacks.', 'worse'],
  ['The coating showed a protective efficacy of 80% against rust.', 'better'],
  ['The new alloy was superior to steel in fatigue life, and was equally easy to weld.', 'better'],
  ['Soil moisture increased and surface runoff decreased.', 'up'],
  ['Reduced tillage increased yields.', 'up'],
  ['The soil test was negative in 30% of fields.', 'rate'],
  ['Mentoring had a positive effect on grades.', 'up'],
  ['Doses of lime as low as 1 t/ha raised soil pH.', 'up'],
  ['Injuries were as frequent on turf as on grass.', 'as-good'],
  ['Litter as well as graffiti was reduced by wardens.', 'down'],
  ['Terracing reduced runoff, thereby improving water quality.', 'down'],
  ['Liming led to an increase in earthworms and a decrease in moss.', 'up'],
] as const)('which way it went: %s', (sentence, direction) => {
  expect(read(sentence).direction?.value).toBe(direction)
})

it('takes what changed for the outcome, not for the place', () => {
  const frame = read('Speed cameras led to a decline in fatal crashes in rural counties.')
  expect(said(frame, 'outcome').join(' ')).toContain('fatal crashes')
  expect(said(frame, 'population').join(' ')).toContain('rural counties')
})

it('takes how far values scatter for no figure of its own', () => {
  const { figures } = read('Wheat yielded 5.1 +/- 0.4 t and oats 4.2 t (SD 0.3).')
  expect(figures.map(({ text }) => text)).toEqual(['5.1 +/- 0.4', '4.2'])
})
