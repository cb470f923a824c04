import { describe, expect, it } from 'vitest'
import { type ChangeRow, gatherChanges } from './changes.ts'
import { byReport } from './list-page.ts'

const change = (subject: string, more: Partial<ChangeRow> = {}): ChangeRow => ({
  ...{
    day: '2026-03-01',
    dayWords: '1 March 2026',
    kind: 'Confidence moved',
    of: 'claim',
    cause: 'The engine changed.',
  },
  ...{ turn: '', subject: { text: subject, href: null }, question: { text: 'Moss', href: '/reports/moss/' } },
  ...more,
})

describe('gatherChanges', () => {
  it('tells many of one day, kind and question once, with the cause that all of them have', () => {
    const rows = ['a', 'b', 'c', 'd'].map((subject) => change(subject))
    const [group, ...others] = gatherChanges(rows)
    expect(others).toEqual([])
    expect(group).toMatchObject({ many: '4 claims', cause: 'The engine changed.' })
    expect(group!.rows).toEqual(rows)
  })

  it('leaves each its cause where they differ', () => {
    const rows = ['a', 'b', 'c', 'd'].map((subject) => change(subject, { cause: `Paper ${subject} was added.` }))
    expect(gatherChanges(rows)[0]!.cause).toBe('')
  })

  it('tells a change that came again once, and counts what changed more than once', () => {
    const again = gatherChanges(
      Array.from({ length: 11 }, () => change('moss', { of: 'report', kind: 'Report changed' })),
    )
    expect(again.map(({ many, rows }) => [many, rows.length])).toEqual([['11 times', 1]])
    const rows = ['a', 'b', 'c', 'd', 'a'].map((subject, at) => change(subject, { turn: `From ${at} % to 9 %.` }))
    expect(gatherChanges(rows)[0]!.many).toBe('5 changes of 4 claims')
  })

  it('keeps few, and those of another day or question, apart', () => {
    const rows = [
      change('a'),
      change('b'),
      change('c', { day: '2026-02-01' }),
      change('d', { question: { text: 'Ferns', href: '/reports/ferns/' } }),
    ]
    expect(gatherChanges(rows).map(({ first }) => first.subject.text)).toEqual(['a', 'b', 'c', 'd'])
  })
})

describe('byReport', () => {
  it('names a report once for the rows that follow one another', () => {
    const [moss, ferns] = ['moss', 'ferns'].map((name) => ({ title: name, href: `/reports/${name}/` }))
    const groups = byReport([{ report: moss! }, { report: moss! }, { report: ferns! }])
    expect(groups.map(({ report, rows }) => [report.title, rows.length])).toEqual([
      ['moss', 2],
      ['ferns', 1],
    ])
  })
})
