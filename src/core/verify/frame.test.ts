import { expect, it } from 'vitest'
import { openLanguage } from '../../../scripts/io/frames.ts'
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
