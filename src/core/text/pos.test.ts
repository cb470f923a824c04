import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { tagWords } from './pos.ts'

describe('tagWords', () => {
  it('gives parts of speech and dictionary forms', () => {
    const tagged = tagWords('Statins did not significantly reduce mortality in older adults.')
    expect(tagged.map(({ pos }) => pos).join(' ')).toBe('PROPN AUX PART ADV VERB NOUN ADP ADJ NOUN PUNCT')
    expect(tagged.map(({ lemma }) => lemma)).toEqual(expect.arrayContaining(['adult', 'do']))
  })

  it('keeps the place of each word', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.lorem({ mode: 'sentences' })), (text) => {
        for (const { text: form, start, end } of tagWords(text)) expect(text.slice(start, end)).toBe(form)
      }),
    )
  })
})
