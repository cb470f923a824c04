import { describe, expect, it } from 'vitest'
import { type Plant, told } from '../../../tests/helpers/planted.ts'

const stranger = 'doi_10.1__stranger'

describe('the rules of ids tell', () => {
  it.each<Plant>([
    ['id-mismatch', 'a paper under another name', ({ papers: [paper] }) => void (paper!.id = stranger)],
    ['id-mismatch', 'a bibliographic item of another paper', ({ papers: [paper] }) => void (paper!.csl.id = stranger)],
    [
      'id-mismatch',
      'claims of another question',
      ({ content }) => void (content.claims.get('tea')!.question = 'coffee'),
    ],
    ['id-mismatch', 'a report of another question', ({ report }) => void (report.slug = 'coffee')],
    ['id-mismatch', 'a ledger of another question', ({ ledger }) => void (ledger.question = 'coffee')],
    ['id-mismatch', 'a history of another question', ({ history }) => void (history.question = 'coffee')],
    [
      'id-duplicate',
      'two sections of one name',
      ({ papers: [paper] }) => void paper!.text!.sections.push({ name: 'abstract', text: 'More.' }),
    ],
    ['id-duplicate', 'an alias that is another paper', ({ papers: [one, two] }) => void two!.aliases.push(one!.id)],
    ['id-duplicate', 'a claim twice', ({ claims }) => void claims.push(claims[0]!)],
    [
      'id-duplicate',
      'a claim that another question words otherwise',
      ({ content, claims: [claim] }) =>
        void content.claims.set('coffee', {
          ...{ schema: 1, question: 'coffee', findings: [] },
          claims: [{ ...claim!, text: 'Otherwise.' }],
        }),
    ],
    ['id-duplicate', 'a record with two rows', ({ ledger }) => void ledger.records.push(ledger.records[1]!)],
    [
      'id-duplicate',
      'a claim twice in an answer',
      ({ report }) => void report.answer[0]!.claims.push(report.answer[0]!.claims[0]!),
    ],
    [
      'id-duplicate',
      'a claim twice under a facet',
      ({ report }) => void report.facets[1]!.claims.push(report.facets[1]!.claims[0]!),
    ],
    ['id-duplicate', 'a reference twice', ({ report }) => void report.references.push(report.references[0]!)],
    ['id-duplicate', 'a section twice', ({ report }) => void report.sections.push(report.sections[0]!)],
    ['id-duplicate', 'a facet twice', ({ report }) => void report.facets.push(report.facets[0]!)],
    ['id-duplicate', 'a finding twice', ({ findings }) => void findings.push(findings[0]!)],
    ['id-dangling', 'a facet that was never asked', ({ claims: [claim] }) => void (claim!.facet = 'price')],
    ['id-dangling', 'a source that is gone', ({ content, papers: [paper] }) => void content.papers.delete(paper!.id)],
    [
      'id-dangling',
      'papers named beside a claim',
      ({ claims: [claim] }) => {
        claim!.likewise.push({ ...claim!.sources[0]!, paper: stranger, score: 0.5, reasons: [] })
        claim!.leaveOneOut[0]!.paper = stranger
      },
    ],
    [
      'id-dangling',
      'a claim that an answer names',
      ({ report }) => void (report.answer[0]!.claims[0] = 'c-0000000000000000'),
    ],
    [
      'id-dangling',
      'a claim that a facet lists',
      ({ report }) => void (report.facets[1]!.claims[0] = 'c-0000000000000000'),
    ],
    ['id-dangling', 'a reference', ({ report }) => void (report.references[0]!.paper = stranger)],
    ['id-dangling', 'the paper of a row', ({ ledger }) => void (ledger.records[2]!.paper = stranger)],
    [
      'id-dangling',
      'a member of a finding',
      ({ findings: [one] }) => void (one!.members[1]!.claim = 'c-0000000000000000'),
    ],
    ['id-dangling', 'the claim of a finding', ({ findings: [one] }) => void (one!.claim = 'c-0000000000000000')],
    ['id-derived', 'an id that no source gives', ({ claims: [claim] }) => void (claim!.id = 'c-0123456789abcdef')],
    ['file-missing', 'a question', ({ content }) => void content.questions.delete('tea')],
    ['file-missing', 'the claims', ({ content }) => void content.claims.delete('tea')],
    ['file-missing', 'the ledger', ({ content }) => void content.ledgers.delete('tea')],
    ['file-missing', 'the report', ({ content }) => void content.reports.delete('tea')],
    ['origin-unfounded', 'a report said to be brought in', ({ report }) => void (report.origin = 'imported')],
    ['file-stray', 'a file of nobody', ({ content }) => void (content.strays = ['claims/notes.txt'])],
    [
      'paper-unused',
      'a paper that nothing names',
      ({ content, papers: [paper] }) => void content.papers.set(stranger, { ...paper!, id: stranger }),
    ],
  ])('%s: %s', (rule, _, change) => {
    const lines = told(rule, change)
    expect(lines.length).toBeGreaterThan(0)
    expect(lines).toMatchSnapshot()
  })

  it('nothing about what hangs on a file that cannot be read, or of a part of the folder', () => {
    const gone = told('id-dangling', ({ content, papers: [paper] }) => {
      content.papers.delete(paper!.id)
      const file = `papers/${paper!.id}.json`
      content.problems = [{ rule: 'schema-invalid', severity: 'error', file, field: '', message: 'is no JSON' }]
    })
    expect(gone).toEqual([])
    const unread = told('file-missing', ({ content }) => {
      content.ledgers.delete('tea')
      content.problems = [
        { rule: 'schema-invalid', severity: 'error', file: 'ledger/tea.json', field: '', message: 'is no JSON' },
      ]
    })
    expect(unread).toEqual([])
    const part = (rule: 'paper-unused' | 'file-stray') =>
      told(rule, ({ content }) => {
        content.partial = true
        content.strays = ['claims/notes.txt']
        content.claims.clear()
        content.reports.clear()
        content.ledgers.clear()
      })
    expect([...part('paper-unused'), ...part('file-stray')]).toEqual([])
  })

  it('nothing about the ids of an imported report', () => {
    const lines = told('id-derived', ({ report, claims: [claim] }) => {
      report.origin = 'imported'
      claim!.id = 'c-0123456789abcdef'
    })
    expect(lines).toEqual([])
  })
})
