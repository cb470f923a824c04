import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { inFolder } from '../../../tests/helpers/folders.ts'
import { fontsFor, withoutMissing } from './fonts.ts'

const root = join(import.meta.dirname, '../../..')

describe('letters of a printed page', () => {
  it.each([
    ['Latin, Greek, Cyrillic', 'Müller α Паршин'],
    ['Hangul', '김철수'],
    ['Han and Kana', '王 たなか カナ'],
    ['Arabic', 'الخوارزمي'],
    ['Hebrew', 'כהן'],
    ['Devanagari', 'शर्मा'],
    ['Bengali', 'চট্টোপাধ্যায়'],
    ['Tamil', 'சுப்ரமணியன்'],
    ['Thai', 'สมชาย'],
    ['Armenian and Georgian', 'Պետրոսյան ქავთარაძე'],
    ['Ethiopic', 'አበበ'],
  ])('%s have a font', async (_, text) => {
    expect(await withoutMissing(text, root)).toEqual({ text, missing: [] })
  })

  it.each([
    ['བསྟན་འཛིན', 'Tibetan'],
    ['ਸਿੰਘ', 'Gurmukhi'],
    ['ᠪᠠᠲᠤ', 'Mongolian'],
  ])('a script without a font is named: %s', async (word, script) => {
    expect(await withoutMissing(`Lee, ${word}`, root)).toEqual({ text: `Lee, [${script}]`, missing: [script] })
  })

  it('Hangul brings a family of its own', () =>
    inFolder(async (cache) => {
      const plain = await fontsFor('Lee', { root, cache })
      expect((await fontsFor('Lee 김', { root, cache })).length).toBeGreaterThan(plain.length)
    }))
})
