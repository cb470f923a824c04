import { describe, expect, it } from 'vitest'
import { anyOf, pairsOf, stemSet, wordSet, wordsOf } from './word-list.ts'

describe('word lists', () => {
  it('reads rows of words and phrases in their order', () => {
    expect(wordsOf(['per cent, %', 'pct'], ['point'])).toEqual(['per cent', '%', 'pct', 'point'])
    expect(wordsOf([''])).toEqual([])
  })

  it('reads stems and pairs', () => {
    expect([...stemSet(['reduce, reduction, reduces'])]).toEqual(['reduc', 'reduct'])
    expect(pairsOf(['rise/fall, well tolerated/poorly tolerated'])).toEqual([
      ['rise', 'fall'],
      ['well tolerated', 'poorly tolerated'],
    ])
    expect(wordSet(['a, b'], ['b, c']).size).toBe(3)
  })

  it('makes patterns that prefer the longer word and take signs as they stand', () => {
    const pattern = new RegExp(`^${anyOf(['may', 'may not', 'e.g', 'mg/l'])}`)
    expect(pattern.exec('may not help')![0]).toBe('may not')
    expect(pattern.test('eXg')).toBe(false)
    expect(pattern.test('mg/l')).toBe(true)
  })
})
