import { describe, expect, it } from 'vitest'
import { type Paper, paper as paperSchema } from '../../schemas/paper.ts'
import { releasePaper, settlePaper } from './settle.ts'

const share = (question: string, record = `library:${question}.ris#1`) => ({
  question,
  source: 'library',
  record,
  fields: [],
})
const paper = (change: Partial<Paper> = {}): Paper => ({
  ...paperSchema.parse({
    id: 'doi_10.1234__soil.1',
    csl: { id: 'doi_10.1234__soil.1', type: 'article-journal', title: 'Cover crops and soil carbon' },
    ids: { doi: '10.1234/soil.1' },
    text: { kind: 'abstract', sections: [{ name: 'Abstract', text: 'Carbon rose.' }] },
    standing: { state: 'unchecked' },
    provenance: [share('soil')],
  }),
  ...change,
})

describe('settlePaper', () => {
  it('takes a new paper as it was found, its provenance in order', () => {
    const found = paper({ provenance: [share('soil', 'library:soil.ris#2'), share('soil', 'library:soil.ris#1')] })
    expect(settlePaper(found, undefined, 'soil').provenance.map(({ record }) => record)).toEqual([
      'library:soil.ris#1',
      'library:soil.ris#2',
    ])
  })

  it('takes what the run found where no other question rests on the paper', () => {
    const found = paper({ csl: { ...paper().csl, title: 'Cover crops and soil carbon: corrected title' } })
    expect(settlePaper(found, paper(), 'soil').csl.title).toBe('Cover crops and soil carbon: corrected title')
  })

  it('moves no ground under the quotes of another question', () => {
    const stored = paper({ provenance: [share('climate')] })
    const text = { kind: 'abstract' as const, sections: [{ name: 'Abstract', text: 'Another wording.' }] }
    const settled = settlePaper(paper({ text }), stored, 'soil')
    const beside = { name: 'Abstract 2', text: 'Another wording.', kind: 'abstract', of: ['soil'] }
    expect(settled.text).toEqual({ ...stored.text, sections: [...stored.text!.sections, beside] })
    expect(settled.provenance.map(({ question }) => question)).toEqual(['climate', 'soil'])
  })

  it('adds facts that the paper of another question lacks, and changes none', () => {
    const stored = paper({ provenance: [share('climate')], csl: { ...paper().csl, volume: '7', dated: 'in press' } })
    const found = paper({ csl: { ...paper().csl, volume: '8', page: '1-9', issued: { 'date-parts': [[2020]] } } })
    const { csl } = settlePaper(found, stored, 'soil')
    expect(csl).toEqual({ ...paper().csl, volume: '7', page: '1-9', issued: { 'date-parts': [[2020]] } })
  })

  it('gives a shared paper without text the text that was found', () => {
    const stored = paper({ provenance: [share('climate')], text: null })
    expect(settlePaper(paper(), stored, 'soil').text).toEqual(paper().text)
  })

  it('keeps what a registry said, unless graver news came', () => {
    const checked = { state: 'current' as const, checked: '2026-01-01', source: 'crossref' }
    const stored = paper({ standing: checked })
    expect(settlePaper(paper(), stored, 'soil').standing).toEqual(checked)
    const graver = paper({ standing: { state: 'retracted', notice: '10.1234/n' } })
    expect(settlePaper(graver, stored, 'soil').standing.state).toBe('retracted')
  })

  it('keeps a retraction that only the library of another question knows', () => {
    const stored = paper({ provenance: [share('climate')], standing: { state: 'retracted' } })
    expect(settlePaper(paper(), stored, 'soil').standing.state).toBe('retracted')
  })

  it('keeps aliases of both, without its own id', () => {
    const stored = paper({ aliases: ['pmid_7', 'doi_10.1234__soil.1'] })
    expect(settlePaper(paper({ aliases: ['arxiv_2001.00001'] }), stored, 'soil').aliases).toEqual([
      'arxiv_2001.00001',
      'pmid_7',
    ])
  })
})

describe('releasePaper', () => {
  it('leaves the share of other questions, and nothing where there is none', () => {
    const shared = paper({ provenance: [share('climate'), share('soil')] })
    expect(releasePaper(shared, 'soil')?.provenance).toEqual([share('climate')])
    expect(releasePaper(paper(), 'soil')).toBeNull()
  })
})
