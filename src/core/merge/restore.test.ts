import { describe, expect, it } from 'vitest'
import { sampleContent } from '../../../tests/helpers/sample-content.ts'
import { restoreRecords } from './restore.ts'

const content = sampleContent()
const ledger = content.ledgers.get('tea')!
const papers = [...content.papers.values()]

describe('restoreRecords', () => {
  it('makes the records of a source again, duplicates too, in the order of the ledger', () => {
    const records = restoreRecords(ledger, papers, 'library')
    expect(records.map(({ id }) => id)).toEqual(ledger.records.map(({ id }) => id))
    expect(records[0]!.csl.title).toBe(papers[0]!.csl.title)
    expect(records[0]!.ids).toEqual(papers[0]!.ids)
    expect('id' in records[0]!.csl).toBe(false)
  })

  it('gives the text back only to the record it came from', () => {
    const from = structuredClone(papers)
    from[0]!.provenance[1]!.fields = ['text']
    const records = restoreRecords(ledger, from, 'library')
    expect(records.find(({ id }) => id === 'library:tea.ris#8')!.text).toEqual(from[0]!.text)
    expect(records[0]!.text).toBeNull()
  })

  it('knows nothing of other sources, and passes over papers that are gone', () => {
    expect(restoreRecords(ledger, papers, 'crossref')).toEqual([])
    expect(restoreRecords(ledger, papers.slice(1), 'library').map(({ id }) => id)).not.toContain('library:tea.ris#1')
  })
})
