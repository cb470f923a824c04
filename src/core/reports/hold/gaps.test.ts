import { describe, expect, it } from 'vitest'
import { openLanguage } from '../../../../scripts/io/frames.ts'
import { frameReader } from '../../frames/reader.ts'
import { plainGap } from './gaps.ts'
import { closest, readHolding } from './reading.ts'

const reader = frameReader(openLanguage())
const sentences = [
  'Ramps were tried in 14 towns of northern Italy.',
  'After 8 months, falls were rarer in women with timber ramps than in women without ramps (12% against 19%).',
  'QXR15 expression predicted the wear of timber ramps in wet winters.',
  'Rivaroxaban lowered the rate of thrombosis in patients with a cast of the leg.',
]

const differs = (sentence: string) => {
  const reading = readHolding(sentence, { title: 'Ramps', sentences })!
  return plainGap(reading, closest(reading, 3), reader)?.kind ?? null
}

describe('one thing in the place of another', () => {
  it.each([
    [
      'After 8 months, falls were rarer in women with timber ramps than in women without ramps (12% against 27%).',
      'figure',
    ],
    ['After 18 months, falls were rarer in women with timber ramps than in women without ramps.', 'figure'],
    ['After 8 months, falls were rarer in men with timber ramps than in men without ramps.', 'group'],
    ['QXR15 expression predicted the wear of timber ramps in dry winters.', null],
    ['MBL27 expression predicted the wear of timber ramps in wet winters.', 'name'],
    ['Rivaroxaban raised the rate of thrombosis in patients with a cast of the leg.', 'turn'],
    ['Rivaroxaban lowered the rate of pneumonia in patients with a cast of the leg.', 'thing'],
  ])('%s: %s', (sentence, kind) => {
    expect(differs(sentence)).toBe(kind)
  })
})

describe('the same in other words', () => {
  it.each([
    ...sentences,
    'Falls were rarer after 8 months in women with timber ramps than in women without ramps (12% against 19%).',
    'In women, falls were rarer with timber ramps (12%) than without (19%).',
    'Rivaroxaban reduced the rate of thrombosis in patients with a cast of the leg.',
    'Expression of QXR-15 predicted the wear of timber ramps in wet winters.',
  ])('is no difference: %s', (sentence) => {
    expect(differs(sentence)).toBeNull()
  })
})
