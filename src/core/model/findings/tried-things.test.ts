import { describe, expect, it } from 'vitest'
import { openLanguage } from '../../../../scripts/io/frames.ts'
import { frameReader } from '../../frames/reader.ts'
import { triedApart } from './tried-things.ts'

const reader = frameReader(openLanguage())

describe('what was tried', () => {
  it.each([
    ['bamboo floors', 'bamboo curtains'],
    ['school gardens', 'school lunches'],
    ['silver dressings', 'silver catheters'],
  ])('is another kind of thing: %s and %s', (one, other) => {
    expect(triedApart(one, other, reader)).toBe(true)
    expect(triedApart(other, one, reader)).toBe(true)
  })

  it.each([
    ['bamboo floors', 'floors of bamboo'],
    ['oak furniture', 'chairs'],
    ['daily walking', 'walking for six weeks'],
    ['hard floors and curtains', 'curtains'],
    ['padded floors', 'Softwalk'],
    ['bamboo', 'bamboo blinds'],
  ])('is one kind of thing: %s and %s', (one, other) => {
    expect(triedApart(one, other, reader)).toBe(false)
  })

  it('is not known where one does not say', () => {
    expect(triedApart(undefined, 'curtains', reader)).toBe(false)
    expect(triedApart('', 'curtains', reader)).toBe(false)
  })
})
