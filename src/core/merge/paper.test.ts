import { describe, expect, it } from 'vitest'
import { abstracts, work } from '../../../tests/helpers/works.ts'
import type { SourceRecord } from '../papers/record.ts'
import { composePaper } from './paper.ts'

const named = { id: 'doi_10.1016__j.agee.1', aliases: ['pmid_28000001'] }
const [short, long] = [abstracts[0].slice(0, 90), abstracts[0]]
const from = (source: string, nth: number, record: SourceRecord): SourceRecord => ({
  ...record,
  id: `${source}:soil#${nth}`,
  source,
})
const compose = (...records: SourceRecord[]) => composePaper(records, named, 'soil')

describe('composePaper', () => {
  it('takes each field from the first record that has it, and says from which', () => {
    const first = from('library', 1, work({ volume: '', author: [] }, { doi: '10.1016/j.agee.1' }))
    const second = from(
      'pubmed',
      2,
      work({ volume: '236', title: 'Another title', PMID: '28000001' }, { pmid: '28000001' }),
    )
    const paper = compose(first, second)
    expect(paper.csl).toEqual({ ...work().csl, PMID: '28000001', id: named.id })
    expect(paper.ids).toEqual({ doi: '10.1016/j.agee.1', pmid: '28000001' })
    expect(paper.aliases).toEqual(['pmid_28000001'])
    expect(paper.provenance).toEqual([
      {
        question: 'soil',
        source: 'library',
        record: 'library:soil#1',
        fields: ['container-title', 'issue', 'issued', 'page', 'title', 'type'],
      },
      { question: 'soil', source: 'pubmed', record: 'pubmed:soil#2', fields: ['PMID', 'author', 'volume'] },
    ])
  })

  it('keeps the first identifier where two records differ', () => {
    expect(compose(work({}, { pmid: '1' }), work({}, { pmid: '2', pmcid: 'PMC3' })).ids).toEqual({
      pmid: '1',
      pmcid: 'PMC3',
    })
  })

  it.each<[string, SourceRecord['text'], SourceRecord['text']]>([
    ['the longer abstract', work({}, {}, short).text, work({}, {}, long).text],
    [
      'an abstract before a longer note',
      { kind: 'note', sections: [{ name: 'Note', text: long }] },
      work({}, {}, short).text,
    ],
    [
      'a full text before a longer abstract',
      work({}, {}, long).text,
      { kind: 'fulltext', sections: [{ name: 'Results', text: short }] },
    ],
    ['a text before none', null, work({}, {}, short).text],
  ])('takes %s, wherever it stands', (_, one, two) => {
    const records = [from('a', 1, { ...work(), text: one }), from('b', 2, { ...work(), text: two })]
    for (const order of [records, [...records].reverse()]) {
      const paper = compose(...order)
      expect(paper.text).toEqual(two)
      expect(paper.provenance.filter(({ fields }) => fields.includes('text')).map(({ source }) => source)).toEqual([
        'b',
      ])
    }
  })

  it('has no text where no record has one', () => {
    expect(compose(work(), work()).text).toBeNull()
  })

  it('takes the gravest standing', () => {
    const told = (state: 'current' | 'retracted') => ({ ...work(), standing: { state, source: 'openalex' } })
    expect(compose(told('current'), told('retracted')).standing.state).toBe('retracted')
    expect(compose(work()).standing).toEqual({ state: 'unchecked' })
  })

  it('gathers versions, the open copy and where it was read, each once', () => {
    const version = { doi: '10.1101/2016.9', relation: 'article-of' as const }
    const paper = compose(
      { ...work(), versions: [version], readAt: ['https://b.example', 'https://a.example'] },
      { ...work(), versions: [version, { ...version, doi: '10.1101/2016.1' }], openCopy: 'https://a.example/1.pdf' },
      { ...work(), readAt: ['https://a.example'], openCopy: 'https://b.example/2.pdf' },
    )
    expect(paper.versions.map(({ doi }) => doi)).toEqual(['10.1101/2016.1', '10.1101/2016.9'])
    expect(paper.readAt).toEqual(['https://a.example', 'https://b.example'])
    expect(paper.openCopy).toBe('https://a.example/1.pdf')
    expect('openCopy' in compose(work())).toBe(false)
  })
})
