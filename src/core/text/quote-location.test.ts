import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { locateQuote } from './quote-location.ts'

const text =
  'Relapse fell by 61·4% [13] after a “single” dose of the ﬁrst drug; it was well toler-\nated by 35 patients.'

describe('locateQuote', () => {
  it.each([
    ['white space', 'after  a\n“single” dose'],
    ['quote marks', 'after a "single" dose'],
    ['ligatures', 'of the first drug'],
    ['a citation number', 'Relapse fell by 61·4% after a “single” dose'],
    ['hyphenation at a line end', 'it was well tolerated by 35 patients.'],
  ])('forgives %s', (_what, quote) => {
    const found = locateQuote(text, quote)
    expect(found).not.toBeNull()
    expect(text.slice(found!.start, found!.end)).toContain(quote.split(/\s/)[0])
  })

  it.each([
    ['another digit', 'Relapse fell by 61·3%'],
    ['another decimal sign', 'Relapse fell by 61.4%'],
    ['another number of patients', 'by 53 patients'],
    ['a negation', 'it was not well tolerated'],
    ['a unit left out', 'Relapse fell by 61·4 after a'],
    ['half a word', 'elapse fell by'],
    ['a word cut short', 'Relapse fel'],
    ['nothing', '  '],
  ])('does not forgive %s', (_what, quote) => expect(locateQuote(text, quote)).toBeNull())

  it('finds every stretch of whole words of a text at its place', () => {
    const word = fc.stringMatching(/^[a-z0-9.,%-]{1,8}$/)
    fc.assert(
      fc.property(fc.array(word, { minLength: 3, maxLength: 12 }), fc.nat(), fc.nat(), (words, a, b) => {
        const whole = words.join(' ')
        const [from, to] = [a % words.length, b % words.length].sort((x, y) => x - y) as [number, number]
        const quote = words.slice(from, to + 1).join(' ')
        const found = locateQuote(whole, quote)
        return found === null ? false : whole.slice(found.start, found.end) === quote
      }),
    )
  })
})
