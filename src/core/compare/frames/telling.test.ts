import { describe, expect, it } from 'vitest'
import { openLanguage } from '../../../../scripts/io/frames.ts'
import { figuresOf } from '../../frames/figures.ts'
import { frameReader } from '../../frames/reader.ts'
import { compareFrames } from './compare-frames.ts'
import { sameFigures } from './told-figures.ts'

const reader = frameReader(openLanguage())
const told = (one: string, other: string) =>
  compareFrames(reader.read(one), reader.read(other), reader.language)
    .slots.filter(({ relation, untold }) => relation !== 'same' && !untold)
    .map(({ slot, reason }) => `${slot}: ${reason}`)

describe('what readers are told of two findings', () => {
  it.each([
    ['Mulching lowered soil temperature.', 'Mulching raised soil temperature.', 'direction: it says "raised"'],
    [
      'Mulching lowered soil temperature.',
      'Mulching had no effect on soil temperature.',
      'direction: it denies what the claim says',
    ],
    [
      'Germination was 62% with priming and 48% without.',
      'Germination was 71% with priming and 55% without.',
      'figures: it says 71%, 55%, the claim 62%, 48%',
    ],
  ])('%s | %s', (one, other, reason) => {
    expect(told(one, other).join('\n')).toContain(reason)
  })

  it.each([
    [
      'the other arm is the subject',
      'Soil temperature was higher with tillage.',
      'Soil temperature was lower in the mulch plots.',
    ],
    [
      'one tells of two things',
      'Mulching lowered soil temperature.',
      'Mulching raised yields but did not change soil temperature.',
    ],
  ])('no direction where %s', (_, one, other) => {
    expect(told(one, other).filter((reason) => reason.startsWith('direction'))).toEqual([])
  })

  it.each([
    ['a p-value', 'Seed weight was 31 ± 4 with priming.', 'Seed weight differed (P < 0.05).'],
    ['another kind', 'Yields rose by 12% with priming.', 'Yields were 40% of the regional mean with priming.'],
  ])('no figure beside %s', (_, one, other) => {
    expect(told(one, other).filter((reason) => reason.startsWith('figures'))).toEqual([])
  })
})

describe('sameFigures', () => {
  const figured = (text: string) => ({ text, figures: figuresOf(text) })
  it.each([
    ['Losses fell to 4.0% in treated herds.', 'Losses were 4.0% in our herds.', ['4.0%']],
    ['Losses fell to 4.0% in treated herds.', 'Herds were seen for four weeks.', []],
    ['There were 70 cows in group 2.', 'Seventy cows (group 2) were sold.', []],
    ['Yields differed (P < 0.05).', 'Losses differed (P < 0.05).', []],
    ['Milk rose in the two groups.', 'Milk fell in the two groups.', []],
  ])('%s | %s', (one, other, same) => {
    expect(sameFigures(figured(one), figured(other))).toEqual(same)
  })
})
