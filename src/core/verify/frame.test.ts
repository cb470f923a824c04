import { expect, it } from 'vitest'
import { openLanguage } from '../../../scripts/io/frames.ts'
import { paper as paperForm } from '../../schemas/paper.ts'
import { exactOf } from '../engines/exact.ts'
import { frameReader } from '../frames/reader.ts'
import { claimFrameOf } from './frame.ts'

const exact = exactOf(frameReader(openLanguage()))

it('reads of two sentences the second, at its place in the claim', () => {
  const claim = 'Baits were laid in 12 parks. This measure reduced rat numbers.'
  const frame = claimFrameOf(claim, undefined, { exact } as Parameters<typeof claimFrameOf>[2])!
  expect(frame.direction?.value).toBe('down')
  for (const span of [...frame.exposure, ...frame.outcome, frame.direction!])
    expect('start' in span && claim.slice(span.start, span.end)).toBe(span.text)
  expect(frame.figures).toEqual([])
})

it('reads the first where the second only adds to what it finds', () => {
  const claim = 'Baits reduced rat numbers. This effect was stronger in small parks.'
  const frame = claimFrameOf(claim, undefined, { exact } as Parameters<typeof claimFrameOf>[2])!
  expect(frame.direction?.value).toBe('down')
  expect(frame.exposure).toEqual([{ text: 'Baits', start: 0, end: 5 }])
})

it('says what a slot stands for that holds a label alone', () => {
  const text =
    'Hens in group A received oats and group B barley. Egg weight was higher in group A than in group B (P = 0.02).'
  const paper = paperForm.parse({
    id: 'work_hens',
    ids: {},
    standing: { state: 'unchecked' },
    text: { kind: 'abstract', sections: [{ name: 'Abstract', text }] },
    csl: { id: 'work_hens', type: 'article-journal', title: 'Feed and eggs', author: [] },
  })
  const claim = 'Egg weight was higher in group A than in group B (P = 0.02).'
  const frame = claimFrameOf(claim, paper, { exact } as Parameters<typeof claimFrameOf>[2])!
  const told = [...frame.exposure, ...frame.comparator].map(({ text: said, meaning }) => [said, meaning])
  expect(told).toEqual([
    ['group A', 'oats'],
    ['group B', 'barley'],
  ])
  expect(frame.outcome.every(({ meaning }) => meaning === undefined)).toBe(true)
})

it('takes what "it" did so by from the sentence before', () => {
  const claim = 'Baits reduced rat numbers. It lowered the cost of grain.'
  const frame = claimFrameOf(claim, undefined, { exact } as Parameters<typeof claimFrameOf>[2])!
  expect(frame.outcome[0]!.text).toMatch(/cost/)
  expect(frame.exposure).toEqual([{ text: 'Baits', start: 0, end: 5 }])
})
