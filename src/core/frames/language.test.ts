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
