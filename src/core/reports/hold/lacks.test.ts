import { describe, expect, it } from 'vitest'
import { openLanguage } from '../../../../scripts/io/frames.ts'
import { frameReader } from '../../frames/reader.ts'
import { bearingOf } from './lacks.ts'
import { readHolding } from './reading.ts'

const reader = frameReader(openLanguage())
const source = {
  title: 'Lamps and moths in two valleys',
  sentences: [
    'We caught moths under 48 lamps in two valleys of Savoy before and after lamps were changed.',
    'Moth numbers declined with increasing brightness of the lamps.',
    'Amber lamps drew fewer large moths than white lamps.',
    'While bats fed more often at lamps in the northern valley, owls left the lamps of the southern valley.',
    'Conventional lamps were on for longer than timed lamps.',
    'Dimming had positive effects on beetles, spiders and snails.',
    'Evergreen hedges sheltered many moths from light.',
    'Red lamps are not a useful aid in gardens.',
    'We hypothesised that shaded lamps would attract more beetles than bare lamps.',
    'Owls without rings hunted near lamps.',
    'Loss of rare orchids correlated with old lamps.',
  ],
}
const lacks = (sentence: string) =>
  bearingOf(readHolding(sentence, source)!, reader).lacks.map(({ kind }) => kind as string)

describe('what a sentence needs and its source lacks', () => {
  it.each([
    ['Moth numbers rose with the brightness of the lamps.', 'turn'],
    ['Dimming had negative effects on beetles and spiders.', 'way'],
    ['Bats fed more often at lamps in the southern valley.', 'mixed'],
    ['Deciduous hedges sheltered many moths from light.', 'rival'],
    ['Hedges without light sheltered many evergreen moths.', 'without'],
    ['Moths were caught in two valleys of Bavaria.', 'name'],
    ['Numbers of moths were unrelated to the brightness of the lamps.', 'alike'],
    ['Unconventional lamps were on for longer than timed lamps.', 'prefix'],
    ['Beetles before breakfast liked the positive effects of dimming.', 'time'],
    ['White lamps drew fewer large moths than amber lamps.', 'sides'],
    ['We caught moths under 48 lamps in two valleys of Tyrol.', 'place'],
    ['Red lamps are a useful aid in gardens.', 'denied'],
    ['Few owls left the lamps of the southern valley.', 'few'],
    ['Amber lamps drew most of the large moths.', 'degree'],
    ['Shaded lamps attracted beetles of all sizes.', 'asked'],
    ['Owls with rings hunted near lamps.', 'group'],
    ['In a randomised study, moth numbers declined with increasing brightness of the lamps.', 'design'],
    ['Neither valley had positive effects of dimming on beetles.', 'denies'],
    ['Old lamps of both valleys cause the loss of rare orchids.', 'cause'],
  ])('%s: %s', (sentence, kind) => {
    expect(lacks(sentence)).toContain(kind)
  })

  it.each([
    ...source.sentences,
    'Moth numbers decreased more under brighter lamps.',
    'In the northern valley, bats fed at lamps more often.',
    'Hedges that are evergreen sheltered moths.',
    'After lamps were changed in Savoy, moths were caught under 48 of them.',
  ])('is nothing where the source says it: %s', (sentence) => {
    expect(lacks(sentence)).toEqual([])
  })
})

describe('what only seems to be lacking', () => {
  const hives = {
    title: 'Syrup and mites in hives',
    sentences: [
      'Compared with water, syrup 4 g/day lowered mite counts in hives.',
      'Swarming was more common in hives with mites (28.2%, 95% CI 22.8 to 34.4) than in hives without them (16.4%, 95% CI 13.4 to 19.9).',
      'Syrup with Varroa destructor mites did not change the weight of queens of strain C.',
    ],
  }
  const reading = (sentence: string) => readHolding(sentence, hives)!

  it.each([
    ['Syrup at 4 g a day lowered mite counts in hives.'],
    ['Syrup, 4 g of it a day, lowered mite counts.'],
    ['Swarming was more common in hives with mites (28.2%) than in those without (16.4%).'],
    ['Syrup did not change the weight of queens of strain C.'],
    ['Syrup with V. destructor mites did not change the weight of queens.'],
  ])('is no figure and no name: %s', (sentence) => {
    const kinds = bearingOf(reading(sentence), reader).lacks.map(({ kind }) => kind as string)
    expect(kinds.filter((kind) => ['figure', 'elsewhere', 'name'].includes(kind))).toEqual([])
    expect(reading(sentence).figures.missing).toEqual([])
  })

  it('keeps amounts of other kinds apart', () => {
    expect(reading('Syrup at 4 mg a day lowered mite counts.').figures.missing.map(({ text }) => text)).toEqual([
      '4 mg a day',
    ])
  })
})
