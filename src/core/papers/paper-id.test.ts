import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { paperId as schema } from '../../schemas/common.ts'
import { paperId } from './paper-id.ts'

const csl = {
  type: 'article-journal',
  title: 'Tafenoquine: a study',
  author: [{ family: 'Baird', given: 'J. K.' }],
  issued: { 'date-parts': [[2019]] as [number[]] },
}

describe('paperId', () => {
  it('takes the strongest identifier', () => {
    expect(paperId({ doi: '10.1000/a_b(1)', pmid: '1' }, csl)).toBe('doi_10.1000__a_5fb_281_29')
    expect(paperId({ pmid: '12', arxiv: '2101.00001' }, csl)).toBe('pmid_12')
    expect(paperId({ arxiv: 'hep-th/9901001' }, csl)).toBe('arxiv_hep-th__9901001')
    expect(paperId({ openalex: 'W12' }, csl)).toBe('openalex_w12')
  })
  it('falls back to title, year and first author', () => {
    expect(paperId({}, csl)).toMatch(/^work_tafenoquine-a-study-[0-9a-f]{16}$/)
    expect(paperId({}, { ...csl, title: '漢字' })).toMatch(/^work_[0-9a-f]{16}$/)
    expect(paperId({}, csl)).not.toBe(paperId({}, { ...csl, issued: { 'date-parts': [[2020]] } }))
    expect(paperId({}, csl)).not.toBe(paperId({}, csl, '33'))
  })
  it('is injective and safe as a file name', () => {
    const suffix = fc.string({
      unit: fc.constantFrom(...'ab01_/.-~%()<>"\\é', '../..', '../../'),
      minLength: 1,
      maxLength: 120,
    })
    fc.assert(
      fc.property(suffix, suffix, (a, b) => {
        const [one, two] = [paperId({ doi: `10.1000/${a}` }, csl), paperId({ doi: `10.1000/${b}` }, csl)]
        expect(one === two).toBe(a === b)
        expect(schema.safeParse(one).success).toBe(true)
        expect(one.length).toBeLessThanOrEqual(140)
        expect(one).not.toMatch(/[\\/]/)
      }),
    )
  })
})
