import { describe, expect, it } from 'vitest'
import { abstracts, inYear, printOf, work } from '../../../tests/helpers/works.ts'
import { describeAgreement } from './comparison.ts'

const { title, author } = work().csl
const all = 'title, authors, year, journal, volume, issue and pages agree'

describe('describeAgreement', () => {
  it.each<[string, Parameters<typeof work>, string]>([
    ['all the same', [], all],
    [
      'a slip of the pen',
      [{ title: title.replace('sandy', 'sandey') }],
      all.replace('title', 'title but for its spelling'),
    ],
    ['a subtitle', [{ title: `${title}: a survey` }], all.replace('title', 'title but for a part of it')],
    [
      'another title',
      [{ title: 'Grazing pressure and vole density in upland pastures' }],
      `${all.slice('title, '.length)}; title differs`,
    ],
    [
      'another year',
      [inYear(2018)],
      'title, authors, journal, volume, issue and pages agree; year (2017, here 2018) differs',
    ],
    [
      'another place',
      [{ volume: '237', page: '1-9' }],
      'title, authors, year, journal and issue agree; volume (236, here 237) and pages (218-226, here 1-9) differ',
    ],
    ['people in part', [{ author: [author[0]!, { family: 'Brandt' }] }], all.replace('authors', '1 of 2 authors')],
    ['one author', [{ author: [author[0]!] }], all.replace('authors', 'first author')],
    [
      'one author, who is the second',
      [{ author: [author[1]!] }],
      'title, year, journal, volume, issue and pages agree; first author differs',
    ],
  ])('tells of %s', (_, given, words) => {
    expect(describeAgreement(printOf(), printOf(...given))).toBe(words)
  })

  it('compares nothing that one of them lacks', () => {
    const bare = printOf({ author: [], volume: '', issue: '', page: '', 'container-title': '' })
    expect(describeAgreement(printOf(), bare)).toBe('title and year agree')
    expect(describeAgreement(printOf(), printOf({ ...bare.record.csl, title: '' }))).toBe('year agrees')
  })

  it('says so where nothing agrees', () => {
    const other = { author: [], volume: '', issue: '', page: '', 'container-title': '' }
    expect(
      describeAgreement(printOf(), printOf({ ...other, ...inYear(1999), title: 'Voles in upland pastures' })),
    ).toBe('nothing printed agrees; title and year (2017, here 1999) differ')
  })

  it('compares the abstracts', () => {
    const [first, second] = abstracts
    expect(describeAgreement(printOf({}, {}, first), printOf({}, {}, first))).toContain('pages and abstract agree')
    expect(describeAgreement(printOf({}, {}, first), printOf({}, {}, second))).toContain('; abstract differs')
  })
})
