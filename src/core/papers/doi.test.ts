import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { doiUrl, findDois, normaliseDoi } from './doi.ts'

const sici = '10.1002/(sici)1097-4598(199708)20:8<1073::aid-mus28>3.0.co;2-3'

describe('normaliseDoi', () => {
  it.each([
    ['10.1000/ABC', '10.1000/abc'],
    ['doi:10.1000/abc', '10.1000/abc'],
    ['DOI: 10.1000/abc', '10.1000/abc'],
    ['https://doi.org/10.1000/abc', '10.1000/abc'],
    ['http://dx.doi.org/10.1000/abc', '10.1000/abc'],
    ['https://www.doi.org/10.1000/abc/', '10.1000/abc'],
    ['10.1000/abc.', '10.1000/abc'],
    ['10.1000/abc,', '10.1000/abc'],
    ['(10.1000/abc)', '10.1000/abc'],
    ['<doi:10.1000/abc>', '10.1000/abc'],
    ['10.1000%2Fabc', '10.1000/abc'],
    ['http%3A%2F%2Fdx.doi.org%2F10.1000%2Fabc', '10.1000/abc'],
    ['10.1128/cmr.00011-19 [doi]', '10.1128/cmr.00011-19'],
    ['10.1016/S0140-6736(05)67728-8', '10.1016/s0140-6736(05)67728-8'],
    ['10.1016/S0140-6736(05)67728-8)', '10.1016/s0140-6736(05)67728-8'],
    ['10.1002/(SICI)1097-4598(199708)20:8<1073::AID-MUS28>3.0.CO;2-3', sici],
    ['10.1002/(SICI)1097-4598(199708)20:8%3C1073::AID-MUS28%3E3.0.CO;2-3', sici],
    ['10.1002/(SICI)1097-4598(199708)20:8&lt;1073::AID-MUS28&gt;3.0.CO;2-3', sici],
    [
      '10.1002/(sici)1096-8644(199601)99:1<1::aid-ajpa1>3.0.co;2-#',
      '10.1002/(sici)1096-8644(199601)99:1<1::aid-ajpa1>3.0.co;2-#',
    ],
    ['10.1175/1520-0469(1996)053<0000:A,B>2.0.CO;2', '10.1175/1520-0469(1996)053<0000:a,b>2.0.co;2'],
    ['10.1000/a,b;c', '10.1000/a,b;c'],
    ['10.1000/it"is', '10.1000/it"is'],
    ['10.1000.10/123', '10.1000.10/123'],
    ['10.1000/x\u200b', '10.1000/x'],
    ['\u202a10.1000/x\u202c', '10.1000/x'],
    ['https://onlinelibrary.wiley.com/doi/full/10.1000/x/full', '10.1000/x'],
    ['https://link.springer.com/content/pdf/10.1007/s00000-1.pdf', '10.1007/s00000-1'],
    ['https://doi.org/10.1000/x?utm_source=feed', '10.1000/x'],
    ['10.1000/x; 10.1000/y', '10.1000/x'],
    ['10.1000/x;10.1000/y', '10.1000/x'],
    ['10.1000/x"><script>alert(1)</script>', '10.1000/x'],
    ['10.1000/x</a>', '10.1000/x'],
  ])('reads %s', (text, doi) => {
    expect(normaliseDoi(text)).toBe(doi)
  })

  it.each([
    '',
    '10.1000',
    '10.1000/',
    '10.1000/.',
    '10.123/abc',
    '11.1000/abc',
    'x10.1000/abc',
    '110.1000/abc',
    'doi:',
    'n/a',
    '10.1000/%00a',
  ])('refuses %j', (text) => {
    expect(normaliseDoi(text)).toBeNull()
  })

  it('changes nothing the second time, and survives its own address', () => {
    const part = fc.string({
      unit: fc.constantFrom(
        ...'abcXYZ019./()<>[]{};:,%"\'&#?+-_~*|\\ é漢\u202e',
        'amp;',
        '&lt;',
        '%2',
        '%41',
        '</a',
        'http://',
      ),
    })
    fc.assert(
      fc.property(fc.constantFrom('', 'doi:', 'https://doi.org/', 'https://x.org/'), part, (before, suffix) => {
        const doi = normaliseDoi(`${before}10.1000/${suffix}`)
        if (doi === null) return
        expect(normaliseDoi(doi)).toBe(doi)
        expect(normaliseDoi(doiUrl(doi))).toBe(doi)
      }),
      { numRuns: 3000 },
    )
  })
})

describe('doiUrl', () => {
  it('is safe in an attribute in any quotes, whatever the DOI holds', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)) }),
        (suffix) => {
          expect(doiUrl(`10.1000/${suffix}`)).toMatch(/^https:\/\/doi\.org\/10\.1000\/[A-Za-z0-9%._~/-]*$/)
        },
      ),
    )
  })
  it('keeps slashes and encodes what an address would misread', () => {
    expect(doiUrl('10.1000/a/b?c#d"e\'f<g>,;()')).toBe('https://doi.org/10.1000/a/b%3Fc%23d%22e%27f%3Cg%3E%2C%3B%28%29')
    expect(new URL(doiUrl('10.1000/../../x')).pathname).toContain('10.1000')
  })
})

describe('findDois', () => {
  it('finds each once, without the prose around it', () => {
    const text = `See (doi:10.1000/one), https://doi.org/10.1000/TWO. [10.1000/three](https://doi.org/10.1000/three) |10.1000/one| ${sici}).`
    expect(findDois(text)).toEqual(['10.1000/one', '10.1000/two', '10.1000/three', sici])
  })
  it('stops at quote marks of markup', () => {
    expect(findDois('<a href="https://doi.org/10.1000/x">10.1000/x</a>')).toEqual(['10.1000/x'])
  })
})

describe('a DOI over the end of a line', () => {
  it.each([
    ['10.1182/blood-2010-10-\n311704', '10.1182/blood-2010-10-311704'],
    ['doi:10.1016/j.\n  jclinepi.2009.06.005', '10.1016/j.jclinepi.2009.06.005'],
    ['https://doi.org/10.1000/\nabc.1', '10.1000/abc.1'],
    ['10.1182/blood-2010-10- 311704', '10.1182/blood-2010-10-311704'],
  ])('is one: %j', (text, doi) => {
    expect(normaliseDoi(text)).toBe(doi)
    expect(findDois(`See ${text}. Next sentence`)).toEqual([doi])
  })

  it.each([
    ['10.1000/x.\nNext sentence', '10.1000/x'],
    ['10.1000/abc\n10.1000/def', '10.1000/abc'],
  ])('ends where it ends: %j', (text, doi) => {
    expect(findDois(text)[0]).toBe(doi)
  })
})
