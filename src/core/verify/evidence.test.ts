import { describe, expect, it } from 'vitest'
import { barePaper, bareRow } from '../../../tests/helpers/bare-evidence.ts'
import type { Evidence } from '../../schemas/claim.ts'
import type { Paper } from '../../schemas/paper.ts'
import { markExclusions, standingOf, statedEvidence } from './evidence.ts'

function paperOf(id: string, family: string, change: Partial<Paper> = {}): Paper {
  const { csl, ...rest } = barePaper(id)
  return { ...rest, csl: { ...csl, author: [{ family, given: 'A' }] }, ...change }
}
const row = bareRow

const span = (paper: string, start = 0) => ({ paper, section: 'abstract', start, end: start + 1, quote: 'x' })

describe('evidence of the sources themselves', () => {
  it('is one row a paper, where there are two or more', () => {
    expect(statedEvidence([span('a'), span('a', 5)])).toEqual([])
    expect(statedEvidence([span('a'), span('b'), span('a', 5)])).toEqual(
      ['a', 'b'].map((paper) => ({
        ...span(paper),
        ...{ stance: 'supports', fit: 'same', possible: false, basis: 'stated', score: 1, engine: 'merge' },
        reasons: ['this paper states the claim itself'],
      })),
    )
  })
})

describe('what of evidence counts', () => {
  const article = paperOf('article', 'Elm')
  const versions = [{ relation: 'preprint-of' as const, paper: 'article' }]
  const all = [
    paperOf('own', 'Alder'),
    paperOf('same', 'Alder'),
    paperOf('other', 'Birch'),
    paperOf('gone', 'Cedar', { standing: { state: 'retracted' } }),
    paperOf('early', 'Dogwood', { standing: { state: 'superseded' }, versions }),
    article,
  ]
  const papers = new Map(all.map((paper) => [paper.id, paper]))
  const marked = (rows: Evidence[], sources = ['own'], known = papers) =>
    markExclusions(
      rows,
      sources.map((id) => papers.get(id)!),
      known,
    ).map(({ paper, excluded, group }) => [paper, excluded, group])

  it('is not what is retracted, replaced by its article, or of the same group as the source', () => {
    expect(marked(['same', 'other', 'gone', 'early'].map((id) => row(id)))).toEqual([
      ['same', 'same-group', 'own'],
      ['other', undefined, 'other'],
      ['gone', 'retracted', 'gone'],
      ['early', 'superseded', expect.any(String)],
    ])
    const alone = new Map([...papers].filter(([id]) => id !== 'article'))
    expect(marked([row('early')], ['own'], alone)[0]![1]).toBeUndefined()
  })

  it('is what two sources of different groups state', () => {
    const stated = (id: string) => row(id, { basis: 'stated' })
    expect(marked([stated('own'), stated('other')], ['own', 'other']).map(([, why]) => why)).toEqual([
      undefined,
      undefined,
    ])
    expect(marked([stated('own'), stated('same')], ['own', 'same']).map(([, why]) => why)).toEqual([
      'same-group',
      'same-group',
    ])
    expect(marked([stated('own'), stated('gone')], ['own', 'gone']).map(([, why]) => why)).toEqual([
      'same-group',
      'retracted',
    ])
  })

  it('is not kept from a claim by a source that is retracted itself', () => {
    const retracted = { ...papers.get('own')!, standing: { state: 'retracted' as const } }
    const [only] = markExclusions([row('same')], [retracted], papers)
    expect(only!.excluded).toBeUndefined()
  })
})

describe('the counts behind a verdict', () => {
  const against = (paper: string, change: Partial<Evidence> = {}) => row(paper, { stance: 'refutes', ...change })

  it.each<[string, Evidence[], object]>([
    ['nothing', [], { support: 0, refutation: 0, possible: 0 }],
    ['neutral rows', [row('a', { stance: 'neutral' })], { support: 0, refutation: 0, possible: 0 }],
    ['two papers', [row('a'), row('b')], { support: 2 }],
    ['two rows of a paper', [row('a'), row('a')], { support: 1 }],
    ['two papers of a group', [row('a', { group: 'g' }), row('b', { group: 'g' })], { support: 1 }],
    ['a row that does not count', [row('a', { excluded: 'same-group' })], { support: 0 }],
    ['one paper that states it', [row('a', { basis: 'stated' })], { support: 0 }],
    ['three that state it', ['a', 'b', 'c'].map((id) => row(id, { basis: 'stated' })), { support: 2 }],
    [
      'three that state it and one that supports it',
      [...['a', 'b', 'c'].map((id) => row(id, { basis: 'stated' })), row('d')],
      { support: 3 },
    ],
    ['a refutation', [against('a')], { support: 0, refutation: 1, possible: 0 }],
    ['a possible one', [against('a', { possible: true }), against('b')], { refutation: 1, possible: 1 }],
  ])('%s', (_, rows, counts) => {
    expect(standingOf(rows, true)).toMatchObject({ sourced: true, ...counts })
    expect(standingOf(rows, false)).toMatchObject({ sourced: false, ...counts })
  })

  it('leave one paper out where asked', () => {
    expect(standingOf([row('a'), row('b'), against('c')], true, 'a')).toMatchObject({ support: 1, refutation: 1 })
    expect(standingOf([row('a'), row('b'), against('c')], true, 'c')).toMatchObject({ support: 2, refutation: 0 })
  })
})
