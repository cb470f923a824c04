import { describe, expect, it } from 'vitest'
import { translatedNames } from './translation.ts'

describe('translatedNames', () => {
  it('reads headings and spellings, not the parts of a phrase', () => {
    const translation =
      '"heart failure"[MeSH Terms] OR ("heart"[All Fields] AND "failure"[All Fields]) OR "heart failure"[All Fields]'
    expect(translatedNames(translation)).toEqual(['heart failure'])
    const medicines =
      '("proton pump inhibitors"[Pharmacological Action] OR "proton pump inhibitors"[MeSH Terms] OR ("proton"[All Fields] AND "pump"[All Fields] AND "inhibitors"[All Fields]) OR "proton pump inhibitors"[All Fields] OR "ppis"[All Fields])'
    expect(translatedNames(medicines)).toEqual(['proton pump inhibitors', 'ppis'])
  })

  it('gives nothing where the whole is put together of parts', () => {
    const parts = '("copper"[MeSH Terms] OR "copper"[All Fields]) AND ("surface"[All Fields] OR "surfaces"[All Fields])'
    expect(translatedNames(parts)).toEqual([])
  })

  it.each(['', '(', '")(', '"a OR b"[All Fields]', 'copper[tiab]'])('bears %s', (text) => {
    expect(translatedNames(text).every((name) => name === 'a OR b')).toBe(true)
  })
})
