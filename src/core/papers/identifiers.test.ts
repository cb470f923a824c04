import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findArxiv, normaliseArxiv, normaliseIds, normalisePmcid, normalisePmid, safeUrl } from './identifiers.ts'

describe('identifiers', () => {
  it.each([
    ['2101.00001', '2101.00001'],
    ['arXiv:2101.00001v2', '2101.00001'],
    ['https://arxiv.org/abs/2101.00001v12', '2101.00001'],
    ['http://arxiv.org/pdf/2101.00001.pdf', '2101.00001'],
    ['hep-th/9901001v1', 'hep-th/9901001'],
    ['math.GT/0309136', 'math/0309136'],
    ['10.48550/arXiv.2101.00001', '2101.00001'],
    ['https://doi.org/10.48550/arXiv.2101.00001', '2101.00001'],
    ['2113.00001', null],
    ['2101.001', null],
    ['10.1000/2101.00001', null],
    ['../../etc/passwd', null],
  ])('arXiv %s', (text, id) => {
    expect(normaliseArxiv(text)).toBe(id)
  })
  it('finds an arXiv id in the name of a journal', () => {
    expect(findArxiv('arXiv preprint arXiv:2101.00001v3 [cs.SE]')).toBe('2101.00001')
    expect(findArxiv('Journal 2101.00001')).toBeNull()
  })
  it('reads PubMed numbers', () => {
    expect(normalisePmid('PMID: 0123')).toBe('123')
    expect(normalisePmid('https://pubmed.ncbi.nlm.nih.gov/123/')).toBe('123')
    expect(normalisePmid('12a')).toBeNull()
    expect(normalisePmcid('https://www.ncbi.nlm.nih.gov/pmc/articles/pmc0123/')).toBe('PMC123')
    expect(normalisePmcid('123')).toBeNull()
  })
  it('links http and https only', () => {
    for (const bad of [
      'javascript:alert(1)',
      ' java\nscript:alert(1)',
      'data:text/html,x',
      '//x.org',
      'ftp://x.org',
      'http://',
      'https://a:b@x.org',
      'http://x y',
    ])
      expect(safeUrl(bad)).toBeNull()
    expect(safeUrl("https://x.org/\"onclick='a'<b>")).toMatch(/^[^"'<>]*$/)
  })
  it('normalises twice to the same', () => {
    fc.assert(
      fc.property(fc.record({ doi: fc.string(), pmid: fc.string(), arxiv: fc.string(), pmcid: fc.string() }), (raw) => {
        const ids = normaliseIds(raw)
        expect(normaliseIds(ids)).toEqual(ids)
      }),
    )
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), (url) => {
        const safe = safeUrl(url)
        expect(safe === null || safeUrl(safe) === safe).toBe(true)
      }),
    )
  })
  it('takes the arXiv id of an arXiv DOI', () => {
    expect(normaliseIds({ doi: 'https://doi.org/10.48550/arXiv.2101.00001' })).toEqual({
      doi: '10.48550/arxiv.2101.00001',
      arxiv: '2101.00001',
    })
  })
})
