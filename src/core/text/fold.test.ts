import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { withoutAccents } from './accents.ts'
import { fold } from './fold.ts'

describe('fold', () => {
  it.each([
    ['Sjögren’s syndrome', 'sjogrens syndrome'],
    ['TNF-α and β₂-agonists', 'tnf alpha and beta2 agonists'],
    ['Łódź, Straße, Ærø', 'lodz strasse aero'],
    ['ﬁbrosis', 'fibrosis'],
    ['Паршин', 'паршин'],
  ])('folds %s', (text, folded) => {
    expect(fold(text)).toBe(folded)
  })

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(fold(fold(text))).toBe(fold(text))
        expect(withoutAccents(withoutAccents(text))).toBe(withoutAccents(text))
      }),
    )
  })
})
