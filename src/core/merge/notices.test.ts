import { describe, expect, it } from 'vitest'
import { type RawWork, recordOf } from '../../../scripts/sources/work.ts'
import type { SourceRecord } from '../papers/record.ts'
import { mergeRecords } from './index.ts'

const title = 'Copper-alloy surfaces and hospital-acquired infection in intensive care'
const article = { type: 'article-journal', title, container: 'Journal of Wards', ids: { doi: '10.5555/work' } }

function merged(...works: RawWork[]) {
  const records = works.map((work, at) => ({ ...recordOf('library', work, at + 1), id: `library:a.ris#${at + 1}` }))
  return mergeRecords(records as SourceRecord[], () => undefined, 'q').works.map(({ paper }) => paper)
}

describe('a notice', () => {
  it.each<[string, RawWork, string]>([
    ['Retraction', { ...article, title: `Retraction note: ${title}`, ids: { doi: '10.5555/notice' } }, 'retracted'],
    ['Erratum', { ...article, title: `Erratum to "${title}"`, ids: { doi: '10.5555/notice' } }, 'corrected'],
    ['Concern', { ...article, title: `Expression of concern: ${title}`, ids: { doi: '10.5555/notice' } }, 'concern'],
    [
      'by DOI',
      {
        ...article,
        title: 'Notice',
        ids: { doi: '10.5555/notice' },
        abstract: '[This retracts the article DOI: 10.5555/work.]',
      },
      'retracted',
    ],
    ['by its subject', { ...article, title: `Retraction of ${title}`, ids: { doi: '10.5555/notice' } }, 'retracted'],
  ])('links to its work, which hears of it: %s', (_, notice, state) => {
    const [work, said] = merged(article, notice)
    expect(said!.notice?.paper).toBe(work!.id)
    expect(said!.standing).toEqual({ state: 'unchecked' })
    expect(work!.standing).toEqual({ state, source: 'library', record: 'library:a.ris#2', notice: '10.5555/notice' })
    expect(work!.notice).toBeUndefined()
  })

  it('on a work that is not held is a notice all the same', () => {
    const [said] = merged({ ...article, title: `Correction: ${title}` })
    expect(said!.notice).toEqual({ kind: 'correction', of: { title } })
  })

  it('under the DOI of its work is that work, retracted', () => {
    const papers = merged(article, { ...article, title: `RETRACTED: ${title}` })
    expect(papers).toHaveLength(1)
    expect(papers[0]!.standing.state).toBe('retracted')
  })

  it('is none where the words are a subject', () => {
    const [paper] = merged({ ...article, title: 'Withdrawal of inhaled corticosteroids in COPD' })
    expect(paper!.notice).toBeUndefined()
  })
})
