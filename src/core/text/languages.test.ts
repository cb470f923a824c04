import { describe, expect, it } from 'vitest'
import { isLanguage, languageCode, languageName } from './languages.ts'

describe('languages', () => {
  it.each([
    ['en', 'en'],
    ['eng', 'en'],
    ['EN-gb', 'en'],
    ['English', 'en'],
    ['ger', 'de'],
    ['deu', 'de'],
    ['Icelandic', 'is'],
    ['nob', 'no'],
    ['zh-Hans', 'zh'],
    ['eng; fre', 'en'],
  ])('reads %s as %s', (text, code) => {
    expect(languageCode(text)).toBe(code)
  })

  it.each(['', 'mul', 'und', 'qqq', 'n/a', 'Multiple', 'none of these'])('knows no language in "%s"', (text) => {
    expect(languageCode(text)).toBeNull()
  })

  it('names a code in English, and gives back what it does not know', () => {
    expect(languageName('de')).toBe('German')
    expect(languageName('sw')).toBe('Swahili')
    expect(languageName('xyz')).toBe('xyz')
  })

  it('tells the name of a language from other words', () => {
    expect(['Ukrainian', 'persian', 'it', 'in vitro', 'meta-analysis'].map(isLanguage)).toEqual([
      true,
      true,
      false,
      false,
      false,
    ])
  })
})
