import { describe, expect, it } from 'vitest'
import { openLanguage } from '../../../../scripts/io/frames.ts'
import type { Paper } from '../../../schemas/paper.ts'
import { likelihoodsIn } from '../../extract/candidates.ts'
import { placedParts } from '../../extract/placed.ts'
import { frameReader } from '../../frames/reader.ts'
import { checkExtraction } from './check.ts'

const reader = frameReader(openLanguage())
const question = 'Do bamboo floors lower the noise of classrooms?'
const title = 'Floors and noise in schools'
const text = [
  'Noise in classrooms is a nuisance to teachers.',
  'It is known to lower attention.',
  'The aim of this study was to find out whether bamboo floors lower the noise of classrooms.',
  'We measured noise in 24 classrooms before and after bamboo floors were laid.',
  'Bamboo floors lowered the noise of classrooms by 6 dB compared with vinyl floors (P = 0.01).',
  'Bamboo floors may make classrooms quieter.',
].join(' ')
const paper = {
  id: 'p1',
  csl: { title },
  text: { kind: 'abstract', sections: [{ name: 'abstract', text }] },
} as unknown as Paper
const parts = placedParts(paper)

function check(quote: string, change: object = {}) {
  const finding = {
    ...{
      quote,
      subject: 'bamboo floors',
      comparator: null,
      outcome: 'noise of classrooms',
      direction: 'other' as const,
    },
    ...{ figures: [], population: null, ...change },
  }
  return checkExtraction({ findings: [finding] }, title, parts, likelihoodsIn(paper, question), reader)
}
const why = (quote: string, change: object = {}) => check(quote, change).refused.map((one) => one.why)

describe('what a model lists of a paper', () => {
  it('counts where the sentence states a result or a conclusion of the paper', () => {
    const { picks, refused } = check(
      'Bamboo floors lowered the noise of classrooms by 6 dB compared with vinyl floors (P = 0.01).',
    )
    expect(refused).toEqual([])
    expect(picks.flat().map(({ at }) => at)).toEqual([4])
    expect(why('Bamboo floors may make classrooms quieter.')).toEqual([])
  })

  it.each([
    ['what was known before', 'Noise in classrooms is a nuisance to teachers.'],
    ['an aim', 'The aim of this study was to find out whether bamboo floors lower the noise of classrooms.'],
    ['a method', 'We measured noise in 24 classrooms before and after bamboo floors were laid.'],
  ])('does not count as a finding where it is %s', (_what, quote) => {
    expect(check(quote).picks.flat()).toEqual([])
    expect(why(quote)).toEqual(['statement'])
  })

  it.each([
    ['a quote that is not there', 'Bamboo floors lowered the noise of classrooms by 9 dB.', {}, 'unknown'],
    ['another figure', 'Bamboo floors may make classrooms quieter.', { figures: ['9 dB'] }, 'numbers'],
    ['another subject', 'Bamboo floors may make classrooms quieter.', { subject: 'cork ceilings' }, 'slots'],
  ])('is refused with %s', (_what, quote, change, reason) => {
    expect(why(quote, change)).toEqual([reason])
  })
})
