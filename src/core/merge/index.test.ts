import { describe, expect, it } from 'vitest'
import { inYear, work } from '../../../tests/helpers/works.ts'
import type { SourceRecord } from '../papers/record.ts'
import { countWorks, mergeRecords } from './index.ts'

const doi = { doi: '10.1016/j.agee.1' }
const { title } = work().csl
const numbered = (records: readonly SourceRecord[]) =>
  records.map((record, at) => ({ ...record, id: `library:soil.ris#${at + 1}` }))
const merge = (
  records: readonly SourceRecord[],
  idOf: (names: readonly string[]) => string | undefined = () => undefined,
) => mergeRecords(numbered(records), idOf, 'soil').works
const other = { title: 'Grazing pressure and vole density in upland pastures', page: '1-9', volume: '12' }

describe('mergeRecords', () => {
  it('keeps every record once, works in the order of their first, and says what was compared', () => {
    const works = merge([work({}, doi), work(other), work({ volume: '' }, doi), work({ title: `${title}.` })])
    expect(works.map(({ records }) => records)).toEqual([
      [
        { id: 'library:soil.ris#1', rule: 'first', reason: 'First record of its work.' },
        {
          id: 'library:soil.ris#3',
          rule: 'duplicate-doi',
          reason:
            'Has the DOI 10.1016/j.agee.1 of library:soil.ris#1: title, authors, year, journal, issue and pages agree.',
        },
        {
          id: 'library:soil.ris#4',
          rule: 'duplicate-title',
          reason: 'Compared with library:soil.ris#1: title, authors, year, journal, volume, issue and pages agree.',
        },
      ],
      [{ id: 'library:soil.ris#2', rule: 'first', reason: 'First record of its work.' }],
    ])
  })

  it('joins what content knows as one work under two identifiers', () => {
    const records = [
      work({}, { pmid: '7' }),
      work({ page: '', volume: '', ...inYear(2018), 'container-title': '', author: [] }, doi),
    ]
    const known = (names: readonly string[]) =>
      names.some((name) => name === 'pmid_7' || name.startsWith('doi_')) ? 'pmid_7' : undefined
    const works = merge(records, known)
    expect(works).toHaveLength(1)
    expect(works[0]!.paper).toMatchObject({
      id: 'pmid_7',
      aliases: ['doi_10.1016__j.agee.1'],
      ids: { ...doi, pmid: '7' },
    })
  })

  it('does not join what content calls one and what is printed calls two', () => {
    expect(
      merge([work({}, { pmid: '7' }), work({ ...other, author: [{ family: 'Brandt' }] }, doi)], () => 'pmid_7'),
    ).toHaveLength(2)
  })

  it('links a preprint and its article, and the preprint is superseded', () => {
    const preprint = work(
      { 'container-title': 'bioRxiv', volume: '', issue: '', page: '', ...inYear(2016) },
      { doi: '10.1101/2016.9' },
    )
    const [early, late] = merge([preprint, work({}, doi)]).map(({ paper }) => paper)
    expect(early!.versions).toEqual([{ paper: late!.id, ...doi, relation: 'preprint-of' }])
    expect(late!.versions).toEqual([{ paper: early!.id, doi: '10.1101/2016.9', relation: 'article-of' }])
    expect(early!.standing).toEqual({ state: 'superseded', notice: doi.doi })
    expect(late!.standing).toEqual({ state: 'unchecked' })
  })

  it('takes the DOI of a book from its chapters, and says so', () => {
    const book = { type: 'book', title: 'Soils of the Nordic countries', 'container-title': '', page: '', volume: '' }
    const chapter = { ...other, type: 'chapter', 'container-title': book.title, author: [{ family: 'Brandt' }] }
    const [whole, part] = merge([work(book, doi), work(chapter, doi)])
    expect(whole!.paper.ids).toEqual(doi)
    expect(part!.paper.ids).toEqual({})
    expect(part!.paper.csl.URL).toBe('https://doi.org/10.1016/j.agee.1')
    expect(part!.records[0]!.reason).toContain('The DOI 10.1016/j.agee.1 is carried by records of other titles too')
  })

  it('repeats what a restored record was told', () => {
    const reason = 'Compared with library:soil.ris#1: title and year agree.'
    const [one] = merge([work(), { ...work(), merged: { rule: 'duplicate-title', reason } }])
    expect(one!.records[1]!.reason).toBe(reason)
    const stale = reason.replace('#1', '#9')
    const [two] = merge([work(), { ...work(), merged: { rule: 'duplicate-title', reason: stale } }])
    expect(two!.records[1]!.reason).not.toBe(stale)
  })
})

describe('countWorks', () => {
  it('counts as merging does', () => {
    const records = numbered([work({}, doi), work(other), work({}, doi)])
    expect(countWorks(records)).toBe(2)
    expect(countWorks([])).toBe(0)
  })
})
