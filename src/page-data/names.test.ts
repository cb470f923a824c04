import { describe, expect, it } from 'vitest'
import { titleOf } from './names.ts'

describe('titleOf', () => {
  it('gives a title as it is, and says where there is none', () => {
    expect(titleOf({ title: ' Liming  of old lawns ' })).toBe('Liming  of old lawns')
    expect(titleOf({ title: '\u200f ' })).toBe('Untitled record')
  })

  it('cuts one that is longer than any title of a work', () => {
    const shown = titleOf({ title: 'moss and clover '.repeat(200_000) })
    expect(shown.length).toBeLessThanOrEqual(600)
    expect(shown).toMatch(/^moss and clover .*…$/)
  })
})
