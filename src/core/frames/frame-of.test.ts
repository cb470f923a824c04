import { describe, expect, it } from 'vitest'
import { openLanguage } from '../../../scripts/io/frames.ts'
import type { Frame } from './frame.ts'
import { frameOf, inheriting } from './frame-of.ts'
import { inheritedOf } from './inherited.ts'

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

  it('takes what is left unsaid from the paper, and marks it', () => {
    const title = read('Dupilumab versus placebo for eczema in children')
    const sentences = ['Dupilumab cleared eczema in children.', 'Itching fell with dupilumab.'].map(read)
    const frame = inheriting(read('It was well tolerated.'), inheritedOf(title, sentences, language))
    expect(frame.slots.exposure).toEqual([{ text: expect.stringMatching(/dupilumab/i), inherited: true }])
    expect(frame.slots.population).toEqual([{ text: 'children', inherited: true }])
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
] as const)('figures: %s', (sentence, kind, value) => {
  expect(read(sentence).figures.map((figure) => [figure.kind, figure.value])).toContainEqual([kind, value])
})
