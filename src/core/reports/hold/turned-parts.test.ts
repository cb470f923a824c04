import { expect, it } from 'vitest'
import { openLanguage } from '../../../../scripts/io/frames.ts'
import { turnedParts } from './turned-parts.ts'

const language = openLanguage()
const source = 'The height of dunes remained unchanged on islands, but it was 40% greater on the mainland than before.'

it('finds what is told of each told of the other', () => {
  const claim = 'The height of dunes stayed the same on the mainland but rose by 40% on the islands.'
  expect(turnedParts(claim, ['Dunes were measured.', source], language)).toEqual({
    at: 1,
    claim: 'same',
    source: 'greater',
  })
})

it.each([
  'The height of dunes stayed the same on islands but rose by 40% on the mainland.',
  'The height of dunes rose by 40% on the mainland but stayed the same on islands.',
  'The height of dunes rose on the mainland.',
  'The width of beaches fell in winter, but storms were more frequent in summer.',
])('leaves alone: %s', (claim) => {
  expect(turnedParts(claim, [source], language)).toBeNull()
})
