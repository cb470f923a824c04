import { describe, expect, it } from 'vitest'
import { openLanguage } from '../../../scripts/io/frames.ts'

const language = openLanguage()

describe('setting', () => {
  it.each(['Norway', 'teachers', 'infants', 'village'])('%s names where or in whom', (name) => {
    expect(language.setting(name.toLowerCase())).toBe(true)
  })

  it.each(['aspirin', 'blood pressure', 'mowing', 'accuracy'])('%s does not', (name) => {
    expect(language.setting(name)).toBe(false)
  })
})

it.each([
  ['weakened', 0.5, 1],
  ['withers', 0.5, 1],
  ['orchards', 0, 0.1],
  ['uses', 0.3, 1],
  ['zzyzx', 0, 0],
])('how often %s is a verb', (word, least, most) => {
  const share = language.verbal(word)
  expect(share).toBeGreaterThanOrEqual(least)
  expect(share).toBeLessThanOrEqual(most)
})
