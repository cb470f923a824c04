import { describe, expect, it } from 'vitest'
import { printOf, work } from '../../../tests/helpers/works.ts'
import { countTitles, foreignIds, sharesWork, withoutForeign } from './shared-ids.ts'

const { title } = work().csl
const doi = { doi: '10.1016/j.agee.1' }
const other = 'Grazing pressure and vole density in upland pastures'
const strangers = [{ family: 'Brandt', given: 'Ute' }]
const book = { type: 'book', title: 'Soils of the Nordic countries', 'container-title': '', page: '' } as const
const chapter = (of: string, page: string) =>
  ({ type: 'chapter', title: of, 'container-title': book.title, page, author: strangers }) as const

describe('sharesWork', () => {
  it.each<[string, Parameters<typeof work>, number, boolean]>([
    ['the same title', [{}, doi], 1, true],
    ['the same title, however many share it', [{}, doi], 9, true],
    ['a title with a slip', [{ title: title.replace('organic', 'orgnaic') }, doi], 9, true],
    ['no title', [{ title: '' }, doi], 9, true],
    ['another title of the same people', [{ title: other, page: '' }, doi], 2, true],
    ['another title of the same people on another page', [{ title: other, page: '7-9' }, doi], 2, false],
    ['another title of other people on the same page', [{ title: other, author: strangers }, doi], 2, true],
    ['another title of other people', [{ title: other, author: strangers, page: '' }, doi], 2, false],
    ['another title of nobody', [{ title: other, author: [], page: '' }, doi], 2, true],
    ['another title among many', [{ title: other, page: '' }, doi], 3, false],
    ['a title of another part', [{ title: `${title}. Part 2`, page: '7-9' }, doi], 2, false],
    ['an erratum', [{ title: `Erratum: ${title}` }, doi], 2, false],
    ['another DOI', [{}, { doi: '10.1016/j.agee.2' }], 1, false],
    ['a preprint without the DOI', [{ 'container-title': 'bioRxiv' }], 1, false],
  ])('%s', (_, given, titles, one) => {
    const [a, b] = [printOf({}, doi), printOf(...given)]
    expect(sharesWork(a, b, titles)).toBe(one)
    expect(sharesWork(b, a, titles)).toBe(one)
  })

  it('parts a book from its chapter', () => {
    expect(sharesWork(printOf(book, doi), printOf(chapter('Podzols under spruce', '11-30'), doi), 2)).toBe(false)
  })

  it('parts two chapters on pages of their own, and joins two records of one', () => {
    const [one, two] = [chapter('Podzols under spruce', '11-30'), chapter('Podzols under birch', '31-44')]
    expect(sharesWork(printOf(one, doi), printOf(two, doi), 2)).toBe(false)
    expect(sharesWork(printOf(one, doi), printOf({ ...one, title: 'Podzols under spruces' }, doi), 2)).toBe(true)
  })
})

describe('countTitles', () => {
  it('counts spellings of a title once and records without one never', () => {
    expect(countTitles([{}, { title: `${title}.` }, { title: '' }, { title: other }].map((csl) => printOf(csl)))).toBe(
      2,
    )
    expect(countTitles([])).toBe(0)
  })

  it('stops where more cannot matter', () => {
    const titles = ['Voles', 'Birch polypores', 'Rain over Oslo', 'Kelp', 'Harbour dredging']
    expect(countTitles(titles.map((each) => printOf({ title: each })))).toBe(3)
  })
})

describe('foreignIds', () => {
  const prints = [
    printOf(book, { ...doi, pmid: '1' }),
    printOf(chapter('Podzols under spruce', '11-30'), doi),
    printOf(chapter('Gleysols by the sea', '31-44'), { ...doi, pmid: '2' }),
  ]

  it('leaves the DOI to the book and takes it from the chapters', () => {
    const foreign = foreignIds([[0], [1], [2]], prints)
    expect([...foreign]).toEqual([
      [1, [{ kind: 'doi', value: doi.doi }]],
      [2, [{ kind: 'doi', value: doi.doi }]],
    ])
  })

  it('takes it from all where the book is not held', () => {
    expect([...foreignIds([[1], [2]], prints).keys()]).toEqual([1, 2])
  })

  it('takes nothing where one work carries it', () => {
    expect(foreignIds([[0], [1, 2]], [prints[0]!, printOf({}, { pmid: '3' }), printOf({}, { pmid: '3' })]).size).toBe(0)
  })
})

describe('withoutForeign', () => {
  const record = work({ DOI: doi.doi, PMID: '1', PMCID: 'PMC2' }, { ...doi, pmid: '1', pmcid: 'PMC2', arxiv: '2001.1' })

  it('takes the identifiers away and leaves the address of the container', () => {
    const left = withoutForeign(record, [
      { kind: 'doi', value: doi.doi },
      { kind: 'pmid', value: '1' },
      { kind: 'pmcid', value: 'PMC2' },
    ])
    expect(left.ids).toEqual({ arxiv: '2001.1' })
    expect(left.csl).toEqual({ ...work().csl, URL: 'https://doi.org/10.1016/j.agee.1' })
  })

  it('keeps an address that is there, and a record that has nothing foreign as it is', () => {
    const own = { ...record, csl: { ...record.csl, URL: 'https://soils.example/11' } }
    expect(withoutForeign(own, [{ kind: 'doi', value: doi.doi }]).csl.URL).toBe('https://soils.example/11')
    expect(withoutForeign(record, [])).toBe(record)
    expect(record.ids.doi).toBe(doi.doi)
  })
})
