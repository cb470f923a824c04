import { describe, expect, it } from 'vitest'
import type { Paper } from '../../schemas/paper.ts'
import { paperHref } from '../links.ts'
import { noticeLinks } from './notices.ts'

const held = {
  papers: new Map([
    ['work', { id: 'work', title: 'Copper in wards' }],
    ['note', { id: 'note', title: 'Retraction: Copper in wards' }],
    ['erratum', { id: 'erratum', title: 'Erratum to: Copper in wards' }],
  ]),
  noticesOfPaper: new Map([['work', ['erratum', 'note', 'gone']]]),
}
const links = (paper: Pick<Paper, 'id' | 'notice'>) =>
  noticeLinks(paper, held).map(({ words, text, href }) => [words, text, href])

describe('noticeLinks', () => {
  it('leads from a work to every notice about it that is held', () => {
    expect(links({ id: 'work' })).toEqual([
      ['A notice about it is', 'Erratum to: Copper in wards', paperHref('erratum')],
      ['A notice about it is', 'Retraction: Copper in wards', paperHref('note')],
    ])
  })

  it.each([
    ['retraction', 'This is a notice of retraction; its work is'],
    ['concern', 'This is a notice of expression of concern; its work is'],
    ['correction', 'This is a notice of correction; its work is'],
  ] as const)('leads from a notice of %s to its work', (kind, words) => {
    expect(links({ id: 'note', notice: { kind, paper: 'work' } })).toEqual([
      [words, 'Copper in wards', paperHref('work')],
    ])
  })

  it('leads to the DOI of a work that is not held, and nowhere where the notice names none', () => {
    const notice = { kind: 'retraction', of: { doi: '10.1000/a b' } } as const
    expect(links({ id: 'note', notice })).toEqual([
      ['This is a notice of retraction; its work is', '10.1000/a b', 'https://doi.org/10.1000/a%20b'],
    ])
    expect(links({ id: 'note', notice: { kind: 'retraction', of: { title: 'Copper in wards' } } })).toEqual([])
    expect(links({ id: 'other' })).toEqual([])
  })
})
